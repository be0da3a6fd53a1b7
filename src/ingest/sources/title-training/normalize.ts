/** Publishers' records to the rows the title model is trained on. */
import type { Exclusion } from '../../../store/port.js';
import { type EmployerAliases, employerKey, normaliseTitle } from '../../../text/index.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { OccupationCodes } from '../h1b-lca/occupation-code.js';
import type { DirectMatchRecord, OnetTitleRecords, TitleCountRecord } from './parse.js';

export interface CodedTitle {
  readonly soc: string;
  readonly title: string;
}

/** Filings by key of employer, key of title and published occupation. */
export interface FiledTitleRow {
  readonly employer: string;
  readonly key: string;
  readonly soc: string;
  readonly filings: number;
}

export interface TitleListing {
  readonly key: string;
  readonly soc: string;
  /** Whether workers of the occupation gave the title of themselves. */
  readonly reported: boolean;
}

/** Rows kept of a source, and why others were left out: rowsIn = rowsKept + the sum of the counts. */
export interface Account<Row> {
  readonly rows: Row[];
  readonly account: { readonly rowsIn: number; readonly rowsKept: number; readonly excluded: readonly Exclusion[] };
}

function account<Row>(rows: Row[], rowsIn: number, excluded: Exclusions): Account<Row> {
  return { rows, account: { rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() } };
}

/** Direct-match titles, and the occupations' own names. */
export function directMatches(
  records: readonly DirectMatchRecord[],
  occupations: readonly CodedTitle[],
  published: PublishedOccupations,
): Account<TitleListing> {
  const excluded = new Exclusions();
  const titles = records.map((record) => ({
    title: requiredText(record['2018 SOC Direct Match Title'], '2018 SOC Direct Match Title'),
    soc: published.codeOf(requiredText(record['2018 SOC Code'], '2018 SOC Code')),
  }));
  const named = [...titles, ...occupations].flatMap(({ title, soc: code }) => listing(title, code, false));
  excluded.add('title that holds no word', titles.length + occupations.length - named.length);
  return account(named, titles.length + occupations.length, excluded);
}

export function onetTitles(
  records: OnetTitleRecords,
  published: PublishedOccupations,
  known: ReadonlySet<string>,
): Account<TitleListing> {
  const excluded = new Exclusions();
  const rows: TitleListing[] = [];
  const add = (code: string | null, title: string | null, reported: boolean): void => {
    const soc18 = published.codeOf(requiredText(code, 'O*NET-SOC Code'));
    const found = known.has(soc18) ? listing(requiredText(title, 'job title'), soc18, reported) : null;
    if (found === null) excluded.add('occupation without a published code');
    else if (found.length === 0) excluded.add('title that holds no word');
    else rows.push(...found);
  };
  for (const record of records.jobTitles) add(record['O*NET-SOC Code'], record['Job Title'], false);
  for (const record of records.occupationNames) add(record['O*NET-SOC Code'], record.Title, false);
  for (const record of records.reportedTitles) add(record['O*NET-SOC Code'], record['Reported Job Title'], true);
  const rowsIn = records.jobTitles.length + records.reportedTitles.length + records.occupationNames.length;
  return account(rows, rowsIn, excluded);
}

function listing(title: string, code: string, reported: boolean): TitleListing[] {
  const key = normaliseTitle(title);
  return key === '' ? [] : [{ key, soc: code, reported }];
}

export function filedTitles(
  records: readonly TitleCountRecord[],
  codes: OccupationCodes,
  aliases: EmployerAliases,
): Account<FiledTitleRow> {
  const excluded = new Exclusions();
  const rows: FiledTitleRow[] = [];
  const keyOf = remembering(normaliseTitle);
  const employerOf = remembering((name) => employerKey(name, aliases));
  for (const record of records) {
    const code = codes.read(requiredText(record.soc_code, 'soc_code'), record.soc_title ?? '');
    const key = keyOf(record.job_title ?? '');
    const employer = employerOf(record.employer ?? '');
    if (code === null) excluded.add('occupation code of no edition');
    else if (key === '') excluded.add('title that holds no word');
    else if (employer === '') excluded.add('employer without a name');
    else rows.push({ employer, key, soc: code, filings: requiredNumber(record.n_certified, 'n_certified') });
  }
  return account(rows, records.length, excluded);
}

/** Answers the same question from memory: the files repeat titles and names. */
function remembering(read: (raw: string) => string): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    let answer = known.get(raw);
    if (answer === undefined) {
      answer = read(raw);
      known.set(raw, answer);
    }
    return answer;
  };
}
