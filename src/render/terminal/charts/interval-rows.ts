/** Rows of one estimate each with its interval: the by-source strip, the ladder of levels, places by relative pay. */
import type { Figure } from '../../../report/model.js';
import { CellCanvas } from '../cell-canvas.js';
import { type Line, type Span, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, padStart, wrap } from '../wrap.js';
import { axisLines, scaleOf } from './axis.js';
import { framed } from './chart-frame.js';
import { drawIntervalMark } from './interval-mark.js';

type IntervalRows = Extract<Figure, { kind: 'by-source' | 'ladder' | 'relative-pay' }>;
type Row = IntervalRows['rows'][number];

const GAP = 2;
const MIN_PLOT = 30;
const MIN_DETAIL = 12;
const MAX_DETAIL = 34;

interface Columns {
  readonly name: number;
  readonly value: number;
  readonly plot: number;
  /** 0: details go under the name. */
  readonly detail: number;
}

function columnsFor(rows: readonly Row[], page: Page): Columns {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
  const name = widest(rows.map((row) => row.name));
  const value = widest(rows.map((row) => row.at?.label ?? ''));
  const left = GAP + name + GAP + value + GAP;
  const wanted = Math.min(MAX_DETAIL, widest(rows.filter((row) => row.at !== null).map((row) => row.detail)));
  const room = page.width - left - GAP - MIN_PLOT;
  const detail = wanted === 0 || room < Math.min(wanted, MIN_DETAIL) ? 0 : Math.min(wanted, room);
  return { name, value, detail, plot: page.width - left - (detail === 0 ? 0 : GAP + detail) };
}

function rowLines(row: Row, plot: readonly Span[], columns: Columns, page: Page): Line[] {
  const { glyphs } = page;
  const tone = row.highlight ? 'accent-strong' : 'plain';
  const head = [
    span(padEnd(row.highlight ? glyphs.selected : '', GAP), 'accent-strong'),
    span(padEnd(row.name, columns.name + GAP), tone),
    span(padStart(row.at?.label ?? '', columns.value) + ' '.repeat(GAP), tone),
  ];
  if (row.at === null) return insufficientLines(row, head, columns, page);
  if (columns.detail === 0) return [[...head, ...plot]];
  const [first = '', ...rest] = wrap(row.detail, columns.detail);
  const before = GAP + columns.name + GAP + columns.value + GAP + columns.plot + GAP;
  return [
    [...head, ...plot, span(' '.repeat(GAP) + first, 'dim')],
    ...rest.map((text) => [span(' '.repeat(before) + text, 'dim')]),
  ];
}

/** What is drawn instead of a mark where there is not enough evidence: a quiet hatch and the words. */
function insufficientLines(row: Row, head: Line, columns: Columns, page: Page): Line[] {
  const hatch = `${page.glyphs.hatch.repeat(3)} `;
  const left = GAP + columns.name + GAP + columns.value + GAP;
  return wrap(row.detail, page.width - left - textWidth(hatch)).map((text, index) =>
    index === 0 ? [...head, span(hatch + text, 'dim')] : [span(' '.repeat(left + hatch.length) + text, 'dim')],
  );
}

/** Name, value, mark on a common axis, detail; rows without enough evidence are hatched and say so. */
export function intervalRowsChart(figure: IntervalRows, page: Page): Line[] {
  const columns = columnsFor(figure.rows, page);
  const scale = scaleOf(figure.axis, columns.plot);
  const rows = figure.rows.flatMap((row) => {
    const canvas = new CellCanvas(columns.plot, 1);
    if (row.at !== null) {
      const mark = { ...row, at: row.at, tone: row.highlight ? ('accent' as const) : ('plain' as const) };
      drawIntervalMark(canvas, 0, mark, { scale, page });
    }
    return rowLines(row, canvas.lines()[0] ?? [], columns, page);
  });
  const left = GAP + columns.name + GAP + columns.value + GAP;
  const axis = axisLines(figure.axis, scale, columns.plot, page).map((spans) => [span(' '.repeat(left)), ...spans]);
  return framed(figure, [...rows, ...axis], page, keyOf(figure, page));
}

function keyOf(figure: IntervalRows, page: Page): string[] {
  const { glyphs } = page;
  const shown = figure.rows.filter((row) => row.at !== null);
  return [
    `${glyphs.point} ${figure.kind === 'relative-pay' ? 'mean, the nation = 100' : 'median'}`,
    ...(shown.some((row) => row.interval !== null) ? [`${glyphs.interval.repeat(2)} its interval`] : []),
    ...(shown.some((row) => row.quartiles !== null) ? [`${glyphs.tail.repeat(2)} middle half`] : []),
    ...(shown.some((row) => row.modelled)
      ? [`${glyphs.modelledPoint} ${glyphs.modelledInterval.repeat(2)} modelled`]
      : []),
  ];
}
