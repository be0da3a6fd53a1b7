/**
 * What figures from private records may be published, in one place. Good practice of pay surveys and of statistical
 * disclosure control, not a legal safe harbour.
 */

/**
 * Whom a group of records protects: `persons` where one employer's payroll is published, `employers` where the records
 * are offers, `both` where they are payrolls of several employers.
 */
export type Protection = 'persons' | 'employers' | 'both';

/** Fewest persons behind a published figure, and behind the difference of any two. */
export const FEWEST_PERSONS = 10;

/** Fewest employers behind a published figure, and behind the difference of any two. */
export const FEWEST_EMPLOYERS = 5;

/** Largest share of the weight that one employer may hold, fraction. */
export const LARGEST_EMPLOYER_SHARE = 0.25;

/** Fewest records, and employers where they are protected, for the percentiles beside the median. */
export const FEWEST_FOR_QUARTILES = { records: 20, employers: 10 } as const;
export const FEWEST_FOR_TAILS = { records: 30, employers: 10 } as const;

/** Months that end with the newest record; older records are not published. */
export const PUBLISHED_MONTHS = 12;

export type PublishedPercentile = 10 | 25 | 50 | 75 | 90;

/** A group of records, as the thresholds see it. */
export interface GroupSize {
  readonly records: number;
  readonly employers: number;
  /** Share of the weight that the heaviest employer holds, fraction. */
  readonly largestShare: number;
}

/**
 * The weight of an employer with so many records, in shares and in percentiles: their square root, so that a large
 * employer carries more than a small one, but not the figure.
 */
export function employerWeight(records: number): number {
  return Math.sqrt(records);
}

export type Weakness = 'too-few-persons' | 'too-few-employers' | 'one-employer-dominates';

/** Why a group must not be published or derived; null where it may. */
export function weaknessOf(group: GroupSize, protection: Protection): Weakness | null {
  if (protection !== 'employers' && group.records < FEWEST_PERSONS) return 'too-few-persons';
  if (protection === 'persons') return null;
  if (group.employers < FEWEST_EMPLOYERS) return 'too-few-employers';
  return group.largestShare > LARGEST_EMPLOYER_SHARE ? 'one-employer-dominates' : null;
}

/** The percentiles that a group which may be published carries, lowest first. */
export function publishedPercentiles(group: GroupSize, protection: Protection): readonly PublishedPercentile[] {
  const carries = ({ records, employers }: { readonly records: number; readonly employers: number }): boolean =>
    group.records >= records && (protection === 'persons' || group.employers >= employers);
  if (!carries(FEWEST_FOR_QUARTILES)) return [50];
  return carries(FEWEST_FOR_TAILS) ? [10, 25, 50, 75, 90] : [25, 50, 75];
}

const RECORD_BANDS = [5, 10, 20, 30, 50, 100, 200, 500, 1000];
const EMPLOYER_BANDS = [5, 10, 20, 50, 100];

export interface CountBand {
  readonly from: number;
  /** null where the band is open. */
  readonly to: number | null;
}

/** The band in which a number of records is published. */
export function recordBand(count: number): CountBand {
  return bandOf(count, RECORD_BANDS);
}

/** The band in which a number of employers is published. */
export function employerBand(count: number): CountBand {
  return bandOf(count, EMPLOYER_BANDS);
}

function bandOf(count: number, starts: readonly number[]): CountBand {
  const at = starts.findLastIndex((start) => start <= count);
  const next = starts[at + 1];
  return { from: starts[at] ?? 0, to: next === undefined ? null : next - 1 };
}

/**
 * The unit to which a published amount is rounded: the largest of 1, 5, 10, 50, 100 ... that is at most a hundredth
 * of it.
 *
 * @example publishedUnit(96_300) // 500
 */
export function publishedUnit(amount: number): number {
  const most = amount / 100;
  if (!(most > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(most) + 1e-12);
  return 5 * power <= most ? 5 * power : power;
}

/** An amount as it is published. */
export function publishedAmount(amount: number): number {
  const unit = publishedUnit(amount);
  return Math.round(amount / unit) * unit;
}
