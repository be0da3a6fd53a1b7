/** The report as the one text that others can hold on to: the file `report.json` and its digest. */
import { createHash } from 'node:crypto';
import { rememberedOf } from '../../core/remembered.js';
import type { Report } from '../../report/model.js';

/** The text of `report.json` beside a page: the model on one line, without a line feed. */
export const reportJson: (report: Report) => string = rememberedOf((report: Report) => JSON.stringify(report));

/**
 * SHA-256 of `report.json`, byte for byte: `sha256sum report.json` gives the same.
 *
 * @example reportDigest(report) // 'sha256:9f86d081884c7d65...'
 */
export const reportDigest: (report: Report) => string = rememberedOf(
  (report: Report) => `sha256:${createHash('sha256').update(reportJson(report)).digest('hex')}`,
);
