import { expect, it } from 'vitest';
import { SAMPLE_PARTS } from '../../../test/site/site-case.js';
import { type PageSource, sourcesPage } from './sources-page.js';

const frames = { shared: { styles: 's.css', script: 's.js' }, address: null, live: false };
const draw = (sources: readonly PageSource[]) => sourcesPage({ ...SAMPLE_PARTS.sources, frames, sources }).html;
const [source] = SAMPLE_PARTS.sources.sources as [PageSource];

it('names publisher, vintage, rows, licence and attribution of every source', () => {
  const html = draw([source, { ...source, id: 'second', attribution: null, rowsIn: 449_440 }]);
  expect(html.match(/<tr id="source-/g)).toHaveLength(2);
  for (const text of ['A bureau', 'May 2025', '449,440', 'Public domain', 'Source: a bureau.', '8 August 2026']) {
    expect(html).toContain(text);
  }
  expect(html.match(/<dt>/g)).toHaveLength(1);
  expect(html).toContain('<a href="notice.txt">Notice</a>');
});

it('escapes what a manifest says and follows encrypted addresses only', () => {
  const hostile = '"><script>alert(1)</script>';
  const html = draw([
    {
      ...source,
      name: hostile,
      publisher: hostile,
      licence: hostile,
      vintage: hostile,
      attribution: hostile,
      address: 'javascript:alert(1)',
    },
  ]);
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('javascript:');
});
