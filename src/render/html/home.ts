/** The front page: the question, examples of the answer, and why to believe it. */
import { percentScale } from '../charts/scale.js';
import { formatEstimate, formatInterval } from '../format/quantity.js';
import type { SiteFrame, SiteFrames } from './frame.js';
import type { IndexEntry } from './index-entry.js';
import { type FiguredEntry, foundHere, hasFigure, reportHref } from './index-rows.js';
import { html, type Markup } from './markup.js';
import { addressPart, encodePath } from './page-path.js';
import { searchForm } from './search-form.js';
import { type SitePage, sitePage } from './site-page.js';

export interface HomeOptions {
  readonly frames: SiteFrames;
  /** Answers shown as examples, at most four; those without a figure are left out. */
  readonly examples: readonly IndexEntry[];
  /** Roles and places named on the page; the whole lists are a link away. */
  readonly titles: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

const MOST_EXAMPLES = 4;
const MOST_NAMED = 10;

/** The page `index.html`. */
export function homePage({ frames, examples, titles, places }: HomeOptions): SitePage {
  const shown = examples.filter(hasFigure).slice(0, MOST_EXAMPLES);
  return sitePage(frames, '', {
    title: 'Going Rate: what jobs pay, and how sure we can be',
    description: 'Name a job and a place: base pay with its interval, observations, employers and sources.',
    body: (frame) => html`<div class="frame page home">
<h1>What is the going rate for a job?</h1>
<p class="lead">Name a job and a place. The answer is base pay a year, with how sure it is and where it comes from.</p>
${searchForm({ frame })}
${shown.length > 0 && exampleList(shown, frame)}
${trust(frame)}
${ways({ frame, titles, places })}
</div>`,
  });
}

function exampleList(entries: readonly FiguredEntry[], frame: SiteFrame): Markup {
  return html`<section class="home-examples" aria-labelledby="examples"><h2 id="examples">Answers, for example</h2>
<ul class="bands">${entries.map((entry) => band(entry, frame))}</ul>
<p class="index-key quiet small">Each on its own scale. Thin line: 10th to 90th percentile of pay. Pale bar: the middle half. Dot and dark line: the middle of pay and its interval; a hollow dot is modelled.</p></section>`;
}

function band(entry: FiguredEntry, { root }: SiteFrame): Markup {
  const { title, place, headline } = entry;
  const { quantity, evidence, status } = headline;
  const grade = evidence.grade === undefined ? null : html`; grade ${evidence.grade}`;
  return html`<li class="band"><a class="band-name" href="${reportHref(entry, root)}">${title}, ${place.name}</a>
<p class="band-value"><b>${formatEstimate(quantity)}</b> <span class="quiet">base pay a year, the middle${status === 'modelled' && '; modelled'}</span></p>
${bandPlot(entry)}
<p class="band-more quiet small">${formatInterval(quantity)}${grade}; ${foundHere(entry)}</p></li>
`;
}

/** The percentiles of one answer with the ends of the middle half as figures. */
function bandPlot({ headline: { quantity, status } }: FiguredEntry): Markup {
  const { value, unit, interval, percentiles } = quantity;
  const known = (key: '10' | '25' | '75' | '90') => percentiles?.[key]?.value;
  const bounds = [value, interval?.low, interval?.high, known('10'), known('25'), known('75'), known('90')].filter(
    (bound) => bound !== undefined,
  );
  const [min, max] = [Math.min(...bounds), Math.max(...bounds)];
  const room = (max - min) * 0.06;
  const at = percentScale({ unit: '', scale: 'linear', min: min - room, max: max + room, ticks: [] });
  const bar = (name: string, low: number | undefined, high: number | undefined, height: number) =>
    low === undefined || high === undefined
      ? null
      : html`<rect class="${name}" x="${at(low)}%" width="${Math.max(0, at(high) - at(low)).toFixed(2)}%" y="${14 - height / 2}" height="${height}"/>`;
  const label = (amount: number | undefined, anchor: string) =>
    amount === undefined
      ? null
      : html`<text class="${anchor}" x="${at(amount)}%" y="42">${formatEstimate({ value: amount, unit, interval })}</text>`;
  return html`<svg class="band-plot" width="100%" height="48" aria-hidden="true">${bar('span', known('10'), known('90'), 2)}${bar('half', known('25'), known('75'), 18)}${bar('sure', interval?.low, interval?.high, 6)}<circle class="${status === 'modelled' ? 'dot hollow' : 'dot'}" cx="${at(value)}%" cy="14" r="5"/>${label(known('25'), 'at-middle')}${label(known('75'), 'at-middle')}</svg>`;
}

function trust({ root }: SiteFrame): Markup {
  return html`<section class="home-trust" aria-labelledby="trust"><h2 id="trust">What stands behind a number</h2>
<ul><li>Every number names its observations, employers, period and <a href="${root}sources/index.html">sources</a>, and comes with an interval.</li>
<li>The <a href="${root}methods/index.html">methods</a> are written down, and a number that the data cannot support is not printed.</li>
<li>The <a href="${root}scoreboard/index.html">scoreboard</a> says how right the numbers have been so far.</li></ul></section>`;
}

function ways({
  frame: { root },
  titles,
  places,
}: { frame: SiteFrame } & Pick<HomeOptions, 'titles' | 'places'>): Markup {
  return html`<div class="home-ways"><section aria-labelledby="roles"><h2 id="roles">Roles</h2><ul class="links">${titles
    .slice(0, MOST_NAMED)
    .map(
      (title) => html`<li><a href="${root}roles/${encodePath(addressPart(title))}/index.html">${title}</a></li>`,
    )}</ul><p><a href="${root}roles/index.html">All roles</a></p></section>
<section aria-labelledby="places"><h2 id="places">Places</h2><ul class="links">${places
    .slice(0, MOST_NAMED)
    .map(
      ({ id, name }) => html`<li><a href="${root}${encodePath(addressPart(id))}/index.html">${name}</a></li>`,
    )}</ul><p><a href="${root}places/index.html">All places</a></p></section></div>`;
}
