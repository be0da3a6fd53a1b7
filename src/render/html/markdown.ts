/** Markdown of our own documents as HTML: raw HTML is shown as text, links are checked, headings can be linked to. */
import { Marked, type Renderer, type Token, type Tokens } from 'marked';
import { html, type Markup, trusted } from './markup.js';
import { safeAddress } from './sources.js';

export interface MarkdownOptions {
  /**
   * Address for a link that leads to another file of the documents.
   *
   * @param href as the document writes it: `engines/titles.md#levels`
   * @returns null where the site has no such page: the words then stay without a link
   */
  readonly link: (href: string) => string | null;
}

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

export interface RenderedMarkdown {
  readonly body: Markup;
  /** In order; the first of depth 1 is the title. */
  readonly headings: readonly Heading[];
}

/**
 * Renders a document. Heading ids are those of the usual code hosts, so links between documents keep their targets.
 *
 * @example renderMarkdown('# A b\n<b>', { link: () => null }).body.value // '<h1 id="a-b">A b</h1>\n<p>&lt;b&gt;</p>\n'
 */
export function renderMarkdown(text: string, { link }: MarkdownOptions): RenderedMarkdown {
  const headings: Heading[] = [];
  const ids = headingIds();
  const marked = new Marked({ gfm: true, renderer: rules(link, headings, ids) });
  const body = marked.parse(text, { async: false });
  return { body: trusted(body), headings };
}

type Rules = { -readonly [K in keyof Renderer]?: Renderer[K] };

function rules(link: MarkdownOptions['link'], headings: Heading[], ids: (text: string) => string): Rules {
  return {
    heading(this: Renderer, { tokens, depth }: Tokens.Heading) {
      const plain = plainText(tokens);
      const id = ids(plain);
      headings.push({ depth, id, text: plain });
      return `${html`<${trusted(`h${depth}`)} id="${id}">${trusted(this.parser.parseInline(tokens))}</${trusted(`h${depth}`)}>`.value}\n`;
    },
    html: ({ text }: Tokens.HTML | Tokens.Tag) => {
      const shown = text.replace(/<!--[\s\S]*?-->/g, '').trim();
      return shown === '' ? '' : html`${shown}`.value;
    },
    link(this: Renderer, { href, tokens }: Tokens.Link) {
      return linkTo(href, trusted(this.parser.parseInline(tokens)), link).value;
    },
    image: ({ text }: Tokens.Image) => html`${text}`.value,
    codespan: ({ text }: Tokens.Codespan) => html`<code>${text}</code>`.value,
    code: ({ text }: Tokens.Code) =>
      `${html`<div class="table-scroll" role="region" tabindex="0" aria-label="Program text"><pre><code>${codeLines(text)}</code></pre></div>`.value}\n`,
    table(this: Renderer, table: Tokens.Table) {
      const row = (cells: readonly Tokens.TableCell[], element: 'th' | 'td') =>
        html`<tr>${cells.map((cell) => tableCell(cell, element, trusted(this.parser.parseInline(cell.tokens))))}</tr>`;
      const name = table.header.map(({ tokens }) => plainText(tokens)).join(', ');
      return `${html`<div class="table-scroll" role="region" tabindex="0" aria-label="Table: ${name}"><table><thead>${row(table.header, 'th')}</thead><tbody>${table.rows.map((cells) => row(cells, 'td'))}</tbody></table></div>`.value}\n`;
    },
  } as Rules;
}

function tableCell({ align }: Tokens.TableCell, element: 'th' | 'td', content: Markup): Markup {
  const scope = element === 'th' && html` scope="col"`;
  const number = align === 'right' && html` class="num"`;
  return html`<${trusted(element)}${scope}${number}>${content}</${trusted(element)}>`;
}

/** Line by line: a line feed inside a text would be taken for a space. */
function codeLines(text: string): Markup {
  return trusted(
    text
      .split('\n')
      .map((line) => html`${line}`.value)
      .join('\n'),
  );
}

function linkTo(href: string, content: Markup, link: MarkdownOptions['link']): Markup {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
    const address = safeAddress(href);
    return address === null ? content : html`<a href="${address}" rel="noopener noreferrer">${content}</a>`;
  }
  const target = href.startsWith('#') ? href : link(href);
  return target === null ? content : html`<a href="${target}">${content}</a>`;
}

/** The words of inline tokens, without their marks. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens !== undefined) return plainText(token.tokens);
      return token.type === 'html' ? '' : 'text' in token ? String(token.text) : '';
    })
    .join('');
}

/** Lower case, words joined by hyphens, a number added to an id that was given before. */
function headingIds(): (text: string) => string {
  const given = new Map<string, number>();
  return (text) => {
    const plain = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const times = given.get(plain) ?? 0;
    given.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${times}`;
  };
}
