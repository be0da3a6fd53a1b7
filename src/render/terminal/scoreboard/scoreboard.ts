/** The scoreboard, for a terminal. */
import { formatCount, formatDate } from '../../../core/format.js';
import type { Scoreboard } from '../../../report/scoreboard.js';
import { BLANK, encodeLines, hang, indent, type Line, line, span, type Tone } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { paragraph } from '../parts/prose.js';
import { printable } from '../text/printable.js';
import { padEnd, padStart, wrap } from '../wrap.js';

type Row = Scoreboard['scoreboard'][number];

const ID_CELLS = 'forecast.oews.coverage'.length;
const VALUE_CELLS = 'measured'.length;
const COUNT_CELLS = '100,000'.length;
const VERDICT_CELLS = 'reported'.length;
const GAP = '  ';

/** One line a score, then each miss with the figures behind it, then what the columns mean. */
export function renderScoreboard({ scoreboard, summary, asOf, notes }: Scoreboard, options: TerminalOptions): string {
  const page = pageFor(options);
  const missed = scoreboard.filter(({ met }) => met === false);
  const lines: Line[] = [
    BLANK,
    line(`Scoreboard, data to ${formatDate(asOf)}`, 'strong'),
    line(`${summary.met} met, ${summary.missed} missed, ${summary.reported} reported without a hold`, 'dim'),
    BLANK,
    ...tableLines(scoreboard, page),
    ...(missed.length === 0 ? [] : [BLANK, line('Missed', 'accent-strong')]),
    ...missed.flatMap((row) => missLines(row, page)),
    BLANK,
    line('What they are', 'accent-strong'),
    ...scoreboard.flatMap((row) => meaningLines(row, page)),
    ...notes.flatMap((note) => [BLANK, ...paragraph(printable(note, note.length, page), page, 'warning')]),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

function tableLines(rows: readonly Row[], page: Page): Line[] {
  const holdCells = page.width - ID_CELLS - VALUE_CELLS - COUNT_CELLS - VERDICT_CELLS - 4 * GAP.length;
  const cells = (id: string, value: string, hold: string, n: string): string =>
    [padEnd(id, ID_CELLS), padStart(value, VALUE_CELLS), padEnd(hold, holdCells), padStart(n, COUNT_CELLS)].join(GAP);
  return [
    line(`${cells('id', 'measured', 'hold', 'n') + GAP}verdict`, 'dim'),
    ...rows.flatMap((row): Line[] => {
      const [first = '', ...more] = wrap(row.hold ?? 'none', holdCells);
      return [
        [
          span(cells(row.id, measured(row), first, formatCount(row.n)) + GAP),
          span(verdictOf(row), TONES[verdictOf(row)]),
        ],
        ...more.map((words) => line(cells('', '', words, ''))),
        ...(row.recordedOn === undefined ? [] : [line(cells('', '', `recorded ${row.recordedOn}`, ''), 'dim')]),
      ];
    }),
  ];
}

const TONES: Readonly<Record<string, Tone>> = { met: 'accent', missed: 'warning', reported: 'dim' };

function verdictOf({ met }: Pick<Row, 'met'>): 'met' | 'missed' | 'reported' {
  return met === null ? 'reported' : met ? 'met' : 'missed';
}

function missLines(row: Row, page: Page): Line[] {
  const unmet = row.parts.filter(({ met }) => met === false);
  const itself = unmet.length === 0 || !liesIn(row) ? [`${row.id} is ${measured(row)}; hold: ${row.hold ?? ''}.`] : [];
  const parts = unmet.map(
    (part) => `${row.id}, ${part.name}: ${figure(part.value)} (n ${formatCount(part.n)}); hold: ${part.hold ?? ''}.`,
  );
  return [...itself, ...parts].flatMap((text) => listed(text, page));
}

function liesIn({ value, limits }: Row): boolean {
  if (limits === null) return true;
  const { low, high } = limits;
  return (low === null || value >= low) && (high === null || value <= high);
}

function meaningLines(row: Row, page: Page): Line[] {
  const error = row.standardError === undefined ? '' : ` Monte Carlo standard error ${figure(row.standardError)}.`;
  const beside = row.reference === null ? '' : ` Beside it: ${row.reference}.`;
  return listed(`${row.id}: ${row.metric}; n counts ${row.counted}.${error}${beside}`, page);
}

function listed(text: string, page: Page): Line[] {
  const words = wrap(printable(text, text.length, page), page.width - GAP.length);
  return hang(
    span(page.glyphs.leader, 'dim'),
    words.map((part) => line(part)),
    GAP.length,
  );
}

function measured({ value }: Row): string {
  return figure(value);
}

/** Counts whole, everything else to four decimals. */
function figure(value: number): string {
  return Number.isInteger(value) && value !== 1 ? formatCount(value) : value.toFixed(4);
}
