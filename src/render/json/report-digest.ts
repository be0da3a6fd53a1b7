/** The report as the one text that others can hold on to: the file `report.json` and its digest. */
import { createHash } from 'node:crypto';
import type { Report } from '../../report/model.js';

const texts = new WeakMap<Report, string>();
const digests = new WeakMap<Report, string>();

/** The text of `report.json` beside a page: the model on one line, without a line feed. */
export function reportJson(report: Report): string {
  let text = texts.get(report);
  if (text === undefined) {
    text = JSON.stringify(report);
    texts.set(report, text);
  }
  return text;
}

/**
 * SHA-256 of `report.json`, byte for byte: `sha256sum report.json` gives the same.
 *
 * @example reportDigest(report) // 'sha256:9f86d081884c7d65...'
 */
export function reportDigest(report: Report): string {
  let digest = digests.get(report);
  if (digest === undefined) {
    digest = `sha256:${createHash('sha256').update(reportJson(report)).digest('hex')}`;
    digests.set(report, digest);
  }
  return digest;
}
