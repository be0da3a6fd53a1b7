/**
 * Further findings as aligned rows: status, n, statement. What all of them have in common stands once below their
 * heading, a limit that several share once below the rows.
 */
import { formatCount } from '../../../core/format.js';
import type { Report } from '../../../report/model.js';
import type { FindingGroup } from '../../html/finding-groups.js';
import { hang, type Line, line, lineWidth, type Span, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padStart, wrap, wrapItems } from '../wrap.js';
import { type EvidencePart, type EvidenceParts, evidenceParts } from './evidence.js';
import { STATUS_COLUMN, statusMark } from './finding.js';

type Finding = Report['headline'];

const GAP = 2;

const COUNT_MARK = 'n ';

/** Below this many cells the number of observations stands in the line of evidence. */
const MIN_ROOM_FOR_COUNTS = 50;

/** Limits of a section, each under a letter; repeated ones are told once. */
export class Notes {
  readonly #letters = new Map<string, string>();
  #told = 0;

  /** @param known limits that stand elsewhere in the report and get no letter */
  constructor(private readonly known: readonly string[]) {}

  /** The letters of these limits. */
  lettersOf(texts: readonly string[]): string[] {
    return texts
      .filter((text) => !this.known.includes(text))
      .map((text) => {
        const letter = this.#letters.get(text) ?? letterAt(this.#letters.size);
        this.#letters.set(text, letter);
        return letter;
      });
  }

  /** The limits that were not told yet. */
  untold(): [letter: string, text: string][] {
    const fresh = [...this.#letters].slice(this.#told).map(([text, letter]): [string, string] => [letter, text]);
    this.#told = this.#letters.size;
    return fresh;
  }
}

/** a, b, ... z, aa, ab, ... */
function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

export function findingRows({ heading, findings }: FindingGroup, notes: Notes, report: Report, page: Page): Line[] {
  const parts = findings.map((finding) => evidenceParts(finding, report, page));
  const common = commonParts(parts);
  const counts = findings.map(({ evidence }) => formatCount(evidence.n));
  const widest = Math.max(...counts.map(textWidth));
  const inColumn = page.width >= MIN_ROOM_FOR_COUNTS;
  const left = STATUS_COLUMN + (inColumn ? COUNT_MARK.length + widest + GAP : 0);
  const rows = findings.flatMap((finding, index) => {
    const own = [...(parts[index] ?? [])].filter(([part]) => !common.has(part)).map(([, text]) => text);
    const count = counts[index] ?? '';
    const items = inColumn ? own : [COUNT_MARK + count, ...own];
    const body = rowText(finding, items, notes, { page, room: page.width - left });
    if (!inColumn) return hang(statusMark(finding.status, page), body, STATUS_COLUMN);
    const column = span(COUNT_MARK + padStart(count, widest), 'dim');
    return hang(statusMark(finding.status, page), hang(column, body, left - STATUS_COLUMN), STATUS_COLUMN);
  });
  return [
    ...(heading === null ? [] : wrap(heading, page.width).map((words) => line(words, 'strong'))),
    ...wrapItems([...common.values()], page.glyphs.separator, page.width).map((words) => line(words, 'dim')),
    ...rows,
    ...notes.untold().flatMap(([letter, text]) => noteLines(letter, text, page)),
  ];
}

interface Room {
  readonly page: Page;
  readonly room: number;
}

/** Statement with the letters of its limits, what is missing, and its own evidence behind it where there is room. */
function rowText(
  { status, statement, missing, caveats }: Finding,
  items: readonly string[],
  notes: Notes,
  { page, room }: Room,
) {
  const letters = notes.lettersOf(caveats).map((letter) => `[${letter}]`);
  const tone = status === 'insufficient' ? 'dim' : 'plain';
  const lines: Line[] = [
    ...wrap([statement, ...letters].join(' '), room).map((words) => line(words, tone)),
    ...(missing === undefined ? [] : wrap(missing, room).map((words) => line(words, 'dim'))),
  ];
  if (items.length === 0) return lines;
  const last = lines.at(-1) ?? [];
  const inOne = items.join(page.glyphs.separator);
  if (lines.length > 0 && lineWidth(last) + GAP + textWidth(inOne) <= room) {
    return [...lines.slice(0, -1), [...last, span(' '.repeat(GAP)), span(inOne, 'dim')]];
  }
  return [...lines, ...wrapItems(items, page.glyphs.separator, room).map((words) => line(words, 'dim'))];
}

function noteLines(letter: string, text: string, page: Page): Line[] {
  const mark = `[${letter}] `;
  const words = wrap(text, page.width - STATUS_COLUMN - textWidth(mark)).map((part) => line(part, 'dim'));
  const margin: Span = span(' '.repeat(STATUS_COLUMN) + mark, 'dim');
  return hang(margin, words, textWidth(margin.text));
}

/** What every row says in the same words. One row has nothing in common with another. */
function commonParts(rows: readonly EvidenceParts[]): EvidenceParts {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return new Map<EvidencePart, string>();
  return new Map([...first].filter(([part, text]) => others.every((row) => row.get(part) === text)));
}
