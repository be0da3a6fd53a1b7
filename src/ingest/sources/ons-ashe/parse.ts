/** Annual gross pay by occupation: the publisher's workbooks, and copies of earlier ones as text. */
import { requiredCode, requiredNumber } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';

const FOLDER = 'uk-ons-ashe';
const CELLS = `${FOLDER}/ashe_table14_cells_2021_2024_provisional.csv.gz`;
const REVISED = `${FOLDER}/uk_ashe.json.gz`;
const IT_2025 = `${FOLDER}/salary_uk.json`;
const REGIONS = `${FOLDER}/ashe_table25_7a_2023_region_annual_gross.csv`;
const WORKBOOK = /^ashe_table14_7([ab])_(\d{4})_(provisional|revised)(?:_cv)?\.xlsx$/;

const FIGURES = ['jobs_thousand', 'median', 'mean', 'p10', 'p25', 'p75', 'p90'] as const;
const CELL_COLUMNS = ['year', 'status', 'classification', 'table', 'sheet', 'code', 'description', ...FIGURES] as const;
export const REGION_COLUMNS = ['year', 'sheet', 'region', 'area_code', 'sector', ...FIGURES] as const;
const SHEET_COLUMNS = ['Description', 'Code', '(thousand)', 'Median', 'Mean', '10', '25', '75', '90'] as const;

export type AsheStatus = 'provisional' | 'revised';
const STATUSES = ['provisional', 'revised'] as const;
const CLASSIFICATIONS = ['SOC 2010', 'SOC 2020'] as const;

/** One line of one sheet, in whatever form it was published; figures as text, marks kept. */
export interface AsheLine extends RawRecord<(typeof FIGURES)[number]> {
  readonly year: number;
  readonly status: AsheStatus;
  readonly classification: (typeof CLASSIFICATIONS)[number];
  /** `14.7a` gives figures, `14.7b` their coefficients of variation in percent. */
  readonly table: string;
  readonly sheet: string;
  readonly code: string | null;
  readonly description: string | null;
}

export interface AsheRecords {
  readonly lines: readonly AsheLine[];
  readonly regions: readonly RawRecord<(typeof REGION_COLUMNS)[number]>[];
  /** Revised figures 2021-2024 as monthly twelfths; null where the file is not there. */
  readonly revised: unknown;
  /** Six occupations of 2025, full- and part-time; null where the file is not there. */
  readonly it2025: unknown;
}

/** The sheet whose people work full time. */
export const FULL_TIME = 'Full-Time';

export async function parseAshe(raw: RawReader): Promise<AsheRecords> {
  const workbooks = (await raw.list(FOLDER)).filter((name) => WORKBOOK.test(name));
  if (workbooks.length === 0) await raw.firstOf(CELLS);
  const cells = (await raw.has(CELLS)) ? await parseCells(raw) : [];
  const known = new Set(cells.map(editionOf));
  const lines = [...cells];
  for (const name of workbooks) {
    if (!known.has(editionOf(workbookEdition(name)))) lines.push(...(await parseAsheWorkbook(raw, name)));
  }
  return {
    lines,
    regions: (await raw.has(REGIONS)) ? await raw.records(REGIONS, REGION_COLUMNS) : [],
    revised: (await raw.has(REVISED)) ? await raw.json(REVISED) : null,
    it2025: (await raw.has(IT_2025)) ? await raw.json(IT_2025) : null,
  };
}

/** The full-time sheet of one workbook of the publisher, by its name in the folder. */
export async function parseAsheWorkbook(raw: RawReader, name: string): Promise<AsheLine[]> {
  const rows = await raw.sheet(`${FOLDER}/${name}`, FULL_TIME, SHEET_COLUMNS);
  const edition = workbookEdition(name);
  return rows
    .filter((row) => row.Code !== null || row.Description?.trim() === 'All employees')
    .map((row) => ({
      ...edition,
      // From the edition of 2022 on; the workbook of 2021 has another name and another form.
      classification: 'SOC 2020' as const,
      sheet: FULL_TIME,
      code: row.Code,
      description: row.Description,
      jobs_thousand: row['(thousand)'],
      median: row.Median,
      mean: row.Mean,
      p10: row['10'],
      p25: row['25'],
      p75: row['75'],
      p90: row['90'],
    }));
}

async function parseCells(raw: RawReader): Promise<AsheLine[]> {
  const records = await raw.records(CELLS, CELL_COLUMNS);
  return records.map((record) => ({
    ...record,
    year: requiredNumber(record.year, 'year'),
    status: requiredCode(record.status, 'status', STATUSES),
    classification: requiredCode(record.classification, 'classification', CLASSIFICATIONS),
    table: record.table ?? '',
    sheet: record.sheet ?? '',
  }));
}

type Edition = Pick<AsheLine, 'year' | 'status' | 'table'>;

function workbookEdition(name: string): Edition {
  const [, table, year, status] = WORKBOOK.exec(name)!;
  return { table: `14.7${table}`, year: Number(year), status: status as AsheStatus };
}

function editionOf({ year, status, table }: Edition): string {
  return `${year} ${status} ${table}`;
}
