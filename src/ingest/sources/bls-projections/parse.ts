/** The employment projections, in thousands of jobs as published: the bureau's workbook, or one edition as text. */
import { SourceError } from '../../../core/errors.js';
import type { RawReader } from '../../raw-reader.js';

/** One occupation; the workbook also holds sums of them and footnotes. */
export interface ProjectionRecord {
  readonly code: string | null;
  /** `Line item` for an occupation, `Summary` for a group, null for a footnote. */
  readonly type: string | null;
  readonly empBase: string | null;
  readonly empProjected: string | null;
  readonly changePct: string | null;
  readonly openings: string | null;
}

export interface Projections {
  readonly baseYear: number;
  readonly targetYear: number;
  readonly records: readonly ProjectionRecord[];
}

const FOLDER = 'bls-employment-projections';
const WORKBOOK = `${FOLDER}/occupation.xlsx`;
const COPY = { path: `${FOLDER}/projections_2024_34.csv`, baseYear: 2024, targetYear: 2034 } as const;
const SHEET = 'Table 1.2';
const TYPE = 'Occupation type';

/** The copy has occupations alone. */
export async function parseProjections(raw: RawReader): Promise<Projections> {
  if ((await raw.firstOf(WORKBOOK, COPY.path)) === WORKBOOK) return parseWorkbook(raw, WORKBOOK);
  const { path, baseYear, targetYear } = COPY;
  const records = await raw.records(path, ['code', 'empBase', 'empProjected', 'changePct', 'openings']);
  return { baseYear, targetYear, records: records.map((record) => ({ ...record, type: 'Line item' })) };
}

/** Any edition: the years are read from the names of its columns. */
export async function parseWorkbook(raw: RawReader, path: string): Promise<Projections> {
  const columns = editionColumns(await raw.sheetColumns(path, SHEET, TYPE), path);
  const { code, empBase, empProjected, changePct, openings } = columns;
  const records = await raw.sheet(path, SHEET, [TYPE, code, empBase, empProjected, changePct, openings]);
  return {
    baseYear: columns.baseYear,
    targetYear: columns.targetYear,
    records: records.map((record) => ({
      type: record[TYPE] ?? null,
      code: record[code] ?? null,
      empBase: record[empBase] ?? null,
      empProjected: record[empProjected] ?? null,
      changePct: record[changePct] ?? null,
      openings: record[openings] ?? null,
    })),
  };
}

/**
 * Names of the columns of one edition, `Employment, 2024` and the like; the dash of `2024-34` has changed in kind.
 *
 * @throws {SourceError} SOURCE_COLUMN_MISSING
 */
export function editionColumns(header: readonly string[], path: string) {
  const find = (pattern: RegExp, example: string): string => {
    const found = header.find((column) => pattern.test(column));
    if (found !== undefined) return found;
    const remedy = 'Compare the file with its publisher: the layout may have changed.';
    throw new SourceError(
      'SOURCE_COLUMN_MISSING',
      `${path}, sheet '${SHEET}', has no column like '${example}'.`,
      remedy,
    );
  };
  const code = find(/^\d{4} National Employment Matrix code$/, '2024 National Employment Matrix code');
  const baseYear = Number(code.slice(0, 4));
  const empBase = find(new RegExp(`^Employment, ${baseYear}$`), `Employment, ${baseYear}`);
  const empProjected = find(new RegExp(`^Employment, (?!${baseYear})\\d{4}$`), `Employment, ${baseYear + 10}`);
  return {
    code,
    empBase,
    empProjected,
    changePct: find(/^Employment change, percent, \d{4}\D\d{2}$/, 'Employment change, percent, 2024-34'),
    openings: find(
      /^Occupational openings, \d{4}\D\d{2} annual average$/,
      'Occupational openings, 2024-34 annual average',
    ),
    baseYear,
    targetYear: Number(empProjected.slice(-4)),
  };
}
