/** Amounts whose column says that they are thousands: the word of the header goes to the number. */
import { createReadStream } from 'node:fs';
import { CsvReader, decodeBytes } from '../../../text/records/index.js';
import type { OpenContext, OpenedTable } from '../formats/open-context.js';
import { StagedTable } from '../formats/staged-table.js';
import type { ColumnLists } from './column-lists.js';
import { headerWords } from './header-words.js';

/** What is written after a bare number, so that the reader of pay takes both together. */
const SUFFIXES: readonly (readonly [pattern: RegExp, suffix: string])[] = [
  [/^(?:万|萬|만)/, '万'],
  [/^(?:k|thousand|000s|tsd|tausend|тыс|keur|kusd)/, 'k'],
  [/^(?:lakh|lpa|lac|ctc)/, ' lakh'],
  [/^crore/, ' crore'],
  [/^(?:million|mln)/, 'M'],
];

/** A number alone, or two with a dash between. */
const BARE_AMOUNT = /^\s*(\d[\d.,\s]*?)\s*(?:[-–—~〜～]\s*(\d[\d.,\s]*?)\s*)?$/;

/** A column with the word that its name says of every number in it. */
export interface ScaledColumn {
  readonly column: string;
  readonly suffix: string;
}

/** The word that the name of a column says of its numbers. */
export function scaleOf(column: string, lists: ColumnLists): ScaledColumn | null {
  const word = headerWords(column).find((part) => lists.scaled.has(part)) ?? '';
  const suffix = SUFFIXES.find(([pattern]) => pattern.test(word))?.[1];
  return suffix === undefined ? null : { column, suffix };
}

function withSuffix(cell: string, suffix: string): string {
  const [, low, high] = BARE_AMOUNT.exec(cell) ?? [];
  if (low === undefined) return cell;
  return high === undefined ? `${low}${suffix}` : `${low}${suffix} - ${high}${suffix}`;
}

/**
 * A staged table with the words written to its numbers: `500` under `年収(万円)` becomes `500万`.
 *
 * @param table must be staged; others are given back as they are
 */
export async function scaleColumns(
  table: OpenedTable,
  scaled: readonly ScaledColumn[],
  context: Pick<OpenContext, 'newPath' | 'limits'>,
): Promise<OpenedTable> {
  if (scaled.length === 0 || table.content.kind !== 'staged') return table;
  const suffixes = table.columns.map((name) => scaled.find(({ column }) => column === name)?.suffix);
  const staged = new StagedTable(context);
  const reader = new CsvReader(',');
  const take = async (records: Iterable<{ readonly fields: readonly string[] }>) => {
    for (const { fields } of records) {
      const cells = fields.slice(1).map((cell, index) => {
        const suffix = suffixes[index];
        return suffix === undefined ? cell : withSuffix(cell, suffix);
      });
      await staged.row(Number(fields[0]), cells);
    }
  };
  try {
    for await (const piece of decodeBytes(createReadStream(table.content.path))) await take(reader.push(piece));
    await take(reader.end());
    const { content } = await staged.finish();
    return { ...table, content };
  } catch (failure) {
    await staged.abandon();
    throw failure;
  }
}
