import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../core/errors.js';
import type { BenchmarkRow } from '../../report/benchmark-model.js';
import { type Market, openMarket } from '../market.js';
import { answerReport } from '../report.js';
import { type BenchmarkRequest, benchmark } from './benchmark.js';
import { emptyRow, type InputRow } from './input-row.js';

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

const COLUMNS = { at: { title: 0, place: 1, pay: 2 }, decimal: '.', scale: '' } as const;

async function* each(rows: readonly Partial<InputRow>[]): AsyncGenerator<InputRow> {
  for (const [index, row] of rows.entries()) yield { ...emptyRow(index + 1), ...row };
}
const open = (rows: readonly Partial<InputRow>[], more: Partial<BenchmarkRequest> = {}) =>
  benchmark(market, { rows: each(rows), columns: COLUMNS, ...more });
async function answer(...given: Parameters<typeof open>): Promise<BenchmarkRow[]> {
  const rows: BenchmarkRow[] = [];
  for await (const row of (await open(...given)).rows) rows.push(row);
  return rows;
}

const TITLES = ['Machine Learning Lead', 'Registered Nurse', 'Senior Data Engineer', 'Accountant', 'Chief of Magic'];
const PLACES = ['US', 'US-CA', 'Texas', 'New York, NY', 'GB'];

/** What a report says where a row says it. */
async function fromReport(title: string, place: string, more: { basis?: string; level?: string } = {}) {
  const { headline, question } = await answerReport(market, { title, place, ...more });
  const { quantity, evidence, status } = headline;
  return {
    status,
    currency: question.currency,
    level: question.level?.id ?? null,
    asOf: question.asOf,
    ...(quantity === null
      ? { median: null, percentiles: null, grade: null, known: {} }
      : {
          basis: evidence.basis,
          median: { value: quantity.value, low: quantity.interval!.low, high: quantity.interval!.high },
          known: quantity.percentiles,
          grade: evidence.grade,
          n: evidence.n,
          employers: evidence.employers,
          scope: evidence.scope,
          scopePlace: evidence.place,
          sources: evidence.sources,
        }),
  };
}

describe('a benchmark', () => {
  it('gives the numbers of the report of the same question', async () => {
    const asked = TITLES.flatMap((title) => PLACES.map((place) => ({ title, place })));
    const rows = await answer(asked);
    expect(rows.map(({ row, title, place }) => ({ row, title, place }))).toEqual(
      asked.map((question, index) => ({ row: index + 1, ...question })),
    );
    for (const row of rows) expect(row).toMatchObject(await fromReport(row.title, row.place));
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(1);
    expect(rows.filter(({ median }) => median !== null).length).toBeGreaterThanOrEqual(15);
  });

  it.each(['posted', 'filed', 'official', 'market'])('does so on the %s basis and for a level', async (basis) => {
    const rows = await answer(
      [
        { title: 'Data Engineer', place: 'US', level: 'Senior' },
        { title: 'Registered Nurse', place: 'US-NY' },
      ],
      { basis },
    );
    expect(rows[0]).toMatchObject(await fromReport('Data Engineer', 'US', { basis, level: 'senior' }));
    expect(rows[1]).toMatchObject(await fromReport('Registered Nurse', 'US-NY', { basis }));
    expect(rows.map((row) => row.basis)).toEqual([basis, basis]);
  });

  it('holds all five percentiles or none of them, and the known ones with their intervals', async () => {
    const rows = await answer(TITLES.map((title) => ({ title, place: 'US' })));
    for (const { percentiles, known, median } of rows) {
      const values = Object.values(known).flatMap((entry) => (entry === undefined ? [] : [entry.value]));
      if (percentiles === null) expect(values.length).toBeLessThan(5);
      else expect(Object.values(percentiles)).toEqual(values);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      if (median !== null) expect(known['50']).toEqual(median);
    }
  });

  it('places the pay of a row', async () => {
    const [low, middle, none] = await answer([
      { title: 'Accountant', place: 'US', pay: '30000' },
      { title: 'Accountant', place: 'US', pay: '$45.50 per hour' },
      { title: 'Accountant', place: 'US', pay: 'n/a' },
    ]);
    expect(low!.pay!.annual).toBe(30_000);
    expect(low!.pay!.compaRatio).toBeCloseTo(30_000 / low!.median!.value, 2);
    expect(low!.pay!.percentile!.value).toBeLessThan(10);
    expect(low!.pay!.rangePenetration!.value).toBeLessThan(0);
    expect(middle!.pay!.annual).toBe(94_640);
    expect(none).not.toHaveProperty('pay');
    expect(none!.median).toEqual(low!.median);
  });

  it('says of each row that cannot be answered what is wrong, and answers the others', async () => {
    const rows = await answer([
      { title: '', place: 'US' },
      { title: 'Accountant', place: 'Atlantis' },
      { title: 'Accountant', place: '' },
      { title: 'Accountant', place: 'remote' },
      { title: 'x'.repeat(5000), place: 'US' },
      { title: 'qwxz vbnk', place: 'US' },
      { title: 'Accountant', place: 'US', pay: 'lots' },
      { title: 'Accountant', place: 'US', pay: '50000', currency: 'EUR' },
      { title: 'Accountant', place: 'US', level: 'L77' },
      { title: 'Senior Accountant', place: 'US', level: 'entry' },
      { fault: 'the row has more cells than the header' },
      { title: '\u001b[31mAccountant\u0007', place: '__proto__' },
      { title: 'Accountant', place: 'US' },
    ]);
    const last = rows.pop()!;
    expect(last.status).not.toBe('insufficient');
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(row).toMatchObject({ status: 'insufficient', percentiles: null, median: null, grade: null });
      expect(row).not.toHaveProperty('pay');
      expect(row.title.length).toBeLessThanOrEqual(300);
      expect(row.note).toMatch(/^\S.* .*[.?]$/s);
    }
    expect(rows.map(({ note }) => note!.slice(0, 24))).toEqual([
      'The job title is empty. ',
      'Unknown place: "Atlantis',
      'The place is empty. Give',
      '"remote" names no place ',
      'The job title is too lon',
      '"qwxz vbnk" fits no role',
      'The pay is not an amount',
      'The pay is in EUR and pa',
      'The level is not underst',
      'The title names another ',
      'The row cannot be taken ',
      expect.stringContaining('Unknown place'),
    ]);
  });

  it('gives rows without a place the one for all', async () => {
    const rows = await answer([{ title: 'Accountant' }, { title: 'Accountant', place: 'GB' }], { place: 'US-TX' });
    expect(rows.map(({ place, currency }) => [place, currency])).toEqual([
      ['US-TX', 'USD'],
      ['GB', 'GBP'],
    ]);
  });

  it('sums up what it answered', async () => {
    const stream = await open([
      { title: 'Accountant', place: 'US', pay: '80000' },
      { title: 'Accountant', place: 'US', pay: '90000' },
      { title: 'Accountant', place: 'US', pay: '1' },
      { title: 'qwxz vbnk', place: 'US' },
    ]);
    const rows: BenchmarkRow[] = [];
    for await (const row of stream.rows) rows.push(row);
    const { summary, sources } = stream.closing();
    expect(summary).toMatchObject({ rows: 4, insufficient: 1, withPay: 3, medianCompaRatio: rows[0]!.pay!.compaRatio });
    expect(summary.supported + summary.modelled).toBe(3);
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining([...rows[0]!.sources]));
    expect(sources.every(({ rows: count }) => count <= 3)).toBe(true);
  });

  it.each([
    [{ basis: 'guessed' }, 'UNKNOWN_BASIS'],
    [{ only: 'mine' }, 'NO_OWN_DATA'],
    [{ asOf: '2099-01-01' }, 'INVALID_AS_OF'],
  ])('refuses %j as a whole', async (more, code) => {
    await expect(open([], more)).rejects.toMatchObject({ code });
  });

  it('answers an earlier day as the report does', async () => {
    const [row] = await answer([{ title: 'Accountant', place: 'US' }], { asOf: '2025-06-30' });
    const report = await answerReport(market, { title: 'Accountant', place: 'US', asOf: '2025-06-30' });
    expect(row).toMatchObject({ asOf: '2025-06-30', median: { value: report.headline.quantity!.value } });
  });

  it('hands on a failure of the market', async () => {
    const broken: Market = {
      ...market,
      standingOf: async () => 'known',
      classifyTitle: async () => {
        throw new DomainError('BROKEN', 'broken');
      },
    };
    await expect(benchmark(broken, { rows: each([]), columns: null })).rejects.toMatchObject({ code: 'BROKEN' });
  });

  it('of no rows is empty', async () => {
    const stream = await open([]);
    for await (const _ of stream.rows) expect.unreachable();
    expect(stream.closing()).toMatchObject({ summary: { rows: 0, medianCompaRatio: null }, sources: [] });
  });
});
