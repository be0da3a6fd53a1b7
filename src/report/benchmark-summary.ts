/** What all rows of a benchmark come to. */
import type { BenchmarkClosing, BenchmarkRow } from './benchmark-model.js';
import { METHOD_VERSION } from './build.js';
import type { SourceDescription } from './context.js';

/** Takes the rows as they are made, and keeps a number for each at most. */
export class BenchmarkSummary {
  readonly #counts = { supported: 0, modelled: 0, insufficient: 0 };
  readonly #ratios: number[] = [];
  readonly #sources = new Map<string, number>();

  add({ status, pay, sources }: BenchmarkRow): void {
    this.#counts[status] += 1;
    if (pay !== undefined) this.#ratios.push(pay.compaRatio);
    if (status !== 'insufficient') for (const id of sources) this.#sources.set(id, (this.#sources.get(id) ?? 0) + 1);
  }

  closing(sources: readonly SourceDescription[]): BenchmarkClosing {
    const { supported, modelled, insufficient } = this.#counts;
    const medianCompaRatio = median(this.#ratios);
    return {
      summary: {
        rows: supported + modelled + insufficient,
        supported,
        modelled,
        insufficient,
        withPay: this.#ratios.length,
        medianCompaRatio: medianCompaRatio === null ? null : Number(medianCompaRatio.toFixed(3)),
      },
      sources: sources.flatMap(({ id, name, publisher, address, vintage, licence, attribution }) => {
        const rows = this.#sources.get(id);
        return rows === undefined ? [] : [{ id, name, publisher, address, vintage, licence, attribution, rows }];
      }),
      method: { version: METHOD_VERSION, steps: BENCHMARK_STEPS },
    };
  }
}

const BENCHMARK_STEPS: readonly string[] = [
  'Every row is a question: its title, place and level. The figure is the headline of the report of that question.',
  'All amounts are yearly, full time, in the currency of the place, carried to the as-of date.',
  'supported: estimated directly from observations. modelled: percentiles, errors or the whole figure are modelled or borrowed from a wider scope. insufficient: no figure.',
  'Compa-ratio is pay over the median. Range penetration is (pay - P25) / (P75 - P25). The percentile is the place of the pay in the distribution. Their ranges hold nine of ten draws of the distribution; the uncertainty of the pay itself is not in them.',
  'Pay is compared with the basis named in the row and with no other.',
];

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
