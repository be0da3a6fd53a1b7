import { Hono } from 'hono';
import { expect, it, vi } from 'vitest';
import { thinReport } from '../../../test/golden/sample-report.js';
import * as reportPackages from '../../render/package/report-package.js';
import { byteCache } from './byte-cache.js';
import { liveAnswers } from './live-answers.js';
import type { Prepared } from './prepared.js';
import { mountReports } from './report-routes.js';

const FRAMES = { shared: { styles: 'site.css', script: 'site.js' }, address: null, live: true };

it.each([
  ['datapackage.json', 200],
  ['findings.parquet', 200],
  ['ranges.csv', 404],
])('makes %s of a report once, also where there is none', async (name, status) => {
  const made = vi.spyOn(reportPackages, 'reportPackageFile');
  try {
    const app = new Hono();
    const answers = liveAnswers({ answer: async () => thinReport, lists: () => true });
    const pages = byteCache<Prepared | null>(1_000_000, () => 1_000);
    mountReports(app, { answers, frames: FRAMES, titleAt: (part) => part, pages });
    const ask = () => app.request(`/us-wy/nurse/${name}`);
    const replies = [...(await Promise.all([ask(), ask(), ask()])), await ask()];
    expect(replies.map((reply) => reply.status)).toEqual([status, status, status, status]);
    expect(made).toHaveBeenCalledTimes(1);
  } finally {
    made.mockRestore();
  }
});
