/** Headlines under each other on one scale: a dot with its interval, the middle half as a bar, value, grade and n. */

import { formatCount } from '../../core/format.js';
import { type PercentScale, percentScale } from '../charts/scale.js';
import { observations } from '../format/evidence-rows.js';
import { formatEstimate, formatInterval } from '../format/quantity.js';
import type { IndexEntry } from './index-entry.js';
import { html, type Markup } from './markup.js';
import { encodePath } from './page-path.js';

/** An entry whose headline has a figure. */
export type FiguredEntry = IndexEntry & {
  readonly headline: { readonly quantity: NonNullable<IndexEntry['headline']['quantity']> };
};

export function hasFigure(entry: IndexEntry): entry is FiguredEntry {
  return entry.headline.quantity !== null && entry.headline.status !== 'insufficient';
}

/** Highest first, then by name. */
export function byEstimate(a: FiguredEntry, b: FiguredEntry): number {
  return b.headline.quantity.value - a.headline.quantity.value || (rowName(a) < rowName(b) ? -1 : 1);
}

function rowName({ title, place }: IndexEntry): string {
  return `${title}\n${place.name}`;
}

export interface IndexScale {
  readonly at: PercentScale;
  /** The lowest and the highest estimate, at which the grid lines stand. */
  readonly ends: readonly FiguredEntry[];
}

/** One scale for all entries, with room for the marks at its ends. */
export function indexScale(entries: readonly FiguredEntry[]): IndexScale {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [lowest, highest] = [entries[0], entries[0]];
  for (const entry of entries) {
    const { value, interval, percentiles } = entry.headline.quantity;
    min = Math.min(min, value, interval?.low ?? value, percentiles?.['25']?.value ?? value);
    max = Math.max(max, value, interval?.high ?? value, percentiles?.['75']?.value ?? value);
    if (lowest === undefined || value < lowest.headline.quantity.value) lowest = entry;
    if (highest === undefined || value > highest.headline.quantity.value) highest = entry;
  }
  const room = (max - min) * 0.03;
  const at = percentScale({ unit: '', scale: 'linear', min: min - room, max: max + room, ticks: [] });
  const ends = [lowest, highest].filter((entry) => entry !== undefined);
  return { at, ends: ends[0] === ends[1] ? ends.slice(0, 1) : ends };
}

export interface IndexRowsOptions {
  /** What is drawn, in this order. */
  readonly entries: readonly FiguredEntry[];
  /** All entries of the scale may be more than those drawn. */
  readonly scale: IndexScale;
  readonly nameOf: (entry: IndexEntry) => string;
  readonly root: string;
}

export function indexRows({ entries, scale, nameOf, root }: IndexRowsOptions): Markup {
  return html`<ul class="index-rows">${scaleRow(scale)}${entries.map((entry) => row(entry, { scale, name: nameOf(entry), root }))}</ul>`;
}

/** Says what the marks of a row mean. */
export function rowsKey(): Markup {
  return html`<p class="index-key quiet small">Base pay a year. Dot: the middle of pay; hollow where it is modelled. Dark line: its interval. Pale bar: the middle half of pay.</p>`;
}

/** The observations behind a figure; where they are of a wider scope than the place, that and what was found in it. */
export function foundHere({ place, headline: { evidence } }: Pick<IndexEntry, 'place' | 'headline'>): string {
  const all = observations(evidence);
  if (evidence.place === null || evidence.place === place.id) return all;
  const here = evidence.asked === undefined ? '' : `, here ${formatCount(evidence.asked.n)}`;
  return `${all} in all of ${evidence.place}${here}`;
}

/** The ends of the scale are printed as figures of the rows they belong to. */
function scaleRow({ at, ends }: IndexScale): Markup {
  const places = ends.map(({ headline }) => at(headline.quantity.value));
  return html`<li class="index-scale" aria-hidden="true"><span class="index-plot">${ends.map(
    ({ headline: { quantity } }, index) => {
      const anchor = scaleAnchor(places[index]!, places[1 - index]);
      return (
        anchor !== null &&
        html`<svg width="100%" height="16"><text x="${places[index]}%" y="12" class="${anchor}">${formatEstimate(quantity)}</text></svg>`
      );
    },
  )}</span></li>`;
}

/** Width of an amount on the scale of a phone, in percent of it. */
const LABEL_WIDTH = 22;

/** How an amount stands at its place on the scale, in percent, beside the other one; null: the lower has no room. */
function scaleAnchor(place: number, other: number | undefined): 'at-start' | 'at-middle' | 'at-end' | null {
  const apart = other === undefined || Math.abs(place - other) > 1.5 * LABEL_WIDTH;
  const atEdge = place < LABEL_WIDTH / 2 ? 'at-start' : place > 100 - LABEL_WIDTH / 2 ? 'at-end' : null;
  if (apart) return atEdge ?? 'at-middle';
  const [lower, higher] = [Math.min(place, other), Math.max(place, other)];
  if (place === higher) return higher > 100 - LABEL_WIDTH ? 'at-end' : 'at-start';
  return lower < LABEL_WIDTH || higher > 100 - LABEL_WIDTH ? null : 'at-end';
}

function row(entry: FiguredEntry, { scale, name, root }: { scale: IndexScale; name: string; root: string }): Markup {
  const { quantity, evidence, status } = entry.headline;
  const grade = evidence.grade === undefined ? null : html`grade ${evidence.grade}; `;
  return html`<li class="index-row"><a class="index-name" href="${reportHref(entry, root)}">${name}</a> <b class="index-value">${formatEstimate(quantity)}</b><span class="index-plot">${plot(entry, scale)}</span> <span class="index-more">${formatInterval(quantity)}; ${status === 'modelled' && 'modelled; '}${grade}${foundHere(entry)}</span></li>
`;
}

function plot({ headline: { quantity, status } }: FiguredEntry, { at, ends }: IndexScale): Markup {
  const { value, interval, percentiles } = quantity;
  const bar = (name: string, [low, high]: readonly (number | undefined)[], height: number) =>
    low === undefined || high === undefined
      ? null
      : html`<rect class="${name}" x="${at(low)}%" width="${Math.max(0, at(high) - at(low)).toFixed(2)}%" y="${12 - height / 2}" height="${height}"/>`;
  const lines = ends.map(({ headline }) => at(headline.quantity.value));
  return html`<svg width="100%" height="24" aria-hidden="true">${lines.map(
    (x) => html`<line class="end" x1="${x}%" x2="${x}%" y1="0" y2="24"/>`,
  )}${bar('half', [percentiles?.['25']?.value, percentiles?.['75']?.value], 12)}${bar('sure', [interval?.low, interval?.high], 4)}<circle class="${status === 'modelled' ? 'dot hollow' : 'dot'}" cx="${at(value)}%" cy="12" r="4.5"/></svg>`;
}

/** Reports without a figure: their names and what was found. */
export function thinList(entries: readonly IndexEntry[], nameOf: (entry: IndexEntry) => string, root: string): Markup {
  return html`<ul class="link-columns">${entries.map(
    (entry) =>
      html`<li><a href="${reportHref(entry, root)}">${nameOf(entry)}</a> <span class="quiet small">${observations(entry.headline.evidence)}</span></li>`,
  )}</ul>`;
}

export function reportHref({ path }: Pick<IndexEntry, 'path'>, root: string): string {
  return `${root}${encodePath(path)}/index.html`;
}
