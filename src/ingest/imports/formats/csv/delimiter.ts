/** What separates the fields of a text file. */
import { CsvReader } from '../../../../text/records/index.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Names for people. */
export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const LOOKED_AT = 64 * 1024;
const RECORDS = 100;

/** Records of the first lines as a delimiter gives them, up to the first fault or cut. */
export function leadingRecords(text: string, delimiter: Delimiter, most = RECORDS): (readonly string[])[] {
  const records: (readonly string[])[] = [];
  try {
    for (const { fields } of new CsvReader(delimiter).push(text)) {
      if (fields.length > 1 || fields[0]?.trim() !== '') records.push(fields);
      if (records.length === most) break;
    }
  } catch {
    // What comes before the fault is enough to choose by.
  }
  return records;
}

/** Excel writes the delimiter into a first line of its own. */
const DECLARED = /^sep=([,;\t|])\r?\n/i;

/** The delimiter a first line `sep=;` declares, and the length of that line. */
export function declaredDelimiter(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const found = DECLARED.exec(text);
  return found === null ? null : { delimiter: found[1] as Delimiter, length: found[0].length };
}

/**
 * The delimiter by which most records have one and the same number of fields, more than one; the comma where none
 * has.
 *
 * @param text the first lines of the file, with line feeds
 */
export function detectDelimiter(text: string): Delimiter {
  const cut = text.slice(0, LOOKED_AT);
  const end = cut.length < text.length ? cut.lastIndexOf('\n') + 1 : cut.length;
  const lines = end === 0 ? cut : cut.slice(0, end);
  const whole = lines.endsWith('\n') ? lines : `${lines}\n`;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(leadingRecords(whole, delimiter).map((fields) => fields.length));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of records with the most frequent number of fields, raised a little by that number. */
function scoreOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [fields, records] of times) {
    if (fields > 1) best = Math.max(best, (records / counts.length) * (1 - 1 / (fields + 1)));
  }
  return best;
}
