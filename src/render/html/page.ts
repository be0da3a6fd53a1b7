/** The frame of every page: head, content policy, landmarks. One self-contained file, complete without JavaScript. */
import { createHash } from 'node:crypto';
import { html, type Markup, trusted } from './markup.js';

export interface PageLinks {
  /** Address of the site's front page, relative to this page. */
  readonly home?: string | undefined;
}

export interface PageParts {
  readonly title: string;
  /** For search engines: a sentence of the model, never a number of its own. */
  readonly description: string;
  /** The style sheet, inlined into the page. */
  readonly styles: string;
  readonly body: Markup;
  /** Asks search engines to leave the page out. */
  readonly noindex?: boolean;
  readonly links?: PageLinks | undefined;
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Cpath fill=%22%23155e75%22 d=%22M1 6h14v4H1z%22/%3E%3Cpath fill=%22%23fff%22 d=%22M7 4h2v8H7z%22/%3E%3C/svg%3E';

/** The whole document as a string. */
export function renderPage({ title, description, styles, body, noindex = false, links = {} }: PageParts): string {
  const sheet = compactStyles(styles);
  const brand = html`<b>Going Rate</b>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(documentPolicy(styles))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${noindex && html`<meta name="robots" content="noindex">\n`}<title>${title.trim()}</title>
<meta name="description" content="${description.trim()}">
<link rel="icon" href="${trusted(ICON)}">
<style>${trusted(sheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
<header class="site-header"><div class="frame">${links.home === undefined ? html`<span class="brand">${brand}</span>` : html`<a class="brand" href="${links.home}">${brand}</a>`}<span class="tagline">What a job pays, and how sure we can be</span></div></header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="site-footer"><div class="frame"><p>Every figure of a report opens its evidence. A figure that the data cannot support is not printed.</p></div></footer>
</body>
</html>
`.value;
}

/** Policy of the page itself: nothing is loaded, only this page's own style sheet applies. */
export function documentPolicy(styles: string): string {
  return `default-src 'none'; style-src '${styleHash(styles)}'; img-src data:; base-uri 'none'; form-action 'self'`;
}

let lastHash: { styles: string; hash: string } | null = null;

function styleHash(styles: string): string {
  if (lastHash?.styles !== styles) {
    const digest = createHash('sha256').update(compactStyles(styles)).digest('base64');
    lastHash = { styles, hash: `sha256-${digest}` };
  }
  return lastHash.hash;
}

let lastCompact: { styles: string; compact: string } | null = null;

/** The style sheet without comments and indentation, and unable to end its element. */
function compactStyles(styles: string): string {
  if (lastCompact?.styles !== styles) {
    const compact = styles
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/\r/g, '')
      .replace(/<\//g, '<\\/')
      .trim();
    lastCompact = { styles, compact };
  }
  return lastCompact.compact;
}
