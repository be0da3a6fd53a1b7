/** Daily postings figures, one table after the other. */
import { optionalNumber, requiredDay } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';
import { type Cells, SOFTWARE_SERIES, TRACKER_TABLES, type TrackerTable } from './tables.js';

const FOLDER = 'indeed-hiring-lab/job-postings';

/** Path of a table as its publisher keeps it; copies may be compressed. */
export function tablePath(file: string): string {
  return `${FOLDER}/${file}`;
}

export interface DailyFigure {
  readonly series: string;
  readonly day: string;
  /** Null on days without a figure. */
  readonly value: number | null;
}

/**
 * The figures of each table.
 *
 * @throws {SourceError} SOURCE_MISSING | SOURCE_COLUMN_MISSING | SOURCE_VALUE
 */
export async function* readTracker(raw: RawReader): AsyncGenerator<DailyFigure[]> {
  for (const table of TRACKER_TABLES) yield await readTable(raw, table);
  const { id, file, series } = SOFTWARE_SERIES;
  const records = await raw.records(await existing(raw, file), ['observation_date', id]);
  yield records.map((cells) => ({
    series,
    day: requiredDay(cells.observation_date, 'observation_date'),
    value: optionalNumber(cells[id], id, ['.']),
  }));
}

async function readTable(raw: RawReader, { file, figure, by, seriesOf }: TrackerTable): Promise<DailyFigure[]> {
  const records: Cells[] = await raw.records(await existing(raw, file), ['date', figure, ...by]);
  const named = new Map<string, string>();
  const days = new Map<string, string>();
  return records.map((cells) => ({
    series: once(named, by.map((column) => cells[column]).join('\n'), () => seriesOf(cells)),
    day: once(days, cells.date ?? '', () => requiredDay(cells.date ?? null, 'date')),
    value: optionalNumber(cells[figure] ?? null, figure, ['NA']),
  }));
}

/** Names and days repeat a thousand times over in a table. */
function once(known: Map<string, string>, key: string, read: () => string): string {
  let value = known.get(key);
  if (value === undefined) {
    value = read();
    known.set(key, value);
  }
  return value;
}

function existing(raw: RawReader, file: string): Promise<string> {
  return raw.firstOf(tablePath(file), `${tablePath(file)}.gz`);
}
