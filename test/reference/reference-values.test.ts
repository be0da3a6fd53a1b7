/** Estimators against values that R's survey package, SciPy and NumPy gave; the scripts beside this file made them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const scipy = read('./scipy.json');
const survey = read('./survey-quantiles.json');

const difference = (actual: number, expected: number): number =>
  actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);

const worst = (rows: readonly number[][], f: (...values: number[]) => number): number =>
  Math.max(...rows.map((row) => difference(f(...row.slice(0, -1)), row[row.length - 1]!)));

interface CensoredReference {
  readonly name: string;
  readonly lows: readonly number[];
  readonly highs: readonly (number | 'Infinity')[];
  readonly weights: readonly number[];
  readonly mu: number;
  readonly sigma: number;
}

describe('distribution functions and quantiles against SciPy', () => {
  const tables: readonly [string, (...values: number[]) => number][] = [
    ['normalCdf', stats.normalCdf],
    ['normalQuantile', stats.normalQuantile],
    ['betaCdf', stats.betaCdf],
    ['betaQuantile', stats.betaQuantile],
    ['gammaCdf', stats.gammaCdf],
    ['gammaQuantile', stats.gammaQuantile],
    ['logGamma', stats.logGamma],
  ];
  it.each(tables)('%s agrees to 1e-10', (name, f) => {
    expect(scipy.quantiles[name].length).toBeGreaterThan(5);
    expect(worst(scipy.quantiles[name], f)).toBeLessThan(1e-10);
  });
});

describe("quantiles against R's own", () => {
  it('tQuantile agrees to 1e-10', () => {
    expect(worst(survey.tQuantile, stats.tQuantile)).toBeLessThan(1e-10);
    expect(stats.tQuantile(0.5, 3)).toBe(0);
  });
});

describe('estimators against SciPy and NumPy', () => {
  it('kishEffectiveSize', () => {
    expect(stats.kishEffectiveSize(scipy.kish.weights)).toBeCloseTo(scipy.kish.size, 12);
  });

  it.each(scipy.lognormals as CensoredReference[])('intervalCensoredLognormal: $name', (entry) => {
    const { lows, highs, weights, mu, sigma } = entry;
    const fit = stats.intervalCensoredLognormal(lows, highs.map(Number), weights);
    // Nelder-Mead stops at about 1e-8; the likelihood is flat there.
    expect(Math.abs(fit.mu - mu)).toBeLessThan(1e-6);
    expect(Math.abs(fit.sigma - sigma)).toBeLessThan(1e-6);
  });

  it('growthComponents and pooledGrowth', () => {
    const reference = scipy.pooledGrowth;
    const panel = (reference.growths as number[][]).flatMap((row, occupation) =>
      row.map((growth, year) => ({ occupation: `o${occupation}`, year: 2020 + year, growth })),
    );
    const components = stats.growthComponents(panel);
    const pooled = stats.pooledGrowth(
      panel.filter((row) => row.occupation === 'o0'),
      components,
    );
    expect(components.mean).toBeCloseTo(reference.mean, 12);
    expect(components.betweenVariance).toBeCloseTo(reference.between, 12);
    expect(components.withinVariance).toBeCloseTo(reference.within, 12);
    expect(components.shockVariance).toBeCloseTo(reference.shock, 12);
    expect(pooled.ownWeight).toBeCloseTo(reference.ownWeight, 10);
    expect(pooled.growth).toBeCloseTo(reference.growth, 12);
    expect(pooled.halfWidth(0.9)).toBeCloseTo(reference.halfWidth90, 10);
  });

  it('locationQuotient', () => {
    const { input, ...reference } = scipy.locationQuotient;
    const result = stats.locationQuotient(input);
    for (const key of ['value', 'low', 'high', 'raw'] as const) expect(result[key]).toBeCloseTo(reference[key], 10);
  });

  it('percentileRank', () => {
    const { values, ranks } = scipy.percentileRank;
    for (const [x, rank] of ranks) expect(stats.percentileRank(values, x)).toBeCloseTo(rank, 12);
  });

  it('partToWholeRatio', () => {
    const { cells, ...reference } = scipy.partToWholeRatio;
    const result = stats.partToWholeRatio(cells, 0.9);
    for (const key of ['ratio', 'logStandardError', 'low', 'high'] as const) {
      expect(result[key]).toBeCloseTo(reference[key], 9);
    }
  });

  it('subsetWithHighest', () => {
    const { values, errors, kept } = scipy.subsetWithHighest;
    expect(new Set(kept).size).toBe(2);
    expect(stats.subsetWithHighest(values, errors, 0.9)).toEqual(kept);
  });
});

describe("a proportion against R's survey package", () => {
  it('groupedProportion', () => {
    const { above, ...reference } = survey.proportion;
    const holds = (survey.value as number[]).map((value) => value > above);
    const { weight: weights, employer: employers, level } = survey;
    const { value, interval } = stats.groupedProportion({ holds, weights, employers, level });
    expect(value).toBeCloseTo(reference.value, 12);
    expect(interval!.low).toBeCloseTo(reference.low, 10);
    expect(interval!.high).toBeCloseTo(reference.high, 10);
  });
});

describe("quantile intervals against R's survey package", () => {
  const intervals = stats.groupedQuantileIntervals(
    {
      lows: survey.value,
      highs: survey.value,
      weights: survey.weight,
      groups: survey.employer,
      fit: 'step',
      level: survey.level,
    },
    survey.intervals.map((entry: { p: number }) => entry.p),
  );

  it.each(intervals.map((interval, i) => ({ ...interval, reference: survey.intervals[i] })))(
    'P$p of the plain ECDF agrees exactly',
    ({ value, low, high, informativeN, df, reference }) => {
      expect(df).toBe(survey.df);
      expect(value).toBe(reference.value);
      expect(informativeN).toBeCloseTo(reference.informativeN, 8);
      expect(low).toBe(reference.low);
      expect(high).toBe(reference.high);
    },
  );

  it("lies within 5% of survey's own beta interval, which takes F(q) for p and t with n - 1 for z", () => {
    intervals.forEach((interval, i) => {
      const [low, high] = survey.intervals[i].surveyBeta;
      expect(Math.abs(Math.log(interval.low! / low))).toBeLessThan(0.05);
      expect(Math.abs(Math.log(interval.high! / high))).toBeLessThan(0.05);
    });
  });
});
