import { expect, it } from 'vitest';
import { documentPage, type SiteDocument } from './document.js';
import type { SiteFrames } from './frame.js';

const FRAMES: SiteFrames = {
  shared: { styles: 's.css', script: 's.js' },
  address: 'https://example.org/',
  live: false,
};
const METHODS: SiteDocument = {
  file: 'methods.md',
  path: 'methods/',
  text: '# Methods & more\n\nHow it is *made*, mostly. Then more.\n\n## One\n\n## Two\n\nSee [titles](engines/titles.md#levels), [oews](sources.md#oews), [sources](sources.md), [code](../src/x.ts).\n\n## Three\n',
};
const TITLES: SiteDocument = {
  file: 'engines/titles.md',
  path: 'methods/engines/titles/',
  text: '# Titles\n\n## Levels\n\nSee [methods](../methods.md#one), [up](../../../etc/passwd).\n',
};
const options = { frames: FRAMES, documents: [METHODS, TITLES] };

it('is a page with its title, its contents and its text', () => {
  const { path, html } = documentPage(METHODS, options);
  expect(path).toBe('methods/index.html');
  expect(html).toContain('<title>Methods &amp; more - Going Rate</title>');
  expect(html).toContain('<meta name="description" content="How it is made, mostly.">');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a href="#two">Two</a>');
  expect(html).toContain('<link rel="canonical" href="https://example.org/methods/">');
});

it('leads to the pages of other documents and to nothing else', () => {
  const links = (document: SiteDocument) =>
    [
      ...(documentPage(document, options).html.split('class="prose"')[1] as string)
        .split('</article>')[0]!
        .matchAll(/href="([^"]*)"/g),
    ].map(([, href]) => href);
  expect(links(METHODS)).toEqual([
    '../methods/engines/titles/index.html#levels',
    '../sources/index.html#source-oews',
    '../sources/index.html',
  ]);
  expect(links(TITLES)).toEqual(['../../../methods/index.html#one']);
});

it('has no contents where there is little to choose from', () => {
  expect(documentPage(TITLES, options).html).not.toContain('class="contents"');
});
