/** Which of a user's own records a publication speaks about. */
import { type Protection, PUBLISHED_MONTHS } from '../../core/publication-rules.js';
import { monthsBefore } from '../observation.js';
import type { Traits } from './lattice.js';

export type OwnBasis = 'posted' | 'paid';

/** A record before it is known which ones count. */
export interface StatedRecord {
  readonly traits: Traits;
  readonly currency: string;
  /** Yearly amount; the middle of a range. */
  readonly value: number;
  /** Mark of the employer; records without one share a mark. */
  readonly employer: number;
  /** Mark of the record's traits and pay; neither its date nor its employer, whose number may change. */
  readonly mark: number;
  /** Last month in which it may have been stated, `YYYY-MM`. */
  readonly month: string;
}

export type PrivateRecord = Pick<StatedRecord, 'traits' | 'value' | 'employer' | 'mark'>;

/** The records of one basis in one country. Nothing is published across two of them. */
export interface Population {
  readonly basis: OwnBasis;
  readonly country: string;
  readonly currency: string;
  readonly protection: Protection;
  readonly period: { readonly from: string; readonly to: string };
  readonly records: readonly PrivateRecord[];
}

export interface LeftOutCount {
  readonly reason: LeftOut;
  readonly count: number;
}

export type LeftOut = 'other-currency' | 'older' | 'earlier-payroll';

export interface StatedPopulation {
  readonly basis: OwnBasis;
  readonly country: string;
  /** Currency of the country; null where it is not known, and then no record counts. */
  readonly currency: string | null;
  readonly protection: Protection;
  readonly records: readonly StatedRecord[];
}

export interface CountedPopulation {
  /** null where no record counts. */
  readonly population: Population | null;
  readonly leftOut: readonly LeftOutCount[];
}

/**
 * The records that count: in the country's currency, of the twelve months that end with the newest one, and of
 * payrolls the newest month of each employer, so that nobody counts twice.
 */
export function populationOf({ records, currency, ...about }: StatedPopulation): CountedPopulation {
  const inCurrency = records.filter((record) => record.currency === currency);
  const to = latest(inCurrency);
  const oldest = to === null ? '' : monthsBefore(`${to}-01`, PUBLISHED_MONTHS - 1).slice(0, 7);
  const recent = inCurrency.filter(({ month }) => month >= oldest);
  const kept = about.basis === 'paid' ? newestByEmployer(recent) : recent;
  const leftOut: LeftOutCount[] = [
    { reason: 'other-currency', count: records.length - inCurrency.length },
    { reason: 'older', count: inCurrency.length - recent.length },
    { reason: 'earlier-payroll', count: recent.length - kept.length },
  ];
  return {
    population:
      to === null || currency === null ? null : { ...about, currency, period: periodOf(kept, to), records: kept },
    leftOut: leftOut.filter(({ count }) => count > 0),
  };
}

function periodOf(records: readonly StatedRecord[], to: string): Population['period'] {
  return { from: records.map(({ month }) => month).sort()[0] ?? to, to };
}

function newestByEmployer(records: readonly StatedRecord[]): StatedRecord[] {
  const newest = new Map<number, string>();
  for (const { employer, month } of records) {
    if (month > (newest.get(employer) ?? '')) newest.set(employer, month);
  }
  return records.filter(({ employer, month }) => newest.get(employer) === month);
}

function latest(records: readonly StatedRecord[]): string | null {
  return records.reduce<string | null>((last, { month }) => (last === null || month > last ? month : last), null);
}
