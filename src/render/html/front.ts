/** Pages that ask or guide: the search form, and the messages when there is no page to show. */
import { html, type Markup } from './markup.js';
import { type PageLinks, renderPage } from './page.js';

export interface FrontOptions {
  readonly styles: string;
  readonly titles: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly examples: readonly { readonly href: string; readonly title: string; readonly place: string }[];
}

/** The front page of the server: a form for title and place that works without JavaScript, and examples. */
export function renderFront({ styles, titles, places, examples }: FrontOptions): string {
  const body = html`<div class="frame front">
<h1>What is the going rate for your job?</h1>
<p class="lead">Name a job and a place. The answer comes with its interval, the observations and employers behind it, and its sources; where they are too few, we say so.</p>
${askForm({ titles, places })}
<h2>Examples</h2>
<ul class="examples">${examples.map(({ href, title, place }) => html`<li><a href="${href}">${title}, ${place}</a></li>`)}</ul>
</div>`;
  return renderPage({
    title: 'Going Rate: what jobs pay, and how sure we can be',
    description: 'Name a job and a place: base pay with its interval, observations, employers and sources.',
    styles,
    body,
  });
}

type FormParts = Pick<FrontOptions, 'titles' | 'places'> & { readonly title?: string; readonly place?: string };

function askForm({ titles, places, title = '', place = 'US' }: FormParts): Markup {
  return html`<form class="ask" action="/report" method="get" role="search"><label>Job title<input name="title" value="${title}" list="titles" required maxlength="300" autocomplete="off" placeholder="Machine Learning Lead"></label><label>Place<input name="in" value="${place}" list="places" maxlength="100" autocomplete="off"></label><button type="submit">Show the going rate</button><datalist id="titles">${titles.map(
    (item) => html`<option value="${item}"></option>`,
  )}</datalist><datalist id="places">${places.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</datalist></form>`;
}

export interface MessageOptions {
  readonly styles: string;
  /** The heading, such as `No page here`. */
  readonly heading: string;
  readonly message: string;
  readonly remedy?: string;
  readonly links?: PageLinks;
}

/** A page that says in one line what is wrong and in one what to do. */
export function renderMessage({ styles, heading, message, remedy, links }: MessageOptions): string {
  const home = links?.home;
  const body = html`<div class="frame front"><h1>${heading}</h1><p class="lead">${message}</p>${remedy !== undefined && html`<p>${remedy}</p>`}${home !== undefined && html`<p><a href="${home}">Back to the front page</a></p>`}</div>`;
  return renderPage({ title: `${heading} - Going Rate`, description: message, styles, body, links, noindex: true });
}
