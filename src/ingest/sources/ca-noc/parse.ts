/** Example titles of unit groups: the publisher's lists of elements, or a copy that holds one title a line. */
import { requiredCode } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'ca-noc-2021';
const COPY = `${FOLDER}/noc2021_example_titles.csv.gz`;
/** What the maker of the copy added of his own. */
const ADDED = `${FOLDER}/noc_2021_version_1.0_-_elements-additional.csv`;

const ENGLISH = {
  file: `${FOLDER}/noc_2021_version_1.0_-_elements.csv`,
  columns: ['Code - NOC 2021 V1.0', 'Element Type Label English', 'Element Description English'],
  kinds: ['Illustrative example(s)', 'All examples'],
} as const;
const FRENCH = {
  file: `${FOLDER}/cnp_2021_version_1.0_-_elements.csv`,
  columns: ['Code dela CNP 2021 v1.0', "Nom du type d'élément Français", "Description d'élément Français"],
  kinds: ['Exemple(s) illustratif(s)', 'Tous les exemples'],
} as const;

export type Language = 'en' | 'fr';

export interface ExampleTitle {
  readonly code: string | null;
  readonly title: string | null;
  readonly language: Language;
  /** Whether the entry is the publisher's own. */
  readonly official: boolean;
}

export async function parseExampleTitles(raw: RawReader): Promise<ExampleTitle[]> {
  if ((await raw.has(ENGLISH.file)) && (await raw.has(FRENCH.file))) {
    return [...(await parseElements(raw, ENGLISH, 'en')), ...(await parseElements(raw, FRENCH, 'fr'))];
  }
  return parseCopy(raw);
}

async function parseElements(
  raw: RawReader,
  { file, columns, kinds }: typeof ENGLISH | typeof FRENCH,
  language: Language,
): Promise<ExampleTitle[]> {
  const [code, kind, description] = columns;
  const wanted: ReadonlySet<string | null> = new Set(kinds);
  const records: readonly Readonly<Record<string, string | null>>[] = await raw.records(file, columns);
  return records
    .filter((record) => wanted.has(record[kind] ?? null))
    .map((record) => ({ code: record[code] ?? null, title: record[description] ?? null, language, official: true }));
}

async function parseCopy(raw: RawReader): Promise<ExampleTitle[]> {
  const additions = (await raw.has(ADDED)) ? await raw.records(ADDED, ['Element Description English']) : [];
  const added = new Set(additions.map((record) => record['Element Description English']));
  const records = await raw.records(COPY, ['noc2021', 'lang', 'example_title']);
  return records.map((record) => ({
    code: record.noc2021,
    title: record.example_title,
    language: requiredCode(record.lang, 'lang', ['en', 'fr']),
    official: !added.has(record.example_title),
  }));
}
