/** The search: a form for a title and a place that works without a script where a server answers. */
import type { SiteFrame } from './frame.js';
import { html, type Markup } from './markup.js';

export interface SearchFormOptions {
  readonly frame: SiteFrame;
  /** What stands in the fields. */
  readonly title?: string;
  readonly place?: string;
}

/**
 * The form.
 *
 * Live it asks `/report`. On a static site a script takes the reader to the page; without one the form has nowhere to
 * go, and says so beside the ways to the lists.
 */
export function searchForm({ frame, title = '', place = '' }: SearchFormOptions): Markup {
  const { root, live, shared } = frame;
  const source = live ? html` data-api="api/v1/search"` : shared.search && html` data-index="${shared.search}"`;
  const action = live && html` action="${root}report" method="get"`;
  return html`<form class="ask" data-island="search" data-root="${root}"${source}${action} role="search">
<div class="ask-field"><label for="ask-title">Job title</label><input id="ask-title" name="title" value="${title}" data-kind="title" required maxlength="300" autocomplete="off" autocapitalize="off" spellcheck="false"></div>
<div class="ask-field"><label for="ask-in">Place</label><input id="ask-in" name="in" value="${place}" data-kind="place" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false"${live && html` placeholder="United States"`}></div>
<button type="submit">Show the going rate</button>${!live && withoutScript(root)}
</form>`;
}

function withoutScript(root: string): Markup {
  return html`
<noscript><p class="ask-message">Searching needs JavaScript; without it choose from <a href="${root}roles/index.html">all roles</a> or <a href="${root}places/index.html">all places</a>.</p></noscript>`;
}
