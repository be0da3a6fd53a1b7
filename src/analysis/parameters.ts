/** Scalars that were fitted while the market was built. */
import { MarketError } from '../core/errors.js';
import { select } from '../query/plan.js';
import type { GrowthComponents } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { type GrowthRecord, growthRecord } from './growth-record.js';
import { type LevelRatios, readLevelRatios } from './level-ratios.js';
import { type PostedChange, readPostedChanges } from './posted-index.js';
import { readSourceBiases, type SourceBiases } from './source-biases.js';

export interface Parameters {
  /** Factor on the variance of a source that names no employers. */
  readonly designEffect: number;
  /** How mean pay of occupations grows (see models/growth). */
  readonly growth: GrowthComponents;
  /** What was known of growth before earlier years, and how the rules did in them. */
  readonly growthRecord?: GrowthRecord | undefined;
  /** Annual standard deviation of a role's pay around the all-sector index. */
  readonly roleDeviationSd: number;
  /** ln(relative standard error, percent) = intercept + slope x ln(jobs), for official cells published without one. */
  readonly rseIntercept: number;
  readonly rseSlope: number;
  /** The same line for the number of jobs itself. */
  readonly jobsRseIntercept: number;
  readonly jobsRseSlope: number;
  /** Ratios of pay between levels; empty in a market built before they were fitted. */
  readonly levelRatios?: LevelRatios;
  /** Biases of sources against the official survey; none in a market built before they were fitted. */
  readonly sourceBiases?: SourceBiases;
  /** Yearly changes of advertised pay in our own rows; none in a market built before they were fitted. */
  readonly postedChanges?: readonly PostedChange[];
}

const YEAR_MEAN = 'growth.year-mean.';

/** @throws {MarketError} MARKET_INCOMPLETE when one is missing */
export async function loadParameters(store: Store): Promise<Parameters> {
  const rows = await store.read(select('parameters', ['name', 'value', 'n']));
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const read = (name: string): number => {
    const value = values.get(name);
    if (value === undefined) {
      throw new MarketError(
        'MARKET_INCOMPLETE',
        `the market has no parameter "${name}"`,
        'Rebuild it: goingrate market build --from DIR',
      );
    }
    return value;
  };
  const yearMeans = rows
    .filter((row) => row.name.startsWith(YEAR_MEAN))
    .map((row): [number, number] => [Number(row.name.slice(YEAR_MEAN.length)), row.value]);
  return {
    designEffect: read('design-effect'),
    growth: {
      mean: read('growth.mean'),
      betweenVariance: read('growth.between-variance'),
      withinVariance: read('growth.within-variance'),
      shockVariance: read('growth.shock-variance'),
      yearMeans: new Map(yearMeans),
      meanYears: read('growth.mean-years'),
    },
    growthRecord: growthRecord(rows, new Map(yearMeans)),
    roleDeviationSd: read('ageing.role-deviation-sd'),
    rseIntercept: read('official.rse-intercept'),
    rseSlope: read('official.rse-slope'),
    jobsRseIntercept: read('official.jobs-rse-intercept'),
    jobsRseSlope: read('official.jobs-rse-slope'),
    levelRatios: readLevelRatios(rows),
    sourceBiases: readSourceBiases(rows),
    postedChanges: readPostedChanges(rows),
  };
}
