import { expect, it } from 'vitest';
import { sampleReport, thinReport } from '../../test/golden/sample-report.js';
import { atomFeed } from './feed.js';
import { pageEntry } from './page-entry.js';

const ADDRESS = 'https://example.org/pay/';
const entry = (path: string, asOf: string, title = 'Data <b>Scientist</b>') => ({
  ...pageEntry(sampleReport, path),
  asOf,
  title,
});

it('tells the newest data first, dated by the data', () => {
  const feed = atomFeed(ADDRESS, [
    entry('us/a', '2026-01-31'),
    entry('us/b', '2026-08-08'),
    entry('us/c', '2026-08-08'),
  ]);
  expect([...feed.matchAll(/<entry><id>([^<]*)/g)].map(([, id]) => id)).toEqual(
    ['b', 'c', 'a'].map((name) => `${ADDRESS}us/${name}/`),
  );
  expect(feed).toContain('<updated>2026-08-08T00:00:00Z</updated>\n<author>');
  expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://example.org/pay/feed.xml"/>');
  expect(feed).toContain('Data &lt;b&gt;Scientist&lt;/b&gt;, United States');
});

it('leaves thin pages out and is no longer than readers want', () => {
  const many = Array.from({ length: 900 }, (_, at) => entry(`us/${at}`, '2026-08-08'));
  const feed = atomFeed(ADDRESS, [pageEntry(thinReport, 'us/thin'), ...many]);
  expect(feed).not.toContain('us/thin');
  expect(feed.match(/<entry>/g)).toHaveLength(200);
  expect(atomFeed(ADDRESS, [])).not.toContain('<entry>');
});
