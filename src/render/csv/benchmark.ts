/** A benchmark as CSV (RFC 4180): UTF-8, commas, one header line. */
import type { BenchmarkStream } from '../../report/benchmark-model.js';
import { benchmarkColumns, type Cell } from '../format/benchmark-columns.js';

/** Numbers stand plain, every text in quotation marks; no text can be taken for a formula. */
export async function* renderBenchmarkCsv({ opening, rows }: BenchmarkStream): AsyncGenerator<string> {
  const columns = benchmarkColumns(opening);
  yield `${columns.map(({ name }) => name).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map(({ of }) => field(of(row))).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}
