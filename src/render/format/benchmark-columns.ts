/** The columns of a benchmark in a table: the same in CSV and Excel. */
import type { BenchmarkOpening, BenchmarkRow } from '../../report/benchmark-model.js';
import { spreadsheetText } from './spreadsheet-text.js';

export type Cell = string | number | null;

export interface BenchmarkColumn {
  readonly name: string;
  readonly meaning: string;
  /** How Excel shows its numbers. */
  readonly form?: 'amount' | 'ratio' | 'percentile';
  /** Width in characters. */
  readonly width: number;
  readonly of: (row: BenchmarkRow) => Cell;
}

const text = (
  name: string,
  width: number,
  meaning: string,
  of: (row: BenchmarkRow) => string | null,
): BenchmarkColumn => ({
  name,
  meaning,
  width,
  of: (row) => {
    const value = of(row);
    return value === null ? null : spreadsheetText(value);
  },
});

const number = (
  name: string,
  form: BenchmarkColumn['form'],
  meaning: string,
  of: (row: BenchmarkRow) => number | null | undefined,
): BenchmarkColumn => ({
  name,
  meaning,
  width: 12,
  ...(form === undefined ? {} : { form }),
  of: (row) => of(row) ?? null,
});

const PERCENTILES = (['10', '25', '50', '75', '90'] as const).map((key) =>
  number(
    key === '50' ? 'median' : `p${key}`,
    'amount',
    key === '50' ? 'middle of the distribution' : `${key}th percentile, where it is known`,
    ({ known }) => known[key]?.value,
  ),
);

const ALWAYS: readonly BenchmarkColumn[] = [
  number('row', undefined, 'row of the file, the header not counted', ({ row }) => row),
  text('title', 36, 'as in the file', ({ title }) => title),
  text('place', 18, 'as in the file, or the one given for all rows', ({ place }) => place),
  text('level', 10, 'level asked for: of the column, else of the title', ({ level }) => level),
  text('read_as', 30, 'role or occupation the title was read as', ({ readAs }) => readAs),
  text('status', 12, 'supported, modelled, or insufficient: no figure', ({ status }) => status),
  text('basis', 10, 'whose pay it is: posted, filed, official, market or paid', ({ basis }) => basis),
  text('currency', 9, 'of all amounts of the row, which are yearly', ({ currency }) => currency),
  ...PERCENTILES,
  number('median_low', 'amount', 'lower end of the 90% interval of the median', ({ median }) => median?.low),
  number('median_high', 'amount', 'upper end of that interval', ({ median }) => median?.high),
  text('grade', 7, 'quality of the figure, A to D', ({ grade }) => grade),
  number('n', undefined, 'observations behind the figure', ({ n }) => n),
  number(
    'employers',
    undefined,
    'distinct employers behind it; empty where a source names none',
    ({ employers }) => employers,
  ),
];

const OF_PAY: readonly BenchmarkColumn[] = [
  number('pay', 'amount', 'pay of the row, made yearly', ({ pay }) => pay?.annual),
  number('compa_ratio', 'ratio', 'pay over the median', ({ pay }) => pay?.compaRatio),
  number('compa_ratio_low', 'ratio', 'its 5-95% range', ({ pay }) => pay?.compaRatioRange.low),
  number('compa_ratio_high', 'ratio', 'its 5-95% range', ({ pay }) => pay?.compaRatioRange.high),
  number(
    'percentile',
    'percentile',
    'place of the pay in the distribution, 0 to 100',
    ({ pay }) => pay?.percentile?.value,
  ),
  number('percentile_low', 'percentile', 'its 5-95% range', ({ pay }) => pay?.percentile?.low),
  number('percentile_high', 'percentile', 'its 5-95% range', ({ pay }) => pay?.percentile?.high),
  number('range_penetration', 'ratio', '(pay - p25) / (p75 - p25)', ({ pay }) => pay?.rangePenetration?.value),
];

const LAST: readonly BenchmarkColumn[] = [
  text('scope', 40, 'what the figure is for; it may be wider than asked', ({ scope }) => scope),
  text('scope_place', 12, 'place the figure is for', ({ scopePlace }) => scopePlace),
  text('sources', 24, 'sources behind it', ({ sources }) => (sources.length === 0 ? null : sources.join(', '))),
  text('as_of', 12, 'date the amounts were carried to', ({ asOf }) => asOf),
  text('note', 60, 'how the row was understood, or why it has no figure', ({ note }) => note),
];

/** Columns of pay stand only where the file states any. */
export function benchmarkColumns({ hasPay }: BenchmarkOpening): readonly BenchmarkColumn[] {
  return [...ALWAYS, ...(hasPay ? OF_PAY : []), ...LAST];
}
