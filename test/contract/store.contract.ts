/** What every store must do, whatever its engine. A store's own test calls `storeContract` with a way to fill one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../src/core/errors.js';
import { select } from '../../src/query/plan.js';
import type { RowOf, TableName } from '../../src/query/tables.js';
import type { Store } from '../../src/store/port.js';

/** Names that break careless quoting, escaping, encoding or pattern matching. */
export const HOSTILE_TEXTS = [
  "O'Reilly & Sons",
  '"quoted", with comma',
  "'; DROP TABLE employers; --",
  "' OR '1'='1",
  'back\\slash \\n',
  'percent % and under_score',
  'question ? and $1',
  'line\nbreak\r\nand\ttab',
  'controls \u0001\u001f\u007f\u0085',
  'emoji \u{1F469}\u{1F3FD}\u200D\u{1F4BB}',
  'right to left \u202Eabc \u05D0\u05D1 \u0645',
  'combining e\u0301 is not \u00E9',
  'line separators \u2028 \u2029',
  '<script>alert(1)</script>',
  '{"json": [null]}',
  'null',
  ' ',
  '',
] as const;

/** Numbers that lose digits in careless printing. */
const EXACT_REALS = [
  0.1 + 0.2,
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  -1e-7,
  123456789.12345678,
  1e21,
  0,
];
const EXACT_INTEGERS = [Number.MIN_SAFE_INTEGER, -1, 0, 1, Number.MAX_SAFE_INTEGER];

export type MarketRows = { readonly [T in TableName]?: readonly RowOf<T>[] };

const official = (
  place: string,
  year: number,
  p50: number | null,
  locationQuotient: number | null,
): RowOf<'official'> => ({
  source: 'survey',
  place,
  soc: '15-2051',
  year,
  taxonomy: 'SOC 2018',
  jobs: 1000,
  jobsRsePercent: 1.5,
  mean: 110_000,
  meanRsePercent: null,
  p10: 60_000,
  p25: 80_000,
  p50,
  p75: null,
  p90: null,
  topCode: 239_200,
  cappedFrom: 75,
  locationQuotient,
});

const link = (soc: string, name: string, hot: boolean): RowOf<'software'> => ({
  source: 'list',
  soc,
  name,
  category: 'language',
  hot,
  inDemand: !hot,
});

const point = (month: string, value: number, n: number | null): RowOf<'series'> => ({
  source: 'index',
  series: 'wages',
  month,
  value,
  n,
});

/** Out of order on purpose. */
const ROWS: MarketRows = {
  employers: HOSTILE_TEXTS.map((name, employer) => ({ source: 'boards', employer, name })).reverse(),
  official: [
    official('us', 2025, 120_000, null),
    official('us-ca', 2024, 150_000, 1.75),
    official('us', 2024, null, 1),
    official('us-ca', 2025, 155_000, 1.8),
  ],
  software: [link('15-2051', 'Python', true), link('15-1252', 'Go', false), link('15-2051', 'C', false)],
  series: [point('2025-03-01', 103, 7), point('2024-02-29', 101, null), point('2025-01-31', 102.5, 5)],
  exposure: EXACT_REALS.map((value, index) => ({ source: 'paper', measure: 'exact', soc: `${index}`, value })),
  parameters: EXACT_INTEGERS.map((n, index) => ({ source: 'fit', name: `p${index}`, value: 0.5, n, note: '' })),
};

/**
 * Runs the contract.
 *
 * @param name engine, for the report
 * @param fill makes a store that holds exactly these rows
 */
export function storeContract(name: string, fill: (rows: MarketRows) => Promise<Store>): void {
  describe(`${name} keeps the store contract`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await fill(ROWS);
    });
    afterAll(() => store.close());
    valuesContract(() => store);
    conditionsContract(() => store);
    orderContract(() => store);
  });
}

function valuesContract(store: () => Store): void {
  it('gives back hostile text unchanged', async () => {
    const rows = await store().read(select('employers', ['employer', 'name']));
    expect(rows).toEqual(HOSTILE_TEXTS.map((name, employer) => ({ employer, name })));
  });

  it('gives back real numbers exactly', async () => {
    const rows = await store().read(select('exposure', ['value']));
    expect(rows.map(({ value }) => value)).toEqual(EXACT_REALS);
  });

  it('gives back integers exactly', async () => {
    const rows = await store().read(select('parameters', ['n']));
    expect(rows.map(({ n }) => n)).toEqual(EXACT_INTEGERS);
  });

  it('gives dates as text, booleans as booleans and absent values as null', async () => {
    expect(await store().read(select('series', ['month', 'n']))).toEqual([
      { month: '2024-02-29', n: null },
      { month: '2025-01-31', n: 5 },
      { month: '2025-03-01', n: 7 },
    ]);
    expect(await store().read(select('software', ['hot', 'inDemand'], [{ column: 'name', is: 'Python' }]))).toEqual([
      { hot: true, inDemand: false },
    ]);
  });

  it('gives exactly the columns asked for, once each', async () => {
    const rows = await store().read(select('official', ['topCode', 'jobsRsePercent', 'topCode'], [], 1));
    expect(rows).toEqual([{ topCode: 239_200, jobsRsePercent: 1.5 }]);
  });

  it('answers reads that run at the same time', async () => {
    const reads = HOSTILE_TEXTS.map((_, employer) =>
      store().read(select('employers', ['name'], [{ column: 'employer', is: employer }])),
    );
    expect(await Promise.all(reads)).toEqual(HOSTILE_TEXTS.map((name) => [{ name }]));
  });

  it('has no rows for a table that the market lacks', async () => {
    expect(await store().read(select('crosswalk', ['toCode']))).toEqual([]);
  });
}

function conditionsContract(store: () => Store): void {
  const years = async (...where: Parameters<typeof select<'official', 'year'>>[2] & {}) =>
    (await store().read(select('official', ['place', 'year'], where))).map(({ place, year }) => `${place} ${year}`);

  it.each(HOSTILE_TEXTS)('finds %j by equality, and it alone', async (name) => {
    const rows = await store().read(select('employers', ['name'], [{ column: 'name', is: name }]));
    expect(rows).toEqual([{ name }]);
  });

  it.each(HOSTILE_TEXTS)('finds what contains %j', async (part) => {
    const rows = await store().read(select('employers', ['name'], [{ column: 'name', contains: part }]));
    expect(rows.map(({ name }) => name)).toEqual(HOSTILE_TEXTS.filter((name) => name.includes(part)));
  });

  it('takes no character of a contained text for a pattern, and heeds case', async () => {
    for (const part of ['%', '_', '.*', 'o.reilly', 'DROP TABLE']) {
      const rows = await store().read(select('employers', ['name'], [{ column: 'name', contains: part }]));
      expect(rows.map(({ name }) => name)).toEqual(HOSTILE_TEXTS.filter((name) => name.includes(part)));
    }
  });

  it.each(['\0', 'a\0b', '\uD800', '\uFEFFO'])('finds nothing for %j, which no column can hold', async (text) => {
    expect(await store().read(select('employers', ['name'], [{ column: 'name', is: text }]))).toEqual([]);
    expect(await store().read(select('employers', ['name'], [{ column: 'name', contains: text }]))).toEqual([]);
    const either = await store().read(select('employers', ['name'], [{ column: 'name', in: [text, 'null'] }]));
    expect(either).toEqual([{ name: 'null' }]);
  });

  it('filters by null and by equality', async () => {
    expect(await years({ column: 'p50', is: null })).toEqual(['us 2024']);
    expect(await years({ column: 'p50', is: 150_000 })).toEqual(['us-ca 2024']);
    expect(await years({ column: 'locationQuotient', is: 1.75 })).toEqual(['us-ca 2024']);
  });

  it('filters by lists of every length', async () => {
    expect(await years({ column: 'year', in: [] })).toEqual([]);
    expect(await years({ column: 'year', in: [2025] })).toEqual(['us 2025', 'us-ca 2025']);
    expect(await years({ column: 'place', in: ['us', 'nowhere', 'us-ca'] })).toHaveLength(4);
    const many = Array.from({ length: 3000 }, (_, index) => index);
    expect(await years({ column: 'year', in: many })).toHaveLength(4);
  });

  it('includes the bound itself and leaves absent values out', async () => {
    expect(await years({ column: 'p50', atLeast: 150_000 })).toEqual(['us-ca 2024', 'us-ca 2025']);
    expect(await years({ column: 'p50', atMost: 150_000 })).toEqual(['us 2025', 'us-ca 2024']);
    expect(await years({ column: 'p50', atLeast: 149_999.5 }, { column: 'p50', atMost: 150_000.5 })).toEqual([
      'us-ca 2024',
    ]);
    expect(await years({ column: 'locationQuotient', atMost: 1.75 })).toEqual(['us 2024', 'us-ca 2024']);
    expect(await years({ column: 'place', atLeast: 'us-' })).toEqual(['us-ca 2024', 'us-ca 2025']);
  });

  it('filters by dates and booleans', async () => {
    const months = await store().read(
      select(
        'series',
        ['month'],
        [
          { column: 'month', atLeast: '2024-03-01' },
          { column: 'month', atMost: '2025-01-31' },
        ],
      ),
    );
    expect(months).toEqual([{ month: '2025-01-31' }]);
    expect(await store().read(select('series', ['value'], [{ column: 'month', is: '2024-02-29' }]))).toEqual([
      { value: 101 },
    ]);
    expect(await store().read(select('software', ['name'], [{ column: 'hot', is: true }]))).toEqual([
      { name: 'Python' },
    ]);
  });

  it('keeps only rows that meet all conditions', async () => {
    expect(await years({ column: 'place', is: 'us' }, { column: 'year', is: 2025 })).toEqual(['us 2025']);
    expect(await years({ column: 'place', is: 'us' }, { column: 'place', is: 'us-ca' })).toEqual([]);
  });

  it.each([
    ['an unknown column', { from: 'series', columns: ['nope'], where: [] }],
    ['an unknown column in a condition', { from: 'series', columns: ['n'], where: [{ column: 'toString', is: 1 }] }],
    ['no column', { from: 'series', columns: [], where: [] }],
    ['text for a number', { from: 'series', columns: ['n'], where: [{ column: 'value', is: '1 OR 1=1' }] }],
    ['a day that does not exist', { from: 'series', columns: ['n'], where: [{ column: 'month', is: '2025-02-29' }] }],
    ['a bound that is no number', { from: 'series', columns: ['n'], where: [{ column: 'n', atMost: Number.NaN }] }],
    ['a part of a number', { from: 'series', columns: ['n'], where: [{ column: 'n', contains: '1' }] }],
    ['a condition of an unknown kind', { from: 'series', columns: ['n'], where: [{ column: 'n', like: '1' }] }],
    ['a negative limit', { from: 'series', columns: ['n'], where: [], limit: -1 }],
  ])('refuses a plan with %s', async (_, plan) => {
    const refusal = await store()
      .read(plan as never)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).code).toBe('INVALID_PLAN');
  });
}

function orderContract(store: () => Store): void {
  it('gives rows in the sort order of the table, whether or not its columns are asked for', async () => {
    const rows = await store().read(select('official', ['p50']));
    expect(rows.map(({ p50 }) => p50)).toEqual([null, 120_000, 150_000, 155_000]);
  });

  it('limits to the first rows of that order', async () => {
    expect(await store().read(select('software', ['name'], [], 2))).toEqual([{ name: 'Go' }, { name: 'C' }]);
    expect(await store().read(select('software', ['name'], [], 0))).toEqual([]);
    expect(await store().read(select('software', ['name'], [], 100))).toHaveLength(3);
  });
}
