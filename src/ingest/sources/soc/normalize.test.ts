import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../../connector.js';
import { buildReaders } from '../../readers.js';
import { normalizeSoc } from './normalize.js';
import type { SocRecords } from './parse.js';

const READERS = buildReaders(
  {
    phrases: [],
    aliases: {},
    merged: [{ code: '98-1020', title: 'Loom and Spindle Hands', members: ['98-1021', '98-1022'] }],
  },
  () => [],
);

const definition = (group: string, code: string, title: string) => ({
  'SOC Group': group,
  'SOC Code': code,
  'SOC Title': title,
});
const pair = (soc10: string, soc18: string) => ({ soc10, soc18, soc10_nm: null, soc18_nm: null });
const speciality = (from: string, to: string) => ({ 'O*NET-SOC 2010 Code': from, 'O*NET-SOC 2019 Code': to });
const zone = (code: string, value: string) => ({ 'O*NET-SOC Code': code, 'Job Zone': value });

const RECORDS: SocRecords = {
  definitions: [
    definition('Major', '98-0000', 'Mill Occupations'),
    definition('Minor', '98-1000', 'Hands'),
    definition('Broad', '98-1020', 'Hands of Looms and Spindles'),
    definition('Detailed', '98-1021', 'Loom Hands'),
    definition('Detailed', '98-1022', 'Spindle Hands'),
    definition('Broad', '98-2010', 'Welders'),
    definition('Detailed', '98-2011', 'Welders'),
  ],
  socCrosswalk: [
    pair('97-1010', '98-1021'),
    pair('97-1010', '98-1022'),
    pair('97-2010', '98-2011'),
    pair('97-2099', '98-2011'),
    pair('97-2099', '98-1021'),
  ],
  onetCrosswalk: [
    speciality('97-2010.00', '98-2011.00'),
    speciality('97-2010.01', '98-2011.00'),
    speciality('97-2010.01', '98-1022.00'),
  ],
  jobZones: [zone('98-2011.01', '4'), zone('98-2011.00', '2'), zone('98-1022.00', '1')],
};

const jobs = (year: number, soc: string, count: number) =>
  ({ place: 'US', year, soc, jobs: count }) as DraftRow<'official'>;

const OFFICIAL = [
  jobs(2018, '97-1010', 100),
  jobs(2018, '97-2010', 300),
  jobs(2018, '97-2099', 100),
  jobs(2021, '98-2011', 400),
  jobs(2021, '98-1020', 400),
];

const reading = normalizeSoc(RECORDS, { readers: READERS, official: OFFICIAL });

describe('normalizeSoc', () => {
  it('lists occupations as they are published, with groups and job zones', () => {
    expect(reading.tables.occupations).toEqual([
      {
        soc: '98-1020',
        title: 'Loom and Spindle Hands',
        major: '98-0000',
        majorTitle: 'Mill Occupations',
        broad: '98-1020',
        broadTitle: 'Hands of Looms and Spindles',
        jobZone: 1,
      },
      {
        soc: '98-2011',
        title: 'Welders',
        major: '98-0000',
        majorTitle: 'Mill Occupations',
        broad: '98-2010',
        broadTitle: 'Welders',
        jobZone: 2,
      },
    ]);
  });

  it('weighs successors of a split code by their jobs per job of their origins', () => {
    const split = reading.tables.crosswalk!.filter(({ fromCode }) => fromCode === '97-2099');
    // 98-2011: 400 jobs for 300 + 100 before; 98-1020: 400 for 100 + 100.
    expect(split.map(({ toCode, weight }) => [toCode, weight])).toEqual([
      ['98-2011', 0.333333],
      ['98-1020', 0.666667],
    ]);
  });

  it('weighs successors equally where jobs are not published', () => {
    const blind = normalizeSoc(RECORDS, { readers: READERS, official: [] });
    const split = blind.tables.crosswalk!.filter(({ fromCode }) => fromCode === '97-2099');
    expect(split.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it('leads members and specialities to the published code', () => {
    const lead = (taxonomy: string) =>
      reading.tables
        .crosswalk!.filter(({ fromTaxonomy }) => fromTaxonomy === taxonomy)
        .map(({ fromCode, toCode, weight }) => `${fromCode} ${toCode} ${weight}`);
    expect(lead('SOC 2018')).toEqual(['98-1021 98-1020 1', '98-1022 98-1020 1']);
    expect(lead('O*NET-SOC 2010')).toEqual(['97-2010.01 98-2011 0.5', '97-2010.01 98-1020 0.5']);
  });

  it('accounts for every record', () => {
    expect(reading.rowsIn).toBe(18);
    expect(reading.excluded.reduce((sum, { count }) => sum + count, reading.rowsKept)).toBe(18);
  });
});
