import { expect, it } from 'vitest';
import { siteNotes, siteSummaryJson } from './site-summary.js';

it('names the titles left out, and says nothing where all is well', () => {
  expect(siteNotes({ orphans: 0, repeated: [] })).toBe('');
  expect(siteNotes({ orphans: 1, repeated: ['C plus plus Developer'] })).toBe(
    'goingrate: 1 title was left out because it shares its address with an earlier one: "C plus plus Developer".\n' +
      'goingrate: 1 earlier page is not in this build; --prune removes it.\n',
  );
});

it('names only the first of many titles, each on the one line and steering no terminal', () => {
  const repeated = ['A\u001b[31m\nB', ...Array.from({ length: 1006 }, (_, at) => `Title ${at}`)];
  expect(siteNotes({ orphans: 0, repeated })).toBe(
    'goingrate: 1,007 titles were left out because they share their address with an earlier one: ' +
      '"A\uFFFD[31m B", "Title 0", "Title 1", "Title 2", "Title 3" and 1,002 more.\n',
  );
});

it('gives programs every title left out', () => {
  const repeated = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const summary = { pages: 1, written: 1, seconds: 1, bytes: 1, skipped: 0, thin: 0, orphans: 0, repeated };
  expect(JSON.parse(siteSummaryJson(summary))).toEqual(summary);
});
