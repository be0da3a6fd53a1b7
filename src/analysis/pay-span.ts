/** Growth of official pay since the first comparable year, nominal and after consumer prices. */
import { partToWholeRatio } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { INTERVAL_LEVEL } from './estimate.js';
import { ALL_OCCUPATIONS, modelledRsePercent, type OfficialData, type OfficialRow } from './official.js';
import type { Parameters } from './parameters.js';
import { type PriceChange, priceChange } from './prices.js';
import type { Question } from './question.js';

export interface PaySpan {
  readonly fromYear: number;
  readonly toYear: number;
  /** Mean pay of the mix in the last year over that in the first, nominal. */
  readonly ratio: number;
  /** null where the two years share survey panels, whose joint error is not published. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Consumer prices between the same months; null where one is missing. */
  readonly prices: PriceChange | null;
  readonly source: string;
}

/** The survey pools the panels of three years: figures this far apart share none. */
const POOLED_YEARS = 3;

/** Span over the years of the newest taxonomy, over occupations that have every year; null for fewer than two years. */
export async function paySpan(
  store: Store,
  question: Question,
  data: OfficialData,
  parameters: Parameters,
): Promise<PaySpan | null> {
  const national = data.rows.filter(
    (row) => row.place === question.place.country && row.soc !== ALL_OCCUPATIONS && row.mean !== null,
  );
  const toYear = Math.max(...national.map((row) => row.year));
  const taxonomy = national.find((row) => row.year === toYear)?.taxonomy;
  const comparable = national.filter((row) => row.taxonomy === taxonomy);
  const years = new Set(comparable.map((row) => row.year));
  const fromYear = Math.min(...years);
  if (toYear - fromYear < 2) return null;
  const rowOf = (soc: string, year: number): OfficialRow | undefined =>
    comparable.find((row) => row.soc === soc && row.year === year);
  const cells = question.occupations.flatMap(({ soc, share }) => {
    const first = rowOf(soc, fromYear);
    const last = rowOf(soc, toYear);
    if (first === undefined || last === undefined) return [];
    if (![...years].every((year) => rowOf(soc, year) !== undefined)) return [];
    return [
      {
        weight: share,
        part: last.mean ?? Number.NaN,
        whole: first.mean ?? Number.NaN,
        partRse: rse(last, parameters),
        wholeRse: rse(first, parameters),
        partShare: 0,
      },
    ];
  });
  if (cells.length === 0) return null;
  const { ratio, low, high } = partToWholeRatio(cells, INTERVAL_LEVEL);
  return {
    fromYear,
    toYear,
    ratio,
    interval: toYear - fromYear >= POOLED_YEARS ? { low, high } : null,
    prices: await priceChange(store, fromYear, toYear),
    source: comparable.find((row) => row.year === toYear)?.source ?? '',
  };
}

function rse(row: OfficialRow, parameters: Parameters): number {
  return (row.meanRsePercent ?? modelledRsePercent(row.jobs, parameters)) / 100;
}
