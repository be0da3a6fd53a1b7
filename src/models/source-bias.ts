/**
 * Biases of the sources of pay against the official survey, as lines in official pay (METHODS 3).
 *
 * A cell is a catalogued role in the whole country, without level, held against the official medians of the
 * occupations its filings state: postings state no occupation, and spreading their rows over the occupations of their
 * role would give all of these the same pay and bend the slope towards -1. Pay is carried to the survey's month. As
 * official figures know no level, the shares of levels are an assumption: every source is brought to the mix of
 * filings, of postings and to stated levels alike; the middle one is kept, and how far the others lie apart.
 */
import {
  effectiveEmployers,
  groupedQuantileInterval,
  normalQuantile,
  type SourceBias,
  sourceBias,
} from '../stats/index.js';
import type { Store } from '../store/port.js';
import { type ComparedOffer, loadComparedOffers } from './compared-offers.js';
import { type LevelMix, levelMixOf, meanMix, mixWeight, UNIFORM_MIX } from './level-mixes.js';
import type { Parameter } from './parameter.js';
import type { OfficialPayByRole } from './role-official-pay.js';

/** A source is compared where so many roles have so many effective employers each, under every mix of levels. */
const FEWEST_ROLES = 8;
const FEWEST_EMPLOYERS = 5;
const COVERAGE = 0.9;
/** Official pay at which the intercepts stand: a round figure amid the roles of the catalogue. */
const CENTRE = Math.log(120_000);

interface Cell {
  readonly role: string;
  readonly logPay: number;
  readonly logOfficial: number;
  readonly variance: number;
}

interface Fit {
  readonly cells: readonly Cell[];
  readonly bias: SourceBias;
}

/** @param designEffect factor on the variance of sources that name no employers */
export async function fitSourceBiases(store: Store, designEffect: number): Promise<Parameter[]> {
  const { offers, official } = await loadComparedOffers(store, designEffect);
  const bySource = new Map<string, ComparedOffer[]>();
  for (const offer of offers) {
    const own = bySource.get(offer.source);
    if (own === undefined) bySource.set(offer.source, [offer]);
    else own.push(offer);
  }
  const several = [...bySource]
    .filter(([, own]) => sizeOf(own) >= FEWEST_EMPLOYERS)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const mixes = mixesOf(several.map(([, own]) => own));
  const fits = several.flatMap(([source, own]) => {
    const found = mixes.map((mix) => fitUnder(mix, own, official));
    const identified = found.filter((fit) => fit !== null);
    return identified.length === mixes.length ? [{ source, basis: own[0]!.basis, fits: identified }] : [];
  });
  if (fits.length === 0) return [];
  const n = fits.length;
  return [
    { name: 'source-bias.centre', value: CENTRE, n, note: 'log official pay at which the intercepts stand' },
    ...fits.flatMap(({ source, fits: own }) => parametersOf(source, own)),
    ...residualSpread(fits.filter(({ basis }) => basis === 'posted').map(({ fits: own }) => middleOf(own))),
  ];
}

/** Mixes of levels of the filings, of the postings (every source alike) and of stated levels alike. */
function mixesOf(sources: readonly (readonly ComparedOffer[])[]): readonly LevelMix[] {
  return [
    ...(['filed', 'posted'] as const).flatMap((basis) => {
      const own = sources.filter((offers) => offers[0]!.basis === basis);
      return own.length === 0 ? [] : [meanMix(own.map(mixOf))];
    }),
    UNIFORM_MIX,
  ];
}

function mixOf(offers: readonly ComparedOffer[]): LevelMix {
  return levelMixOf(offers.map(({ levelClass }) => levelClass));
}

function fitUnder(mix: LevelMix, offers: readonly ComparedOffer[], official: OfficialPayByRole): Fit | null {
  const own = mixOf(offers);
  const byRole = new Map<string, { offers: ComparedOffer[]; weights: number[] }>();
  for (const offer of offers) {
    const weight = mixWeight(offer.levelClass, own, mix);
    if (weight === 0) continue;
    const role = byRole.get(offer.role) ?? { offers: [], weights: [] };
    byRole.set(offer.role, role);
    role.offers.push(offer);
    role.weights.push(weight);
  }
  const cells = [...byRole]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([role, weighted]) => cellOf(role, weighted, official) ?? []);
  if (cells.length < FEWEST_ROLES) return null;
  return {
    cells,
    bias: sourceBias({
      logPay: cells.map(({ logPay }) => logPay),
      logOfficial: cells.map(({ logOfficial }) => logOfficial),
      variances: cells.map(({ variance }) => variance),
      centre: CENTRE,
      level: COVERAGE,
    }),
  };
}

interface Weighted {
  readonly offers: readonly ComparedOffer[];
  readonly weights: readonly number[];
}

function cellOf(role: string, { offers, weights }: Weighted, { byRole }: OfficialPayByRole): Cell | null {
  if (sizeOf(offers, weights) < FEWEST_EMPLOYERS) return null;
  const pays = offers.map(({ pay }) => pay);
  const groups = offers.map(({ cluster }) => cluster);
  const designEffect = offers[0]!.inflation;
  const sample = { lows: pays, highs: pays, weights, groups, designEffect, fit: 'empirical', level: COVERAGE } as const;
  const { value, low, high } = groupedQuantileInterval({ ...sample, p: 0.5 });
  if (low === null || high === null) return null;
  const sd = Math.log(high / low) / (2 * normalQuantile((1 + COVERAGE) / 2));
  const { logMedian, variance } = byRole.get(role)!;
  return { role, logPay: Math.log(value), logOfficial: logMedian, variance: sd ** 2 + variance };
}

/** Effective employers, or ranges where none is named. */
function sizeOf(offers: readonly ComparedOffer[], weights: readonly number[] = offers.map(() => 1)): number {
  return (
    effectiveEmployers(
      weights,
      offers.map(({ cluster }) => cluster),
    ) / offers[0]!.inflation
  );
}

/** The fit whose intercept lies between the others. */
function middleOf(fits: readonly Fit[]): Fit {
  return [...fits].sort((a, b) => a.bias.intercept.value - b.bias.intercept.value)[Math.floor((fits.length - 1) / 2)]!;
}

function parametersOf(source: string, fits: readonly Fit[]): Parameter[] {
  const { bias, cells } = middleOf(fits);
  const halfRange = (values: readonly number[]) => (Math.max(...values) - Math.min(...values)) / 2;
  const note = `against official pay, ${cells.length} roles, the middle one of ${fits.length} mixes of levels`;
  const spread = `half the distance between ${fits.length} mixes of levels`;
  const own = (name: string, value: number, text: string): Parameter => ({
    name: `source-bias.${source}.${name}`,
    value,
    n: cells.length,
    note: text,
  });
  return [
    own('intercept', bias.intercept.value, note),
    own('intercept.sd', bias.intercept.standardError, note),
    own('slope', bias.slope.value, note),
    own('slope.sd', bias.slope.standardError, note),
    own('tau', bias.tau, 'standard deviation of roles around the line'),
    own('envelope', halfRange(fits.map((fit) => fit.bias.intercept.value)), `of the intercept: ${spread}`),
    own('slope.envelope', halfRange(fits.map((fit) => fit.bias.slope.value)), spread),
  ];
}

/**
 * Standard deviation of a source's medians around what the sources share, once the modelled biases are taken off:
 * half the mean square of the differences between two sources in the same role, less their sampling variance.
 */
function residualSpread(fits: readonly Fit[]): Parameter[] {
  const residuals = fits.map(
    ({ cells, bias }) =>
      new Map(
        cells.map(({ role, logPay, logOfficial, variance }) => [
          role,
          { value: logPay - logOfficial - bias.at(logOfficial).bias, variance },
        ]),
      ),
  );
  const pairs = residuals.flatMap((first, i) =>
    residuals.slice(i + 1).flatMap((second) =>
      [...first].flatMap(([role, one]) => {
        const other = second.get(role);
        if (other === undefined) return [];
        return [{ square: (one.value - other.value) ** 2, sampling: one.variance + other.variance }];
      }),
    ),
  );
  if (pairs.length === 0) return [];
  const half = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length / 2;
  const value = Math.sqrt(
    Math.max(
      0,
      half(({ square, sampling }) => square - sampling),
    ),
  );
  const before = Math.sqrt(half(({ square }) => square)).toFixed(3);
  const note = `of ${fits.length} posted sources around each other in one role, biases taken off; ${before} with sampling`;
  return [{ name: 'source-bias.residual-sd', value, n: pairs.length, note }];
}
