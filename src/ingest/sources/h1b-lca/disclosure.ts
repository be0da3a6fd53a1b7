/** The labour department's disclosure files: one workbook a quarter, all applications, about a hundred columns. */
import { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredText, SourceValueError } from '../../fields.js';
import type { RawRecord } from '../../raw-reader.js';
import { FILING_COLUMNS, type Filing, type FilingSet, filing } from './filing.js';

export const DISCLOSURE_COLUMNS = [
  'CASE_NUMBER',
  'CASE_STATUS',
  'RECEIVED_DATE',
  'FULL_TIME_POSITION',
  ...FILING_COLUMNS,
] as const;

export type DisclosureRecord = RawRecord<(typeof DISCLOSURE_COLUMNS)[number]>;

const STATUSES = ['certified', 'certified - withdrawn', 'denied', 'withdrawn'] as const;
/** Without these a filing says nothing. */
const NEEDED = FILING_COLUMNS.filter((column) => column !== 'SOC_TITLE');
/** Excel counts days from this one. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** Names among those of a folder that are disclosure files, oldest first. */
export function disclosureFiles(names: readonly string[]): string[] {
  return names.filter((name) => /^LCA_Disclosure_Data_FY\d{4}_Q[1-4]\.xlsx$/.test(name)).sort();
}

/** Takes one file after the other; an application that stands in two of them counts once. */
export class DisclosureReader {
  readonly #cases = new Set<string>();
  readonly #excluded = new Exclusions();
  readonly #filings: Filing[] = [];

  /** @throws {SourceError} when a value is not one the publisher documents */
  add(records: readonly DisclosureRecord[]): void {
    for (const record of records) {
      const reason = this.#reasonToExclude(record);
      if (reason !== null) this.#excluded.add(reason);
      else this.#filings.push(filing(record, dayOf(record.RECEIVED_DATE)));
    }
  }

  result(): FilingSet {
    const rowsIn = this.#filings.length + this.#excluded.total;
    return { filings: this.#filings, rowsIn, excluded: this.#excluded.list() };
  }

  #reasonToExclude(record: DisclosureRecord): string | null {
    const status = requiredCode(record.CASE_STATUS?.toLowerCase() ?? null, 'CASE_STATUS', STATUSES);
    if (!status.startsWith('certified')) return 'not certified';
    if (requiredCode(record.FULL_TIME_POSITION, 'FULL_TIME_POSITION', ['Y', 'N']) === 'N') return 'not full time';
    if (NEEDED.some((column) => (record[column] ?? '').trim() === '') || record.RECEIVED_DATE === null) {
      return 'without employer, title, occupation, wage, state or date';
    }
    const number = requiredText(record.CASE_NUMBER, 'CASE_NUMBER');
    if (this.#cases.has(number)) return 'application that another file, or an earlier row, holds';
    this.#cases.add(number);
    return null;
  }
}

/** A date as the workbook's cell holds it: a day, or the number of days that Excel counts. */
export function dayOf(value: string | null): string {
  const text = requiredText(value, 'RECEIVED_DATE');
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  const days = Number(text);
  if (!Number.isFinite(days) || days < 40_000 || days > 80_000) {
    throw new SourceValueError('RECEIVED_DATE', value, `holds '${text}' where a date belongs`);
  }
  return new Date(FIRST_DAY + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}
