/** Pay of all questions, or their differences, as rows on one axis. */
import type { ComparedFigure } from '../../../report/comparison-model.js';
import { CellCanvas } from '../cell-canvas.js';
import { axisLines, scaleOf } from '../charts/axis.js';
import { drawIntervalMark } from '../charts/interval-mark.js';
import { BLANK, type Line, line, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { clip, padEnd, padStart, wrap, wrapItems } from '../wrap.js';

type Row = ComparedFigure['rows'][number];

const GAP = 2;
const WIDEST_NAME = 26;

/** Title, subtitle, a row each with its mark, the axis, the key and the source line. */
export function comparedRows(figure: ComparedFigure, page: Page): Line[] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
  const names = Math.min(WIDEST_NAME, widest(figure.rows.map(({ name }) => name)));
  const values = widest(figure.rows.map(({ at }) => at?.label ?? ''));
  const left = names + GAP + values + GAP;
  const plot = page.width - left;
  const scale = scaleOf(figure.axis, plot);
  const rows = figure.rows.flatMap((row) => rowLines(row, { figure, names, values, plot, page }));
  const axis = axisLines(figure.axis, scale, plot, page).map((spans) => [span(' '.repeat(left)), ...spans]);
  const dim = (text: string) => wrap(text, page.width).map((words) => line(words, 'dim'));
  return [
    ...wrap(figure.title, page.width).map((words) => line(words, 'strong')),
    ...dim(figure.subtitle),
    BLANK,
    ...rows,
    ...axis,
    ...wrapItems(keyOf(figure, page), '   ', page.width).map((words) => line(words, 'dim')),
  ];
}

interface RowSpace {
  readonly figure: ComparedFigure;
  readonly names: number;
  readonly values: number;
  readonly plot: number;
  readonly page: Page;
}

function rowLines(row: Row, { figure, names, values, plot, page }: RowSpace): Line[] {
  const { glyphs } = page;
  const gap = ' '.repeat(GAP);
  const [name = '', ...more] = wrap(row.name, names).map((words) => clip(words, names, glyphs.ellipsis));
  const head = `${padEnd(name, names)}${gap}${padStart(row.at?.label ?? '', values)}${gap}`;
  const rest = more.map((words) => line(words));
  if (row.at === null)
    return [[span(head), span(clip(`${glyphs.hatch.repeat(3)} ${row.detail}`, plot, glyphs.ellipsis), 'dim')], ...rest];
  const canvas = new CellCanvas(plot, 1);
  const scale = scaleOf(figure.axis, plot);
  if (figure.kind === 'differences') canvas.set(scale(0), 0, glyphs.guide, 'dim');
  drawIntervalMark(canvas, 0, { ...row, at: row.at, tone: 'accent' }, { scale, page });
  return [[span(head), ...(canvas.lines()[0] ?? [])], ...rest];
}

function keyOf({ kind, rows }: ComparedFigure, { glyphs }: Page): string[] {
  const shown = rows.filter(({ at }) => at !== null);
  return [
    `${glyphs.point} ${kind === 'differences' ? 'difference' : 'median'}`,
    `${glyphs.interval.repeat(2)} its interval`,
    ...(shown.some(({ quartiles }) => quartiles !== null) ? [`${glyphs.tail.repeat(2)} middle half`] : []),
    ...(shown.some(({ modelled }) => modelled)
      ? [`${glyphs.modelledPoint} ${glyphs.modelledInterval.repeat(2)} modelled`]
      : []),
    ...(kind === 'differences' ? [`${glyphs.guide} no difference`] : []),
  ];
}
