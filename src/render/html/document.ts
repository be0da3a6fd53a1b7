/** A page of our own documents: methods, scoreboard, and what they lead to. */
import { type SiteFrames, siteFrame } from './frame.js';
import { renderMarkdown } from './markdown.js';
import { html, type Markup, trusted } from './markup.js';
import { renderPage } from './page.js';

/** A document of the package that the site shows. */
export interface SiteDocument {
  /** Its file below `docs/`. */
  readonly file: string;
  /** Folder of its page below the root, with a slash at its end. */
  readonly path: string;
  readonly text: string;
}

/** A finished page of a site. */
export interface DocumentPage {
  /** Its file below the root. */
  readonly path: string;
  readonly html: string;
  /** Whether search engines are asked to leave it out. */
  readonly noindex?: boolean;
}

export interface DocumentOptions {
  readonly frames: SiteFrames;
  /** All documents of the site: links between them lead to their pages. */
  readonly documents: readonly SiteDocument[];
}

/** The page of one document; its first heading is the title, the second level the contents. */
export function documentPage(document: SiteDocument, { frames, documents }: DocumentOptions): DocumentPage {
  const frame = siteFrame(frames, document.path);
  const link = (href: string) => pageOf(href, document.file, documents)?.replace(/^/, frame.root) ?? null;
  const { body, headings } = renderMarkdown(document.text, { link });
  const title = headings.find(({ depth }) => depth === 1)?.text ?? document.file;
  const parts = headings.filter(({ depth }) => depth === 2);
  return {
    path: `${document.path}index.html`,
    html: renderPage({
      title: `${title} - Going Rate`,
      description: firstSentence(body),
      frame,
      body: html`<article class="frame page document">
<h1>${title}</h1>
${contents(parts)}
<div class="prose">
${withoutTitle(body)}</div>
</article>`,
    }),
  };
}

function withoutTitle({ value }: Markup): Markup {
  return trusted(value.replace(/<h1[^>]*>[\s\S]*?<\/h1>\n?/, ''));
}

function contents(parts: readonly { readonly id: string; readonly text: string }[]): Markup | null {
  if (parts.length < 3) return null;
  return html`<nav class="contents" aria-label="Parts of this page"><ul>${parts.map(
    ({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`,
  )}</ul></nav>`;
}

/** The page that a link of a document means, with its anchor; null where the site has none. */
function pageOf(href: string, from: string, documents: readonly SiteDocument[]): string | null {
  const [path = '', anchor] = href.split('#');
  const file = decodeURI(new URL(path, `https://docs.invalid/docs/${from}`).pathname).replace(/^\/docs\//, '');
  const rest = anchor === undefined ? '' : `#${anchor}`;
  if (file === 'sources.md') return `sources/index.html${rest === '' ? '' : `#source-${anchor}`}`;
  const page = documents.find((document) => document.file === file);
  return page === undefined ? null : `${page.path}index.html${rest}`;
}

/** The first paragraph without its elements, to the end of its first sentence. */
function firstSentence(body: Markup): string {
  const paragraph = /<p>([\s\S]*?)<\/p>/.exec(body.value)?.[1] ?? '';
  const text = paragraph.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? '');
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
