import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { IN_CALIFORNIA, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { normalCdf } from '../stats/index.js';
import { PERCENTILES } from './estimate.js';
import { loadOfficial, type OfficialRow, officialMedian, officialPay, referenceDate } from './official.js';

const developers = { soc: '15-1252', title: 'Software Developers', share: 0.6 };
const scientists = { soc: '15-2051', title: 'Data Scientists', share: 0.4 };
const one = questionWith({ occupations: [{ ...developers, share: 1 }] });
const mix = questionWith({ occupations: [developers, scientists] });
const values = (pay: ReturnType<typeof officialPay>) => PERCENTILES.map((key) => pay?.percentiles[key]?.value);
const payOf = (rows: readonly OfficialRow[], question = mix, place = 'US') =>
  officialPay({ rows }, question, place, PARAMETERS);

describe('loading the official survey', () => {
  const years = [2023, 2024, 2025, 2026].map((year) => officialRow({ year }));
  const loaded = async (asOf: string) =>
    (await loadOfficial(memoryStore({ official: years }), questionWith({ asOf }))).rows.map((row) => row.year);

  it.each([
    ['2026-04-30', [2023, 2024, 2025]],
    ['2026-05-01', [2023, 2024, 2025, 2026]],
    ['2024-12-31', [2023, 2024]],
    ['2022-06-30', []],
  ])('as of %s knows %j', async (asOf, known) => {
    expect(await loaded(asOf)).toEqual(known);
  });

  it('reads the mix and all occupations in the country and the state', async () => {
    const rows = [
      officialRow({ soc: '00-0000' }),
      officialRow({ soc: '29-1141' }),
      officialRow({ place: 'US-CA' }),
      officialRow({ place: 'US-TX' }),
      officialRow(),
    ];
    const store = memoryStore({ official: rows });
    const read = async (changes: object) =>
      (await loadOfficial(store, questionWith(changes))).rows.map((row) => `${row.place} ${row.soc}`);
    expect(await read(IN_CALIFORNIA)).toEqual(['US 00-0000', 'US 15-1252', 'US-CA 15-1252']);
    expect(await read({})).toEqual(['US 00-0000', 'US 15-1252']);
    expect(await read({ occupations: [] })).toEqual([]);
  });

  it('dates a survey in May', () => {
    expect(referenceDate(2025)).toBe('2025-05-15');
  });
});

describe('the official pay of one occupation', () => {
  it('is what is published, at the newest year', () => {
    const pay = payOf([officialRow({ year: 2024, p50: 1 }), officialRow()], one)!;
    expect(values(pay)).toEqual([40_000, 50_000, 60_000, 70_000, 80_000]);
    expect([pay.year, pay.coverage, pay.jobs, pay.modelledError, pay.capped]).toEqual([
      2025,
      1,
      1_000_000,
      false,
      null,
    ]);
  });

  it('has an interval from the published relative standard error of the mean', () => {
    const { value, low, high } = payOf([officialRow({ meanRsePercent: 2 })], one)!.percentiles['50']!;
    expect(high! / value).toBeCloseTo(1 + 1.6448536 * 0.02, 8);
    expect(value / low!).toBeCloseTo(1 + 1.6448536 * 0.02, 8);
  });

  it('has a modelled interval where the table has none', () => {
    const pay = payOf([officialRow({ meanRsePercent: null })], one)!;
    expect(pay.modelledError).toBe(true);
    expect(pay.percentiles['50']!.high! / 60_000).toBeCloseTo(1 + (1.6448536 * Math.E) / 100, 8);
    const byJobs = { ...PARAMETERS, rseIntercept: 4, rseSlope: -0.5 };
    const small = officialPay({ rows: [officialRow({ meanRsePercent: null, jobs: null })] }, one, 'US', byJobs)!;
    expect(small.percentiles['50']!.high! / 60_000).toBeCloseTo(1 + (1.6448536 * Math.exp(4) * 30 ** -0.5) / 100, 8);
  });

  it('leaves top-coded percentiles out and names the cap', () => {
    const pay = payOf([officialRow({ p75: null, p90: null, topCode: 239_200, cappedFrom: 75 })], one)!;
    expect(Object.keys(pay.percentiles)).toEqual(['10', '25', '50']);
    expect(pay.capped).toEqual({ from: 75, topCode: 239_200 });
  });

  it('is none without a median, without the occupation or in another place', () => {
    expect(payOf([officialRow({ p50: null })], one)).toBeNull();
    expect(payOf([officialRow({ soc: '29-1141' })], one)).toBeNull();
    expect(payOf([officialRow({ soc: '00-0000' })], one)).toBeNull();
    expect(payOf([officialRow()], one, 'US-CA')).toBeNull();
    expect(payOf([], one)).toBeNull();
  });
});

describe('the official pay of a mix', () => {
  const lognormal = (median: number, soc: string) => {
    const at = (score: number) => Math.round(median * Math.exp(0.3 * score));
    return officialRow({
      soc,
      p10: at(-1.2815516),
      p25: at(-0.6744898),
      p50: median,
      p75: at(0.6744898),
      p90: at(1.2815516),
    });
  };

  it('of two equal occupations is what each publishes', () => {
    const pay = payOf([officialRow(), officialRow({ soc: '15-2051' })])!;
    const published = [40_000, 50_000, 60_000, 70_000, 80_000];
    expect(values(pay)).toEqual(published.map((value) => expect.closeTo(value, 3)));
  });

  it('has its shares of both occupations below every percentile', () => {
    const pay = payOf([lognormal(80_000, '15-1252'), lognormal(120_000, '15-2051')])!;
    for (const key of PERCENTILES) {
      const below = (median: number) => normalCdf(Math.log(pay.percentiles[key]!.value / median) / 0.3);
      expect(0.6 * below(80_000) + 0.4 * below(120_000)).toBeCloseTo(Number(key) / 100, 4);
    }
    expect(pay.coverage).toBeCloseTo(1, 12);
    expect(pay.jobs).toBe(2_000_000);
  });

  it('has the same median where that alone is asked for', () => {
    const rows = [lognormal(80_000, '15-1252'), lognormal(120_000, '15-2051')];
    expect(officialMedian({ rows }, mix, 'US')).toBe(payOf(rows)!.percentiles['50']!.value);
    expect(officialMedian({ rows: [officialRow()] }, one, 'US')).toBe(60_000);
    expect(officialMedian({ rows: rows.slice(0, 1) }, mix, 'US')).toBeNull();
    expect(officialMedian({ rows }, mix, 'US-CA')).toBeNull();
    const capped = officialRow({ soc: '15-2051', topCode: 100_000, cappedFrom: 50 });
    expect(officialMedian({ rows: [rows[0]!, capped] }, mix, 'US')).toBeNull();
  });

  it('is the same when part of the mix has no figures', () => {
    const rows = [lognormal(80_000, '15-1252'), lognormal(120_000, '15-2051')];
    const half = questionWith({ occupations: [developers, scientists].map((of) => ({ ...of, share: of.share / 2 })) });
    const expected = values(payOf(rows)).map((value) => expect.closeTo(value!, 3));
    expect(values(payOf(rows, half))).toEqual(expected);
    expect(payOf(rows, half)!.coverage).toBeCloseTo(0.5, 12);
  });

  it('stops where the first of its occupations is capped', () => {
    const later = officialRow({ p90: null, topCode: 200_000, cappedFrom: 90 });
    const first = officialRow({ soc: '15-2051', p75: null, p90: null, topCode: 239_200, cappedFrom: 75 });
    const pay = payOf([later, first])!;
    expect(Object.keys(pay.percentiles)).toEqual(['10', '25', '50']);
    expect(pay.capped).toEqual({ from: 75, topCode: 239_200 });
  });

  it('covers what has a published median in the newest year of the place, and says how much', () => {
    const pay = payOf([officialRow(), officialRow({ soc: '15-2051', year: 2024 })])!;
    expect(pay.rows.map(({ share }) => share.soc)).toEqual(['15-1252']);
    expect(pay.coverage).toBe(0.6);
    expect(values(pay)).toEqual([40_000, 50_000, 60_000, 70_000, 80_000]);
  });

  it('combines the errors of its occupations by share', () => {
    const rows = [officialRow({ meanRsePercent: 3 }), officialRow({ soc: '15-2051', meanRsePercent: 2 })];
    const { value, high } = payOf(rows)!.percentiles['50']!;
    const rse = Math.sqrt((0.6 * 3) ** 2 + (0.4 * 2) ** 2);
    expect(high! / value).toBeCloseTo(1 + (1.6448536 * rse) / 100, 6);
  });
});
