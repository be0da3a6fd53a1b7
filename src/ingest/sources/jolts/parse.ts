/** Monthly openings, hires, quits and separations, as a statistical service gives them or from older copies. */
import { SourceError } from '../../../core/errors.js';
import { optionalNumber, requiredDay } from '../../fields.js';
import { jsonList, jsonNumber, jsonObject, jsonText } from '../../json-values.js';
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'prices-wages-index';
const COPY = `${FOLDER}/bls-jolts-2021-2026.json`;

/** Series of the statistical service, in thousands, seasonally adjusted unless said. */
export const SERVICE_SERIES = [
  { id: 'JTSJOL', series: 'jolts-openings' },
  { id: 'JTSHIL', series: 'jolts-hires' },
  { id: 'JTSQUL', series: 'jolts-quits' },
  { id: 'JTSTSL', series: 'jolts-separations' },
  { id: 'JTSLDL', series: 'jolts-layoffs' },
  { id: 'JTS540099JOL', series: 'jolts-openings:professional and business services' },
  { id: 'JTU5100JOL', series: 'jolts-openings:information, not seasonally adjusted' },
] as const;

/** Series of the copy, by the bureau's own ids. */
const COPIED_SERIES: ReadonlyMap<string, string> = new Map([
  ['JTS000000000000000JOL', 'jolts-openings'],
  ['JTS000000000000000HIL', 'jolts-hires'],
  ['JTS000000000000000QUL', 'jolts-quits'],
  ['JTS000000000000000TSL', 'jolts-separations'],
]);

/** Copies by sector: an index, December 2000 being 100. */
const INDEX_COPIES = [
  {
    file: 'JTSJOL_Non_Farming.csv',
    column: 'JTSJOL_NBD20001201',
    series: 'jolts-openings-index',
  },
  {
    file: 'JTS540099JOL_Professional_Business_Services.csv',
    column: 'JTS540099JOL_NBD20001201',
    series: 'jolts-openings-index:professional and business services',
  },
  {
    file: 'JTU5100JOL_Information_Technology.csv',
    column: 'JTU5100JOL_NBD20001201',
    series: 'jolts-openings-index:information, not seasonally adjusted',
  },
] as const;

export interface MonthlyFigure {
  readonly series: string;
  /** First day of the month. */
  readonly month: string;
  /** Null for a month without a figure. */
  readonly value: number | null;
}

/** Where a series of the statistical service is kept. */
export function servicePath(id: string): string {
  return `${FOLDER}/${id}.csv`;
}

/** The service's own files where the first is there, else the copies. */
export async function parseJolts(raw: RawReader): Promise<MonthlyFigure[]> {
  if (await raw.has(servicePath(SERVICE_SERIES[0].id))) {
    const read = SERVICE_SERIES.map(({ id, series }) => readColumn(raw, { path: servicePath(id), column: id, series }));
    return (await Promise.all(read)).flat();
  }
  const copies = INDEX_COPIES.map(({ file, column, series }) =>
    readColumn(raw, { path: `${FOLDER}/${file}`, column, series }),
  );
  return [...copiedFigures(await raw.json(COPY)), ...(await Promise.all(copies)).flat()];
}

interface Column {
  readonly path: string;
  readonly column: string;
  readonly series: string;
}

async function readColumn(raw: RawReader, { path, column, series }: Column): Promise<MonthlyFigure[]> {
  const records = await raw.records(path, ['observation_date', column]);
  return records.map((record) => ({
    series,
    month: requiredDay(record.observation_date ?? null, 'observation_date'),
    value: optionalNumber(record[column] ?? null, column, ['.']),
  }));
}

/** @throws {SourceError} SOURCE_VALUE for a series that is not known or not in thousands, or a period that is no month */
export function copiedFigures(copy: unknown): MonthlyFigure[] {
  const all = jsonObject(jsonObject(copy, 'The copy').series, 'series');
  return Object.entries(all).flatMap(([id, value]) => {
    const series = COPIED_SERIES.get(id);
    const content = jsonObject(value, id);
    if (series === undefined || content.unit !== 'thousands') throw unknown(id);
    return jsonList(content.data, `data of ${id}`).map((item) => {
      const figure = jsonObject(item, `data of ${id}`);
      return {
        series,
        month: monthOf(jsonNumber(figure.year, 'year'), jsonText(figure.period, 'period')),
        value: jsonNumber(figure.value, 'value'),
      };
    });
  });
}

/** `M05` of 2026 is `2026-05-01`. */
function monthOf(year: number | null, period: string): string {
  if (year === null || !/^M(0[1-9]|1[0-2])$/.test(period)) throw unknown(`${period} of ${year}`);
  return `${year}-${period.slice(1)}-01`;
}

function unknown(what: string): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    `${what} is no series in thousands or no month that is known here.`,
    'Compare the file with its publisher: the layout may have changed.',
  );
}
