/** The front page of a static site: every report, by place, with its headline. */
import type { Report } from '../../report/model.js';
import { type PercentScale, percentScale } from '../charts/scale.js';
import { observations } from '../format/evidence-rows.js';
import { formatEstimate, formatInterval } from '../format/quantity.js';
import { statusMark } from './finding.js';
import { domId, html, type Markup } from './markup.js';
import { renderPage } from './page.js';

type Finding = Report['headline'];

export interface CatalogueEntry {
  /** Address of the report, relative to the catalogue. */
  readonly href: string;
  readonly title: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly headline: Finding;
}

/** What the catalogue keeps of a report. */
export function catalogueEntry(report: Report, href: string): CatalogueEntry {
  const { title, place } = report.question;
  return { href, title, placeId: place.id, placeName: place.name, headline: report.headline };
}

/** The page; entries stay in the order given, places in the order of their first entry. */
export function renderCatalogue(entries: readonly CatalogueEntry[], { styles }: { styles: string }): string {
  const places = groupByPlace(entries);
  const body = html`<div class="frame front">
<h1>What is the going rate?</h1>
<p class="lead">Pay by job and place, from advertised, filed and official figures. Each number says how many observations and employers stand behind it; where they are too few, there is none.</p>
<ul class="places">${[...places].map(([id, own]) => html`<li><a href="#${domId('place', id)}">${own[0]?.placeName}</a></li>`)}</ul>
<p class="quiet">Each line: the middle of base pay a year (dot), how sure it is (thin line) and the middle half (bar), on one scale per place. A hollow dot is modelled.</p>
${[...places].map(([id, own]) => placeSection(id, own))}
</div>`;
  return renderPage({
    title: 'Going Rate: what jobs pay, and how sure we can be',
    description: 'Base pay by job and place, each number with its interval, its observations, employers and sources.',
    styles,
    body,
  });
}

function groupByPlace(entries: readonly CatalogueEntry[]): Map<string, CatalogueEntry[]> {
  const places = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    const own = places.get(entry.placeId);
    if (own === undefined) places.set(entry.placeId, [entry]);
    else own.push(entry);
  }
  return places;
}

function placeSection(id: string, entries: readonly CatalogueEntry[]): Markup {
  const domName = domId('place', id);
  const scale = commonScale(entries.map(({ headline }) => headline));
  return html`<section class="catalogue" aria-labelledby="${domName}"><h2 id="${domName}">${entries[0]?.placeName}</h2><ul class="entries">${entries.map(
    (entry) => entryItem(entry, scale),
  )}</ul></section>
`;
}

function entryItem({ href, title, headline }: CatalogueEntry, scale: PercentScale): Markup {
  const { quantity, evidence, status } = headline;
  const name = html`<a class="entry-name" href="${href}">${title}</a>`;
  if (quantity === null) {
    return html`<li class="entry">${name}<span class="entry-value none">no figure</span><span class="entry-more">${statusMark(status)}; ${observations(evidence)}</span></li>`;
  }
  const grade = evidence.grade === undefined ? null : html`; grade ${evidence.grade}`;
  return html`<li class="entry">${name}<span class="entry-value">${formatEstimate(quantity)}</span><span class="entry-plot">${plot(headline, scale)}</span><span class="entry-more">${formatInterval(quantity)}${grade}; ${observations(evidence)}</span></li>`;
}

function plot({ quantity, status }: Finding, scale: PercentScale): Markup | null {
  if (quantity === null) return null;
  const { value, interval, percentiles } = quantity;
  const bar = (name: string, low: number | undefined, high: number | undefined, height: number) =>
    low === undefined || high === undefined
      ? null
      : html`<rect class="${name}" x="${scale(low)}%" width="${Math.max(0, scale(high) - scale(low)).toFixed(2)}%" y="${12 - height / 2}" height="${height}"/>`;
  const name = status === 'modelled' ? 'estimate modelled' : 'estimate';
  return html`<svg width="100%" height="24" aria-hidden="true"><g class="${name} highlight">${bar('quartiles', percentiles?.['25']?.value, percentiles?.['75']?.value, 12)}${bar('interval', interval?.low, interval?.high, 4)}<circle class="mark" cx="${scale(value)}%" cy="12" r="4.5"/></g></svg>`;
}

/** One scale for the headlines of a place, with room for the marks at its ends. */
function commonScale(headlines: readonly Finding[]): PercentScale {
  const values = headlines.flatMap(({ quantity }) => {
    if (quantity === null) return [];
    const { value, interval, percentiles } = quantity;
    const quartiles = [percentiles?.['25']?.value, percentiles?.['75']?.value];
    return [value, interval?.low, interval?.high, ...quartiles].filter((bound) => bound !== undefined);
  });
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const room = (max - min) * 0.03;
  return percentScale({ unit: '', scale: 'linear', min: min - room, max: max + room, ticks: [] });
}
