import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import { eurostatSes } from './connector.js';
import { readCube } from './json-stat.js';
import { normalizeAnnualEarnings } from './normalize.js';

const axis = (...codes: string[]) => ({
  category: {
    index: Object.fromEntries(codes.map((code, at) => [code, at])),
    label: Object.fromEntries(codes.map((code) => [code, `name of ${code}`])),
  },
});
const CUBE = {
  id: ['sex', 'indic_se', 'isco08', 'age', 'sizeclas', 'unit', 'geo', 'time'],
  dimension: {
    sex: axis('T'),
    indic_se: axis('ERN', 'BNS'),
    isco08: axis('TOTAL', 'OC2', 'OC1-5'),
    age: axis('TOTAL'),
    sizeclas: axis('GE10'),
    unit: axis('EUR'),
    geo: axis('EL', 'EU27_2020'),
    time: axis('2030'),
  },
  // Earnings of the total in both areas, of professionals in one, of a group of groups; a bonus.
  value: { 0: 40_000, 1: 41_000, 2: 60_000, 4: 50_000, 6: 3000 },
};

describe('readCube', () => {
  it('names the codes of each value, the last dimension running fastest', () => {
    const { cells, label } = readCube(CUBE);
    expect(cells.map(({ codes, value }) => [codes.indic_se, codes.isco08, codes.geo, value])).toEqual([
      ['ERN', 'TOTAL', 'EL', 40_000],
      ['ERN', 'TOTAL', 'EU27_2020', 41_000],
      ['ERN', 'OC2', 'EL', 60_000],
      ['ERN', 'OC1-5', 'EL', 50_000],
      ['BNS', 'TOTAL', 'EL', 3000],
    ]);
    expect(label('isco08', 'OC2')).toBe('name of OC2');
  });

  it.each([[null], [{ id: ['geo'] }], [{ ...CUBE, value: { 0: 'x' } }]])('refuses %j', (file) => {
    expect(() => readCube(file)).toThrow();
  });
});

describe('normalizeAnnualEarnings', () => {
  it('keeps countries and single major groups, under ISO codes', () => {
    const reading = normalizeAnnualEarnings(readCube(CUBE));
    expect(reading.tables.earnings).toMatchObject([
      { country: 'GR', code: 'all', label: 'All occupations', year: 2030, unit: 'year', currency: 'EUR', mean: 40_000 },
      { country: 'GR', code: '2', label: 'name of OC2', mean: 60_000 },
    ]);
    expect(reading).toMatchObject({ rowsIn: 5, rowsKept: 2 });
    expect(reading.excluded).toHaveLength(3);
  });
});

describeNeeding(['data'], 'eurostat-ses on the published file', () => {
  it('gives the published figures and accounts for every value', async () => {
    const reading = await readSharedSource(eurostatSes);
    expect([reading.rowsIn, accountedFor(reading)]).toEqual([300, 300]);
    const rows = reading.tables.earnings!;
    expect(tiedRows('earnings', rows)).toEqual([]);
    const mean = (country: string, code: string) => theRow(rows, { country, code }).mean;
    expect(['1', '2', '3', 'all'].map((code) => mean('DE', code))).toEqual([118_311, 73_798, 55_742, 51_042]);
    expect([mean('PL', '2'), mean('IT', '2')]).toEqual([20_939, 44_773]);
  });
});
