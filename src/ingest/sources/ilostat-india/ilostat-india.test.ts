import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import { ilostatIndia } from './connector.js';
import { normalizeIndicator } from './normalize.js';

const RECORD = {
  ref_area: 'IND',
  source: 'BA:14121',
  sex: 'SEX_T',
  classif1: 'OCU_ISCO08_2',
  time: '2030',
  obs_value: '36140.715',
  obs_status: null,
};

describe('normalizeIndicator', () => {
  it('gives the mean of a month by major group', () => {
    const reading = normalizeIndicator([RECORD, { ...RECORD, classif1: 'OCU_ISCO08_TOTAL' }]);
    expect(reading.tables.earnings).toMatchObject([
      { country: 'IN', taxonomy: 'ISCO-08', code: '2', label: 'Professionals', unit: 'month', currency: 'INR' },
      { code: 'all', mean: 36_141, p50: null },
    ]);
  });

  it('keeps the older version of the classification apart, with its own names', () => {
    const [row] = normalizeIndicator([{ ...RECORD, classif1: 'OCU_ISCO88_1' }]).tables.earnings!;
    expect(row).toMatchObject({ taxonomy: 'ISCO-88', label: 'Legislators, senior officials and managers' });
  });

  it('leaves out other countries, the sexes, skill levels and unreliable figures', () => {
    const reading = normalizeIndicator([
      RECORD,
      { ...RECORD, ref_area: 'GHA' },
      { ...RECORD, sex: 'SEX_F' },
      { ...RECORD, classif1: 'OCU_SKILL_L2' },
      { ...RECORD, classif1: 'OCU_ISCO88_X' },
      { ...RECORD, obs_status: 'U' },
      { ...RECORD, obs_value: null },
    ]);
    expect(reading).toMatchObject({ rowsIn: 7, rowsKept: 1 });
    expect(reading.excluded).toHaveLength(6);
  });

  it.each([
    ['classif1', 'OCU_ISCO08_25'],
    ['classif1', 'ECO_ISIC4_J'],
    ['obs_status', 'B'],
  ])('refuses %s %s, which it does not know', (column, value) => {
    expect(() => normalizeIndicator([{ ...RECORD, [column]: value }])).toThrow(value);
  });
});

describeNeeding(['data'], 'ilostat-india on the published file', () => {
  it('gives the published figures and accounts for every record', async () => {
    const reading = await readSharedSource(ilostatIndia);
    expect([reading.rowsIn, accountedFor(reading)]).toEqual([727, 727]);
    const rows = reading.tables.earnings!;
    expect(tiedRows('earnings', rows)).toEqual([]);
    const mean = (year: number, code: string) => theRow(rows, { taxonomy: 'ISCO-08', year, code }).mean;
    expect(['all', '1', '2', '3', '4'].map((code) => mean(2024, code))).toEqual([
      20_812, 44_669, 36_141, 26_037, 24_388,
    ]);
    expect([mean(2023, '2'), mean(2022, '2')]).toEqual([34_274, 31_747]);
    expect(new Set(rows.map(({ year }) => year)).has(2021)).toBe(false);
  });
});
