/** Published cells as CSV (RFC 4180), one line a cell. */
import type { PublicationCell } from '../../report/publication.js';
import { csvLine } from './csv-line.js';

type Value = string | number | null;

const COLUMNS: Readonly<Record<string, (cell: PublicationCell) => Value>> = {
  basis: ({ basis }) => basis,
  work: ({ work }) => work.name,
  work_kind: ({ work }) => work.kind,
  work_id: ({ work }) => work.id,
  level: ({ level }) => level?.name ?? 'all levels',
  level_id: ({ level }) => level?.id ?? null,
  place: ({ place }) => place.name,
  place_id: ({ place }) => place.id,
  currency: ({ currency }) => currency,
  period_from: ({ period }) => period.from,
  period_to: ({ period }) => period.to,
  records_from: ({ records }) => records.from,
  records_to: ({ records }) => records.to,
  employers_from: ({ employers }) => employers?.from ?? null,
  employers_to: ({ employers }) => employers?.to ?? null,
  p10: ({ percentiles }) => percentiles['10'] ?? null,
  p25: ({ percentiles }) => percentiles['25'] ?? null,
  p50: ({ percentiles }) => percentiles['50'] ?? null,
  p75: ({ percentiles }) => percentiles['75'] ?? null,
  p90: ({ percentiles }) => percentiles['90'] ?? null,
};

/** A header and a line for every cell. An open band and a percentile that is not published are empty. */
export function renderCellsCsv(cells: readonly PublicationCell[]): string {
  const readers = Object.values(COLUMNS);
  const lines = cells.map((cell) => csvLine(readers.map((read) => read(cell))));
  return [csvLine(Object.keys(COLUMNS)), ...lines].join('');
}
