/** The skills and credentials that a text names, for a terminal. */
import { BLANK, encodeLines, indent, type Line, line, span } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd } from '../wrap.js';
import { printable, quotation } from './printable.js';

export interface Mention {
  readonly id: string;
  readonly name: string;
  readonly span: readonly [number, number];
  /** How the text asks for it, when that was asked. */
  readonly need?: string;
}

export interface ReadMentions {
  readonly input: string;
  readonly skills: readonly Mention[];
  readonly credentials: readonly Mention[];
}

/** One text: each skill and credential once, how it is asked for, the words of its first mention, and how many. */
export function renderMentions(answer: ReadMentions, options: TerminalOptions): string {
  const page = pageFor(options);
  const { input, skills, credentials } = answer;
  const lines: Line[] = [
    BLANK,
    line(printable(input, page.width, page), 'strong'),
    ...(skills.length + credentials.length === 0 ? [line('no skill or credential of our list', 'dim')] : []),
    ...groupLines('Skills', skills, { input, page }),
    ...groupLines('Credentials', credentials, { input, page }),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

interface Setting {
  readonly input: string;
  readonly page: Page;
}

function groupLines(heading: string, mentions: readonly Mention[], { input, page }: Setting): Line[] {
  const groups = mentionsById(mentions);
  if (groups.size === 0) return [];
  const third = Math.floor(page.width / 3);
  const names = [...groups.values()].map(([first]) => printable(first!.name, third, page));
  const nameCells = Math.max(...names.map(textWidth)) + 2;
  const needCells = mentions.some(({ need }) => need !== undefined) ? 'mentioned'.length + 2 : 0;
  const room = page.width - nameCells - needCells - '  (99,999)'.length;
  const rows = [...groups.values()].map((group, index): Line => {
    const first = group[0]!;
    return [
      span(padEnd(names[index]!, nameCells), 'accent'),
      span(padEnd(strongestNeed(group) ?? '', needCells)),
      span(quotation(input, first.span, room, page), 'dim'),
      span(group.length === 1 ? '' : `  (${group.length})`, 'dim'),
    ];
  });
  return [line(`${heading} (${groups.size})`, 'accent-strong'), ...rows];
}

function mentionsById(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.id);
    if (group === undefined) groups.set(mention.id, [mention]);
    else group.push(mention);
  }
  return groups;
}

const NEEDS = ['required', 'preferred'];

/** A skill that is required once is required. */
function strongestNeed(group: readonly Mention[]): string | undefined {
  return NEEDS.find((need) => group.some((mention) => mention.need === need)) ?? group[0]?.need;
}
