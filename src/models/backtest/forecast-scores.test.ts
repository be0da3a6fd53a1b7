import { describe, expect, it } from 'vitest';
import { DomainError } from '../../core/errors.js';
import { seededRng } from '../../stats/index.js';
import { ALL_OCCUPATIONS, type OccupationYear } from '../growth.js';
import { forecastCoverageScore, forecastErrorScore } from './forecast-scores.js';

/** Means from 2017 to 2025 that grow by 3% a year, give or take `noise`. */
function panel(occupations: number, noise: number, jobs = 50_000): OccupationYear[] {
  const rng = seededRng(3);
  const codes = [ALL_OCCUPATIONS, ...Array.from({ length: occupations }, (_, at) => `15-${1000 + at}`)];
  return codes.flatMap((soc) => {
    let mean = 100_000;
    return Array.from({ length: 9 }, (_, step) => {
      mean *= Math.exp(0.03 + noise * (rng() - 0.5));
      return { soc, year: 2017 + step, mean, jobs };
    });
  });
}

describe('the error of the forecast', () => {
  it('is held against both rules', () => {
    const score = forecastErrorScore(panel(60, 0.02));
    expect(score).toMatchObject({ id: 'forecast.oews.pooled', n: 180, limits: { low: null, high: 0.92 } });
    expect(score.parts).toHaveLength(1);
    expect(score.reference).toMatch(/^mean absolute errors: last value \d\.\d\d%, .*pooled growth \d\.\d\d%$/);
    expect(score.met).toBe(score.value <= 0.92 && score.parts[0]!.value <= 1);
  });

  it('is missed where the overall growth is as good', () => {
    const years = panel(60, 0.02);
    const overall = new Map(
      Array.from({ length: 9 }, (_, step) => {
        const own = years.filter(({ soc, year }) => soc !== ALL_OCCUPATIONS && year === 2017 + step);
        return [2017 + step, Math.exp(own.reduce((sum, { mean }) => sum + Math.log(mean), 0) / own.length)];
      }),
    );
    const equal = years.map((entry) =>
      entry.soc === ALL_OCCUPATIONS ? { ...entry, mean: overall.get(entry.year)! } : entry,
    );
    const score = forecastErrorScore(equal);
    expect(score.value).toBeGreaterThan(0.92);
    expect(score.met).toBe(false);
  });

  it('is not given without large occupations', () => {
    expect(() => forecastErrorScore(panel(5, 0.02, 19_999))).toThrow(DomainError);
    expect(() => forecastCoverageScore(panel(5, 0.02, 19_999))).toThrow(DomainError);
  });
});

describe('the coverage of the forecast', () => {
  it('is reported for each year, without a hold', () => {
    const score = forecastCoverageScore(panel(60, 0.02));
    expect(score).toMatchObject({ met: null, hold: null, n: 180 });
    expect(score.parts.map(({ name, n }) => [name, n])).toEqual([
      ['2023', 60],
      ['2024', 60],
      ['2025', 60],
    ]);
    expect(score.value).toBeGreaterThan(0.8);
  });

  it('falls where a year jumps', () => {
    const jumped = panel(60, 0.02).map((entry) => (entry.year === 2025 ? { ...entry, mean: entry.mean * 2 } : entry));
    const score = forecastCoverageScore(jumped);
    expect(score.parts[2]!.value).toBe(0);
    expect(score.value).toBeLessThan(0.7);
  });
});
