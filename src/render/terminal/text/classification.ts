/** What a job title was read as, for a terminal. */
import { formatPercent } from '../../../core/format.js';
import { findLevel } from '../../../core/level.js';
import { BLANK, encodeLines, indent, type Line, line, span } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { termList } from '../parts/prose.js';
import { padEnd, padStart } from '../wrap.js';
import { printable } from './printable.js';

export interface ReadTitle {
  readonly input: string;
  readonly role: { readonly name: string } | null;
  readonly level: { readonly id: string; readonly track: string } | null;
  readonly occupations: readonly { readonly soc: string; readonly title: string; readonly p: number }[];
  readonly broader: { readonly code: string; readonly p: number } | null;
  readonly status: 'matched' | 'backed-off' | 'abstained';
}

const STATUS_WORDS: Readonly<Record<ReadTitle['status'], string>> = {
  matched: 'matched',
  'backed-off': 'backed off: the group is surer than any one occupation',
  abstained: 'abstained: too little of the title is known',
};
const CODE_CELLS = 'dd-dddd'.length;
const SHARE_CELLS = 5;
const BAR_CELLS = 12;
const GAP = 2;

/** One title: role, level and occupations with their probabilities. */
export function renderClassification(answer: ReadTitle, options: TerminalOptions): string {
  const page = pageFor(options);
  const { role, level, broader, occupations, status } = answer;
  const terms = [
    { name: 'Role', values: [role === null ? 'none of the catalogue' : printable(role.name, page.width, page)] },
    { name: 'Level', values: [level === null ? 'none named' : levelWords(level, page)] },
    { name: 'Group', values: [broader === null ? '' : `${broader.code} ${percent(broader.p)}`] },
    { name: 'Status', values: [STATUS_WORDS[status]] },
  ];
  const lines: Line[] = [
    BLANK,
    line(printable(answer.input, page.width, page), 'strong'),
    BLANK,
    ...termList(terms, page),
    ...(occupations.length === 0 ? [] : [BLANK, line('Occupations (SOC 2018)', 'accent-strong')]),
    ...occupations.map((occupation) => occupationLine(occupation, page)),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

/** One of many titles on one line: title, level, first occupation. */
export function renderClassificationRow(answer: ReadTitle, options: TerminalOptions): string {
  const page = pageFor(options);
  const levelCells = 10;
  const rest = page.width - CODE_CELLS - SHARE_CELLS - levelCells - 4 * GAP;
  const titleCells = Math.floor(rest / 2);
  const gap = span(' '.repeat(GAP));
  const [first] = answer.occupations;
  const row = [
    span(padEnd(printable(answer.input, titleCells, page), titleCells)),
    gap,
    span(padEnd(answer.level === null ? '' : printable(answer.level.id, levelCells, page), levelCells), 'dim'),
    gap,
    ...(first === undefined
      ? [span(answer.status, 'dim')]
      : [
          span(first.soc, 'accent'),
          gap,
          span(padEnd(printable(first.title, rest - titleCells, page), rest - titleCells)),
          gap,
          span(padStart(percent(first.p), SHARE_CELLS)),
        ]),
  ];
  return encodeLines(indent([row], MARGIN), options.colour);
}

function occupationLine({ soc, title, p }: ReadTitle['occupations'][number], page: Page): Line {
  const titleCells = page.width - CODE_CELLS - SHARE_CELLS - BAR_CELLS - 3 * GAP;
  const gap = span(' '.repeat(GAP));
  return [
    span(padEnd(soc, CODE_CELLS), 'accent'),
    gap,
    span(padEnd(printable(title, titleCells, page), titleCells)),
    gap,
    span(padStart(percent(p), SHARE_CELLS), 'strong'),
    gap,
    span(page.glyphs.box.repeat(Math.round(Math.min(1, Math.max(0, p)) * BAR_CELLS)), 'accent'),
  ];
}

function levelWords({ id, track }: NonNullable<ReadTitle['level']>, page: Page): string {
  const name = findLevel(id)?.name.toLowerCase() ?? id;
  return printable(`${name}, ${track === 'management' ? 'management' : 'individual contributor'}`, page.width, page);
}

function percent(p: number): string {
  return formatPercent(100 * p);
}
