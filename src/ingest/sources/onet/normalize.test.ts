import { describe, expect, it } from 'vitest';
import { buildReaders } from '../../readers.js';
import { normalizeOnet } from './normalize.js';
import type { OnetRecords } from './parse.js';

const READERS = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => []);

const tool = (code: string, name: string, hot = 'N', inDemand = 'N') => ({
  'O*NET-SOC Code': code,
  'Workplace Example': name,
  'Element Name': 'Weld inspection software',
  'Hot Technology': hot,
  'In Demand': inDemand,
});

const RECORDS: OnetRecords = {
  jobTitles: [
    { 'O*NET-SOC Code': '98-2011.00', 'Job Title': 'Senior Welder' },
    { 'O*NET-SOC Code': '98-2011.01', 'Job Title': 'Welder' },
    { 'O*NET-SOC Code': '98-2012.00', 'Job Title': 'Welder' },
  ],
  reportedTitles: [{ 'O*NET-SOC Code': '98-2011.00', 'Reported Job Title': 'Welder' }],
  software: [
    tool('98-2011.00', 'SeamView', 'Y', 'N'),
    tool('98-2011.01', 'SculptCAD', 'Y', 'Y'),
    tool('98-2099.01', 'BeadLog', 'N', 'N'),
    tool('98-2099.02', 'BeadLog', 'N', 'Y'),
  ],
};

const reading = normalizeOnet(RECORDS, READERS);

describe('normalizeOnet', () => {
  it('keeps one title a key and occupation, the one without level words where there is one', () => {
    expect(reading.tables.titles).toEqual([
      { key: 'welder', title: 'Welder', soc: '98-2011', weight: 1 },
      { key: 'welder', title: 'Welder', soc: '98-2012', weight: 1 },
    ]);
  });

  it("uses an occupation's own software where there is some, else its specialities' together", () => {
    expect(reading.tables.software!.map(({ soc, name, hot, inDemand }) => [soc, name, hot, inDemand])).toEqual([
      ['98-2011', 'SeamView', true, false],
      ['98-2099', 'BeadLog', false, true],
    ]);
  });

  it('accounts for every record', () => {
    expect(reading).toMatchObject({ rowsIn: 8, rowsKept: 4 });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it('refuses a flag that is neither Y nor N', () => {
    const software = [tool('98-2011.00', 'SeamView', 'maybe')];
    expect(() => normalizeOnet({ ...RECORDS, software }, READERS)).toThrow(/Hot Technology/);
  });
});
