/**
 * Index of advertised pay from our own rows, at constant role, level, place, source and employer (METHODS 4).
 *
 * Most rows come from a source that names no employer: what changes inside a cell when other employers advertise looks
 * like a change of pay, and no error states it. The index is therefore shown beside the one that carries pay to the
 * as-of date and never takes its place.
 */
import { select } from '../query/plan.js';
import { timeDummyIndex } from '../stats/index.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';
import { loadWageFactor, monthIndex, monthText } from './wage-factor.js';

export interface PostedIndexPoint {
  /** `2024`, or `2024-07` for the quarter that begins in July. */
  readonly period: string;
  /** Log of the index, 0 in the first period. */
  readonly logIndex: number;
  /** Log change from the period before. */
  readonly change: number;
  /** Standard errors of both. */
  readonly indexSd: number;
  readonly changeSd: number;
  readonly offers: number;
  /** Cells seen in this period and in the one before. */
  readonly cells: number;
  /** The same change by the index of advertised wages that carries pay, middle of the period to middle. */
  readonly wageIndexChange: number;
}

export interface PostedIndexOptions {
  readonly step: 'year' | 'quarter';
  /** Factor on the variance of sources that name no employers. */
  readonly designEffect: number;
}

const MONTHS = { year: 12, quarter: 3 } as const;
const COVERAGE = 0.9;
/** A period with fewer offers is none. */
const FEWEST_OFFERS = 30;
/** A yearly change is kept from this precision on. */
const LARGEST_SD = 0.02;

/**
 * The index over US offers in catalogued roles; offers dated less exactly than a period are left out.
 *
 * @returns points after the first period, to the last whose change rests on several clusters
 */
export async function postedIndex(store: Store, options: PostedIndexOptions): Promise<readonly PostedIndexPoint[]> {
  const months = MONTHS[options.step];
  const offers = inFilledPeriods(await loadOffers(store, months));
  const points = timeDummyIndex({
    logPay: offers.map(({ logPay }) => logPay),
    periods: offers.map(({ period }) => period),
    cells: offers.map(({ cell }) => cell),
    clusters: offers.map(({ cluster }) => cluster),
    level: COVERAGE,
  });
  const middleOf = (period: number) => monthText(period * months + Math.floor(months / 2));
  const widening = Math.sqrt(options.designEffect);
  const found: PostedIndexPoint[] = [];
  for (const { period, logIndex, change, cells, offers: count, error } of points.slice(1)) {
    if (change === null || error === null) break;
    const before = `${middleOf(period - 1)}-01`;
    const factor = await loadWageFactor(store, middleOf(period));
    found.push({
      period: options.step === 'year' ? String(period) : monthText(period * months),
      logIndex,
      change,
      indexSd: error.standardError * widening,
      changeSd: error.changeStandardError * widening,
      offers: count,
      cells,
      wageIndexChange: Math.log(factor(before, before)),
    });
  }
  return found;
}

/** Yearly changes that are precise enough to be shown. */
export async function fitPostedIndex(store: Store, designEffect: number): Promise<Parameter[]> {
  const points = await postedIndex(store, { step: 'year', designEffect });
  return points.flatMap(({ period, change, changeSd, offers, cells }) => {
    if (changeSd > LARGEST_SD) return [];
    const name = `posted-index.change.${period}`;
    const note = `log change from the year before at constant role, level, place, source and employer, ${cells} cells`;
    return [
      { name, value: change, n: offers, note },
      { name: `${name}.sd`, value: changeSd, n: offers, note: 'jackknife, widened by the design effect' },
    ];
  });
}

/** Periods with offers enough. */
function inFilledPeriods(offers: readonly Offer[]): readonly Offer[] {
  const counts = new Map<number, number>();
  for (const { period } of offers) counts.set(period, (counts.get(period) ?? 0) + 1);
  return offers.filter(({ period }) => counts.get(period)! >= FEWEST_OFFERS);
}

interface Offer {
  readonly period: number;
  readonly cell: string;
  readonly cluster: string;
  readonly logPay: number;
}

async function loadOffers(store: Store, months: number): Promise<Offer[]> {
  const rows = await store.read(
    select(
      'pay',
      ['source', 'role', 'level', 'region', 'employer', 'annualLow', 'annualHigh', 'seenFrom', 'seenTo'],
      [
        { column: 'country', is: 'US' },
        { column: 'currency', is: 'USD' },
        { column: 'basis', is: 'posted' },
      ],
    ),
  );
  return rows.flatMap(({ source, role, level, region, employer, annualLow, annualHigh, seenFrom, seenTo }) => {
    const [first, last] = [monthIndex(seenFrom), monthIndex(seenTo)];
    if (role === null || last - first >= months) return [];
    const cluster = employer === null ? `${annualLow}-${annualHigh}-${seenTo.slice(0, 4)}` : String(employer);
    return [
      {
        period: Math.floor(Math.round((first + last) / 2) / months),
        cell: `${source}|${employer}|${role}|${level}|${region}`,
        cluster,
        logPay: Math.log((annualLow + annualHigh) / 2),
      },
    ];
  });
}
