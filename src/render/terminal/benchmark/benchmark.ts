/** A benchmark for a terminal: a line a row, then what they come to. */
import { formatCount, formatMoneyShort, formatMonth } from '../../../core/format.js';
import type { BenchmarkOpening, BenchmarkRow, BenchmarkStream } from '../../../report/benchmark-model.js';
import { BLANK, encodeLines, indent, type Line, line, span, type Tone } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { printable } from '../text/printable.js';
import { padEnd, padStart, wrap } from '../wrap.js';

interface Column {
  readonly heading: string;
  readonly cells: number;
  readonly side: 'left' | 'right';
  readonly tone: Tone;
  readonly of: (row: BenchmarkRow) => string;
}

const GAP = 1;
const INTERVAL = '90% range';
/** Where titles would get fewer cells than these, the interval of the median is left out. */
const NARROWEST_TITLE = 12;

/** Lines as they come; a row without a figure says why in their place. */
export async function* renderBenchmark(stream: BenchmarkStream, options: TerminalOptions): AsyncGenerator<string> {
  const { opening, rows, closing } = stream;
  const page = pageFor(options);
  const columns = columnsOf(opening, page);
  const encode = (lines: readonly Line[]) => encodeLines(indent(lines, MARGIN), options.colour);
  yield encode([BLANK, headingLine(columns)]);
  for await (const row of rows) yield encode([rowLine(row, columns, page)]);
  const { summary, sources } = closing();
  yield encode([BLANK, ...summaryLines(summary, page), BLANK, ...closingLines(opening, sources, page)]);
}

function columnsOf({ hasPay, basis }: BenchmarkOpening, page: Page): readonly Column[] {
  const dash = page.unicode ? '–' : '-';
  const fixed: Column[] = [
    { heading: 'Median', cells: 8, side: 'right', tone: 'strong', of: (row) => short(row, row.median?.value) },
    { heading: INTERVAL, cells: 11, side: 'right', tone: 'dim', of: (row) => interval(row, dash) },
    ...(hasPay
      ? ([
          {
            heading: 'Ratio',
            cells: 5,
            side: 'right',
            tone: 'strong',
            of: ({ pay }) => pay?.compaRatio.toFixed(2) ?? '',
          },
          { heading: 'Pctl', cells: 4, side: 'right', tone: 'plain', of: percentileWords },
        ] as const satisfies readonly Column[])
      : []),
    ...(basis === null ? [{ heading: 'Basis', cells: 6, side: 'left', tone: 'plain', of: basisWord } as const] : []),
    { heading: 'Gr', cells: 2, side: 'left', tone: 'accent', of: gradeWord },
  ];
  const place: Column = { heading: 'Place', cells: 8, side: 'left', tone: 'plain', of: ({ place: name }) => name };
  const number: Column = { heading: 'Row', cells: 4, side: 'right', tone: 'dim', of: ({ row }) => formatCount(row) };
  const roomBeside = (others: readonly Column[]): number =>
    page.width - [number, place, ...others].reduce((sum, { cells }) => sum + cells + GAP, 0);
  const shown = roomBeside(fixed) < NARROWEST_TITLE ? fixed.filter(({ heading }) => heading !== INTERVAL) : fixed;
  const title: Column = { ...place, heading: 'Title', cells: roomBeside(shown), of: (row) => row.title };
  return [number, title, place, ...shown];
}

function headingLine(columns: readonly Column[]): Line {
  return columns.map(({ heading, cells, side }, index) => span(filled(heading, cells, side, index), 'accent-strong'));
}

function rowLine(row: BenchmarkRow, columns: readonly Column[], page: Page): Line {
  const named = row.median === null ? columns.slice(0, 3) : columns;
  const spans = named.map(({ cells, side, tone, of }, index) =>
    span(filled(printable(of(row), cells, page), cells, side, index), tone),
  );
  if (row.median !== null) return spans;
  const left = named.reduce((sum, { cells }) => sum + cells + GAP, 0);
  return [...spans, span(`  ${printable(row.note ?? 'no figure', page.width - left - 1, page)}`, 'warning')];
}

function filled(text: string, cells: number, side: Column['side'], index: number): string {
  return (index === 0 ? '' : ' '.repeat(GAP)) + (side === 'left' ? padEnd(text, cells) : padStart(text, cells));
}

/** In six cells. */
function basisWord({ basis }: BenchmarkRow): string {
  return basis === 'official' ? 'survey' : (basis ?? '');
}

function gradeWord({ grade, status }: BenchmarkRow): string {
  return `${grade ?? ''}${status === 'modelled' ? '~' : ''}`;
}

function short({ currency }: BenchmarkRow, amount: number | undefined): string {
  return amount === undefined || currency === null ? '' : formatMoneyShort(amount, currency);
}

/** Without the sign of the currency, which stands with the median. */
function interval({ median }: BenchmarkRow, dash: string): string {
  if (median === null) return '';
  const plain = (amount: number): string => (amount >= 9_995 ? `${formatCount(amount / 1000)}k` : formatCount(amount));
  return `${plain(median.low)}${dash}${plain(median.high)}`;
}

function percentileWords({ pay }: BenchmarkRow): string {
  const value = pay?.percentile?.value;
  if (value === undefined) return '';
  return value < 1 ? '<1' : value > 99 ? '>99' : String(Math.round(value));
}

type Closing = ReturnType<BenchmarkStream['closing']>;

function summaryLines(
  { rows, supported, modelled, insufficient, withPay, medianCompaRatio }: Closing['summary'],
  page: Page,
): Line[] {
  const counts = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}: ${formatCount(supported)} supported, ${formatCount(modelled)} modelled, ${formatCount(insufficient)} without a figure.`;
  const ratio =
    medianCompaRatio === null
      ? []
      : wrap(
          `Compa-ratio of the middle row: ${medianCompaRatio.toFixed(2)}, of ${formatCount(withPay)} with pay.`,
          page.width,
        );
  return [...wrap(counts, page.width).map((text) => line(text, 'strong')), ...ratio.map((text) => line(text))];
}

function closingLines({ asOf, basis, only }: BenchmarkOpening, sources: Closing['sources'], page: Page): Line[] {
  const whose = basis === null ? 'Each row names its basis; survey is official pay' : `Basis: ${basis}`;
  const own = only === undefined ? '' : ', from your own data alone';
  const ids = sources.map(({ id }) => id).join(', ');
  const words = [
    `Yearly, as of ${formatMonth(asOf)}${own}. ${whose}. Gr is the grade, A to D, and ~ a modelled figure; percentiles, scopes and notes are in the other formats.`,
    ...(ids === '' ? [] : [`Sources: ${ids}.`]),
  ];
  return words.flatMap((text) => wrap(text, page.width)).map((text) => line(text, 'dim'));
}
