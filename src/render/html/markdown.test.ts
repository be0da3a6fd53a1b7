import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.js';

const render = (text: string, link: (href: string) => string | null = () => null) => renderMarkdown(text, { link });
const body = (text: string, link?: (href: string) => string | null) => render(text, link).body.value;

describe('renderMarkdown', () => {
  it('shows raw HTML as text and leaves comments out', () => {
    const text = body(
      '<script>alert(1)</script>\n\nA <b onclick="x">word</b>.\n\n<!-- table -->\n\nEnd <!-- here -->\n',
    );
    expect(text).not.toMatch(/<(?:script|b)\b/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('table');
  });

  it('follows encrypted addresses and the links it is told', () => {
    const links = [
      '[a](https://example.org/x?a=1&b=2)',
      '[b](javascript:alert(1))',
      '[c](http://example.org)',
      '[d](data:text/html,x)',
      '[e](//example.org)',
      '[f](other.md#part)',
      '[g](missing.md)',
      '[h](#here)',
      '![i](https://example.org/i.png)',
      '[j](JaVaScRiPt:alert(1))',
      '<javascript:alert(1)>',
    ];
    const text = body(links.join('\n\n'), (href) => (href === 'other.md#part' ? '../other/index.html#part' : null));
    expect([...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://example.org/x?a=1&amp;b=2',
      '../other/index.html#part',
      '#here',
    ]);
    expect(text).toContain('rel="noopener noreferrer"');
    expect(text).not.toContain('<img');
    for (const word of ['b', 'c', 'd', 'e', 'g', 'i', 'j']) expect(text).toContain(word);
  });

  it('gives headings the ids that links between documents use', () => {
    const { body: markup, headings } = render(
      '# The `site build` page\n\n## A: b, c (d)\n\n## A: b, c (d)\n\n### Größe\n',
    );
    expect(headings.map(({ id }) => id)).toEqual(['the-site-build-page', 'a-b-c-d', 'a-b-c-d-1', 'größe']);
    expect(markup.value).toContain('<h2 id="a-b-c-d-1">A: b, c (d)</h2>');
    expect(headings[0]).toEqual({ depth: 1, id: 'the-site-build-page', text: 'The site build page' });
  });

  it('puts tables where they can be scrolled, numbers to the right', () => {
    const text = body('| a | n |\n| --- | ---: |\n| <i> | 1 |\n');
    expect(text).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Table: a, n">');
    expect(text).toContain('<th scope="col" class="num">n</th>');
    expect(text).toContain('<tr><td>&lt;i&gt;</td><td class="num">1</td></tr>');
  });

  it('keeps the lines of program text', () => {
    expect(body('```sh\na <b>\n  c\n```\n')).toContain('<pre><code>a &lt;b&gt;\n  c</code></pre>');
    expect(body('`a<b`')).toBe('<p><code>a&lt;b</code></p>\n');
  });
});
