/** A page that says why there is no other page to show. */
import type { PageFrame } from './frame.js';
import { html } from './markup.js';
import { renderPage } from './page.js';
import { searchForm } from './search-form.js';

export interface MessageOptions {
  readonly frame: PageFrame;
  /** The heading, such as `No page here`. */
  readonly heading: string;
  readonly message: string;
  readonly remedy?: string;
  /** What was asked, to be asked again in another way. */
  readonly asked?: { readonly title: string; readonly place: string };
}

/** A page that says in one line what is wrong and in one what to do. */
export function renderMessage({ frame, heading, message, remedy, asked }: MessageOptions): string {
  const site = frame.kind === 'site' ? frame : null;
  const body = html`<div class="frame page message-page"><h1>${heading}</h1><p class="lead">${message}</p>${remedy !== undefined && html`<p>${remedy}</p>`}
${site && (site.live || site.shared.search !== undefined) && searchForm({ frame: site, ...cut(asked) })}
${site && html`<ul class="links"><li><a href="${site.root}index.html">Front page</a></li><li><a href="${site.root}roles/index.html">All roles</a></li><li><a href="${site.root}places/index.html">All places</a></li></ul>`}</div>`;
  return renderPage({ title: `${heading} - Going Rate`, description: message, frame, body, noindex: true });
}

/** As much as the fields of the form take. */
function cut({ title, place }: { title: string; place: string } = { title: '', place: '' }) {
  return { title: title.slice(0, 300), place: place.slice(0, 100) };
}
