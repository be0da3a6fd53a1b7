/** Related job titles of unit groups: the publisher's workbook, or a copy of that column as text. */
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'uk-soc2020';
const COPY = `${FOLDER}/soc2020_related_job_titles.csv`;
const WORKBOOK = /^soc2020_?volume1.*\.xlsx$/;
/** What the publisher writes into empty cells. */
const BLANK = '<blank>';
const UNIT_GROUP = 'SOC 2020 Unit Group';
const TITLES = 'Related Job Titles';

export interface RelatedTitle {
  readonly code: string | null;
  readonly title: string | null;
}

/** Titles of the newest workbook in the folder, else of the copy. */
export async function parseRelatedTitles(raw: RawReader): Promise<RelatedTitle[]> {
  const workbook = (await raw.list(FOLDER)).filter((name) => WORKBOOK.test(name)).at(-1);
  return workbook === undefined ? parseTitleCopy(raw) : parseTitleWorkbook(raw, workbook);
}

/** One title a line. */
export async function parseTitleCopy(raw: RawReader): Promise<RelatedTitle[]> {
  const records = await raw.records(COPY, ['soc2020', 'related_job_title']);
  return records.map(({ soc2020, related_job_title }) => ({ code: soc2020, title: related_job_title }));
}

/** One group a row; its titles are lines that begin with a tilde. */
export async function parseTitleWorkbook(raw: RawReader, name: string): Promise<RelatedTitle[]> {
  const rows = await raw.sheet(`${FOLDER}/${name}`, 'SOC2020 descriptions', [UNIT_GROUP, TITLES]);
  return rows
    .filter((row) => row[UNIT_GROUP] !== BLANK && row[TITLES] !== BLANK)
    .flatMap((row) =>
      (row[TITLES] ?? '')
        .split(/\n|~/)
        .map((title) => title.trim())
        .filter((title) => title !== '')
        .map((title) => ({ code: row[UNIT_GROUP], title })),
    );
}
