/** The page of sources and licences: what the market of a site is made of, and under which terms. */
import { formatCount, formatDate } from '../../core/format.js';
import type { DocumentPage } from './document.js';
import { type SiteFrames, siteFrame } from './frame.js';
import { html, type Markup } from './markup.js';
import { renderPage } from './page.js';
import { safeAddress } from './sources.js';

/** A source as the manifest of the market names it. */
export interface PageSource {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly address: string;
  readonly licence: string;
  readonly attribution: string | null;
  readonly vintage: string;
  readonly rowsIn: number;
  readonly rowsKept: number;
}

/** A text of licences that stands beside the page. */
export interface LicenceText {
  /** File name. */
  readonly name: string;
  /** What it is, in words. */
  readonly title: string;
  readonly text: string;
}

export interface SourcesPageOptions {
  readonly frames: SiteFrames;
  readonly sources: readonly PageSource[];
  /** `YYYY-MM-DD`, newest pay and official data. */
  readonly asOf: string;
  readonly licences: readonly LicenceText[];
}

const PATH = 'sources/';

export function sourcesPage({ frames, sources, asOf, licences }: SourcesPageOptions): DocumentPage {
  const frame = siteFrame(frames, PATH);
  const asked = sources.filter(({ attribution }) => attribution !== null);
  const body = html`<div class="frame page sources-page">
<h1>Sources and licences</h1>
<p class="lead">Every figure on this site is computed from the ${formatCount(sources.length)} sources below, all of them public. The newest pay and official data are of ${formatDate(asOf)}; pages are as of that day.</p>
<p>Rows read are what the publisher’s files hold; rows kept are what is left after repeats, other countries and other measures were left out or rows were joined. No publisher endorses this site.</p>
<div class="table-scroll" role="region" tabindex="0" aria-label="Sources"><table class="source-table"><thead><tr><th scope="col">Source and publisher</th><th scope="col">Figures for</th><th scope="col" class="num">Rows read</th><th scope="col" class="num">Rows kept</th><th scope="col">Licence</th></tr></thead><tbody>${sources.map(
    sourceRow,
  )}</tbody></table></div>
<section aria-labelledby="attributions"><h2 id="attributions">Texts the licences ask for</h2><dl class="attributions">${asked.map(
    ({ name, attribution }) => html`<dt>${name}</dt><dd>${attribution}</dd>`,
  )}</dl></section>
<section aria-labelledby="licences"><h2 id="licences">Licence texts</h2><ul>${licences.map(
    ({ name, title }) => html`<li><a href="${name}">${title}</a></li>`,
  )}</ul></section>
</div>`;
  return {
    path: `${PATH}index.html`,
    html: renderPage({
      title: 'Sources and licences - Going Rate',
      description: 'The public sources behind every figure: publisher, vintage, rows, licence and attribution.',
      frame,
      body,
    }),
  };
}

function sourceRow(source: PageSource): Markup {
  const address = safeAddress(source.address);
  const name = address === null ? source.name : html`<a href="${address}" rel="noopener noreferrer">${source.name}</a>`;
  return html`<tr id="source-${source.id}"><th scope="row">${name} <span class="source-publisher">${source.publisher}</span></th><td>${source.vintage}</td><td class="num">${formatCount(source.rowsIn)}</td><td class="num">${formatCount(source.rowsKept)}</td><td>${source.licence}</td></tr>
`;
}
