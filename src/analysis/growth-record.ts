/** What was known of growth before earlier years, and how the rules did in them: read from the market's parameters. */
import type { GrowthComponents } from '../stats/index.js';

export const GROWTH_RULES = ['pooled', 'mean-growth', 'overall-growth', 'last-value'] as const;

/** The rules of the back-test (see models/growth). */
export type GrowthRule = (typeof GROWTH_RULES)[number];

export interface GrowthRecord {
  /** Components as known before each year of the back-test, by that year. */
  readonly origins: ReadonlyMap<number, GrowthComponents>;
  /** Mean absolute error of next year's official mean over all those years, percent; null where none is recorded. */
  readonly errors: Readonly<Record<GrowthRule, number>> | null;
  /** Occupations times years behind the errors. */
  readonly n: number;
}

/** One row of the table `parameters`, as far as it is read here. */
export interface ParameterValue {
  readonly name: string;
  readonly value: number;
  readonly n: number;
}

const ORIGIN = /^growth\.origin-(\d{4})\.mean$/;

/**
 * The record kept in a market; empty for a market without one.
 *
 * @param yearMeans mean growth of large occupations by year, of all years
 */
export function growthRecord(rows: readonly ParameterValue[], yearMeans: GrowthComponents['yearMeans']): GrowthRecord {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const origins = rows.flatMap(({ name, value: mean }): [number, GrowthComponents][] => {
    const origin = Number(ORIGIN.exec(name)?.[1]);
    const part = (of: string): number | undefined => byName.get(`growth.origin-${origin}.${of}`)?.value;
    const [between, within, shock] = [part('between-variance'), part('within-variance'), part('shock-variance')];
    if (between === undefined || within === undefined || shock === undefined) return [];
    return [
      [
        origin,
        {
          mean,
          betweenVariance: between,
          withinVariance: within,
          shockVariance: shock,
          yearMeans: new Map([...yearMeans].filter(([year]) => year < origin)),
          meanYears: 1,
        },
      ],
    ];
  });
  const errors = GROWTH_RULES.map((rule) => byName.get(`forecast.error.${rule}`));
  const complete = errors.every((row) => row !== undefined);
  return {
    origins: new Map(origins.sort(([a], [b]) => a - b)),
    errors: complete
      ? (Object.fromEntries(GROWTH_RULES.map((rule, index) => [rule, errors[index]!.value])) as Record<
          GrowthRule,
          number
        >)
      : null,
    n: complete ? errors[0]!.n : 0,
  };
}

/** Largest error of pooled growth, as a share of the overall-growth rule's, at which it is published. */
const LARGEST_SHARE_OF_OVERALL = 0.92;

/** Whether pooled growth has earned its place; the mean-growth rule is published where it has not (METHODS 4). */
export function beatsTheRules({ errors }: GrowthRecord): boolean {
  if (errors === null) return true;
  return errors.pooled <= errors['mean-growth'] && errors.pooled <= LARGEST_SHARE_OF_OVERALL * errors['overall-growth'];
}
