import { describe, expect, it } from 'vitest';
import { normalizeWages } from './normalize.js';
import { type AreaWage, areaWage, type WageRecord } from './parse.js';

const RECORD: WageRecord = {
  Area: '99100',
  SocCode: '98-2011',
  Level1: '20.5',
  Level4: '41',
  Average: '33.333',
  Label: null,
};

describe('areaWage', () => {
  it("makes the publisher's hourly amounts yearly and leaves yearly ones alone", () => {
    expect(areaWage(RECORD, 'hour')).toMatchObject({ level1: 42_640, level4: 85_280, mean: 69_333 });
    const yearly = { ...RECORD, Label: 'Annual Wage', Level1: '42640', Level4: '85280', Average: '69333' };
    expect(areaWage(yearly, 'hour')).toMatchObject({ level1: 42_640, level4: 85_280, mean: 69_333 });
    expect(areaWage({ ...yearly, Label: null }, 'year')).toMatchObject({ level1: 42_640, mean: 69_333 });
  });

  it('knows the labels of wages without levels, and the leading zero of an area', () => {
    const high = { ...RECORD, Label: 'High Wage', Level1: null, Level4: null, Average: '129.13' };
    expect(areaWage(high, 'hour')).toMatchObject({ level1: null, level4: null, mean: 268_590 });
    expect(areaWage({ ...RECORD, Area: '0100001' }, 'hour').area).toBe('100001');
    expect(() => areaWage({ ...RECORD, Label: 'Low Wage' }, 'hour')).toThrow(/Low Wage/);
  });
});

describe('normalizeWages', () => {
  const wage = (area: string, change: Partial<AreaWage> = {}): AreaWage => ({
    area,
    soc: '98-2011',
    level1: 40_000,
    level4: 80_000,
    mean: 65_000,
    ...change,
  });
  const read = (...wages: AreaWage[]) => normalizeWages(wages, { begins: 2025, metros: new Set(['99100', '99200']) });
  const sharing = (...wages: AreaWage[]) => read(...wages).tables.prevailing!.map((row) => row.sharing);

  it('keeps metropolitan areas, under the ids of our places', () => {
    expect(read(wage('99100')).tables.prevailing).toEqual([
      { place: 'US-99100', soc: '98-2011', year: 2025, mean: 65_000, level1: 40_000, level4: 80_000, sharing: 0 },
    ]);
  });

  it('counts the other areas, also outside metropolitan ones, with exactly the same figures', () => {
    expect(sharing(wage('99100'), wage('99200'), wage('4800001'))).toEqual([2, 2]);
    expect(sharing(wage('99100'), wage('99200', { mean: 65_001 }))).toEqual([0, 0]);
    expect(sharing(wage('99100'), wage('99200', { soc: '98-2012' }))).toEqual([0, 0]);
  });

  it('keeps a mean without levels and accounts for every record', () => {
    const nothing = { level1: null, level4: null, mean: null };
    const reading = read(wage('99100', { ...nothing, mean: 300_000 }), wage('99200', nothing), wage('4800001'));
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1 });
    expect(reading.excluded).toEqual([
      { reason: 'neither levels nor a mean', count: 1 },
      { reason: 'outside metropolitan areas', count: 1 },
    ]);
  });
});
