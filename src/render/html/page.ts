/** The shell of every page: head, content policy, landmarks. Complete without JavaScript. */
import { createHash } from 'node:crypto';
import { compactStyles } from './compact-styles.js';
import type { PageFrame } from './frame.js';
import { html, type Markup, trusted } from './markup.js';
import { encodePath } from './page-path.js';

export interface PageParts {
  readonly title: string;
  /** For search engines: a sentence of the model, never a number of its own. */
  readonly description: string;
  readonly frame: PageFrame;
  readonly body: Markup;
  /** Asks search engines to leave the page out. */
  readonly noindex?: boolean;
  /** Further elements of the head: data for machines, links to feeds. */
  readonly head?: Markup | null;
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Cpath fill=%22%23155e75%22 d=%22M1 6h14v4H1z%22/%3E%3Cpath fill=%22%23fff%22 d=%22M7 4h2v8H7z%22/%3E%3C/svg%3E';

/** The whole document as a string. */
export function renderPage({ title, description, frame, body, noindex = false, head = null }: PageParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(documentPolicy(frame))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${noindex && html`<meta name="robots" content="noindex">\n`}<title>${title.trim()}</title>
<meta name="description" content="${description.trim()}">
${canonical(frame, noindex)}<link rel="icon" href="${trusted(ICON)}">
${fontElements(frame)}${styleElement(frame)}
${head}</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
${siteHeader(frame)}
<main id="main" tabindex="-1">
${body}
</main>
${siteFooter(frame)}
${scriptElement(frame)}</body>
</html>
`.value;
}

/** Parts of a site that every page leads to. */
const SITE_PARTS = [
  { path: 'roles/index.html', name: 'Roles' },
  { path: 'places/index.html', name: 'Places' },
  { path: 'compare/index.html', name: 'Compare' },
  { path: 'methods/index.html', name: 'Methods' },
  { path: 'sources/index.html', name: 'Sources' },
  { path: 'scoreboard/index.html', name: 'Scoreboard' },
] as const;

function siteHeader(frame: PageFrame): Markup {
  const brand = html`<b>Going Rate</b>`;
  if (frame.kind === 'file') {
    return html`<header class="site-header"><div class="frame"><span class="brand">${brand}</span><span class="tagline">What a job pays, and how sure we can be</span></div></header>`;
  }
  return html`<header class="site-header"><div class="frame"><a class="brand" href="${frame.root}index.html">${brand}</a><nav class="site-parts" aria-label="Site"><ul>${SITE_PARTS.map(
    ({ path, name }) =>
      html`<li><a href="${frame.root}${path}"${frame.path === path.replace('index.html', '') && html` aria-current="page"`}>${name}</a></li>`,
  )}</ul></nav></div></header>`;
}

function siteFooter(frame: PageFrame): Markup {
  const licences = frame.kind === 'site' && html` <a href="${frame.root}sources/index.html">Sources and licences</a>`;
  return html`<footer class="site-footer"><div class="frame"><p>Every figure of a report opens its evidence. A figure that the data cannot support is not printed.${licences}</p></div></footer>`;
}

function canonical(frame: PageFrame, noindex: boolean): Markup | null {
  if (frame.kind === 'file' || frame.address === null || noindex) return null;
  return html`<link rel="canonical" href="${frame.address}${encodePath(frame.path)}">\n`;
}

function styleElement(frame: PageFrame): Markup {
  return frame.kind === 'file'
    ? html`<style>${trusted(compactStyles(frame.styles))}</style>`
    : html`<link rel="stylesheet" href="${frame.root}${frame.shared.styles}">`;
}

/** Only where a server answers: browsers refuse, and report, fonts asked for early by a page from a disk. */
function fontElements(frame: PageFrame): Markup | null {
  if (frame.kind === 'file' || !frame.live || frame.shared.fonts === undefined) return null;
  return html`${frame.shared.fonts.map(
    (path) => html`<link rel="preload" href="${frame.root}${path}" as="font" type="font/woff2" crossorigin>
`,
  )}`;
}

function scriptElement(frame: PageFrame): Markup | null {
  if (frame.kind === 'site') return html`<script src="${frame.root}${frame.shared.script}" defer></script>\n`;
  return frame.script === '' ? null : html`<script>${trusted(inlineScript(frame.script))}</script>\n`;
}

const COMMON_POLICY = "base-uri 'none'; form-action 'self'";

/** Policy of every page of a site: whatever it loads is the site's own. */
export const SITE_POLICY = `default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:; ${COMMON_POLICY}`;

/** Policy of the page itself: only its own style and script apply, and nothing comes from elsewhere. */
function documentPolicy(frame: PageFrame): string {
  if (frame.kind === 'site') return SITE_POLICY;
  const script = frame.script === '' ? '' : `script-src '${sha256(inlineScript(frame.script))}'; `;
  return `default-src 'none'; style-src '${sha256(compactStyles(frame.styles))}'; ${script}img-src data:; ${COMMON_POLICY}`;
}

/** A script that cannot end its own element. */
function inlineScript(script: string): string {
  return script
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .trim();
}

const hashes = new Map<string, string>();

/** Source expression of an inline text, computed once for each. */
function sha256(text: string): string {
  let hash = hashes.get(text);
  if (hash === undefined) {
    hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
    hashes.set(text, hash);
  }
  return hash;
}
