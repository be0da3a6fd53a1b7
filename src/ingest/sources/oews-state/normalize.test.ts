import { describe, expect, it } from 'vitest';
import { normalizeStates } from './normalize.js';
import { copied, published, type StateRecord } from './parse.js';

const COPY = {
  year: '2024',
  area: '06',
  occ_code: '99-1011',
  emp: '830',
  avg: '190000',
  p10: '80000',
  p25: '120000',
  med: '170000',
  p75: null,
  p90: null,
  lq: '1.35',
};

const WORKBOOK = {
  AREA: '6',
  O_GROUP: 'detailed',
  LOC_QUOTIENT: '1.35',
  OCC_CODE: '99-1011',
  TOT_EMP: '830',
  EMP_PRSE: '4.1',
  A_MEAN: '190000',
  MEAN_PRSE: '1.2',
  A_PCT10: '80000',
  A_PCT25: '120000',
  A_MEDIAN: '170000',
  A_PCT75: '#',
  A_PCT90: '#',
};

const rowsOf = (record: StateRecord) => normalizeStates([record]).tables.official!;
const copyRow = (change: Partial<typeof COPY | { [key: string]: null }>, year = 2024) =>
  rowsOf(copied(year, { ...COPY, ...change }))[0]!;
const bookRow = (change: Partial<typeof WORKBOOK>, year = 2024) => rowsOf(published(year, { ...WORKBOOK, ...change }));

describe('normalizeStates', () => {
  it('reads an empty upper percentile of 2024 as capped where the marks were lost', () => {
    expect(copyRow({})).toMatchObject({
      place: 'US-CA',
      year: 2024,
      jobsRsePercent: null,
      p50: 170_000,
      p75: null,
      topCode: 239_200,
      cappedFrom: 75,
      locationQuotient: 1.35,
    });
  });

  it('reads the same of 2025 as suppressed: that year has no cap', () => {
    expect(copyRow({}, 2025)).toMatchObject({ p75: null, topCode: null, cappedFrom: null });
  });

  it('reads a cell without any percentile as suppressed', () => {
    expect(copyRow({ p10: null, p25: null, med: null })).toMatchObject({ topCode: null, cappedFrom: null });
  });

  it('gives of the workbook what it gives of the copy, with the sampling errors', () => {
    const row = bookRow({})[0]!;
    expect(row).toEqual({ ...copyRow({}), jobsRsePercent: 4.1, meanRsePercent: 1.2 });
  });

  it('believes the marks of the workbook: * above a figure is no cap', () => {
    expect(bookRow({ A_PCT75: '*', A_PCT90: '*' })[0]).toMatchObject({ p75: null, topCode: null, cappedFrom: null });
  });

  it('counts the groups of the workbook that are left out', () => {
    const reading = normalizeStates([
      published(2024, WORKBOOK),
      published(2024, { ...WORKBOOK, O_GROUP: 'total' }),
      published(2024, { ...WORKBOOK, O_GROUP: 'major' }),
    ]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1 });
    expect(reading.excluded).toEqual([
      { reason: 'major group', count: 1 },
      { reason: 'total group', count: 1 },
    ]);
  });

  it('refuses an area that is no state, an unknown group and a cap nobody knows', () => {
    expect(() => copyRow({ area: '99' })).toThrow(/no state's code/);
    expect(() => bookRow({ O_GROUP: 'residual' })).toThrow(/residual/);
    expect(() => bookRow({}, 2031)).toThrow(/no cap is known/);
  });
});
