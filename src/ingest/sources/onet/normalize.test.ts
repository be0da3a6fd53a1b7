import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { normalizeOnet, type OccupationRecords } from './normalize.js';

const CONTEXT = {
  published: new PublishedOccupations([]),
  commonNames: new Map([['SeamView inspection software', 'SeamView']]),
};

const tool = (code: string, name: string, hot = 'N', inDemand = 'N') => ({
  'O*NET-SOC Code': code,
  'Workplace Example': name,
  'Element Name': 'Weld inspection software',
  'Hot Technology': hot,
  'In Demand': inDemand,
});

const RECORDS: OccupationRecords = {
  activities: { tasks: [], detailed: [], intermediate: [] },
  related: [],
  software: [
    tool('98-2011.00', 'SeamView', 'Y', 'N'),
    tool('98-2011.01', 'SculptCAD', 'Y', 'Y'),
    tool('98-2099.01', 'BeadLog', 'N', 'N'),
    tool('98-2099.02', 'BeadLog', 'N', 'Y'),
    tool('98-2011.00', 'SeamView inspection software', 'N', 'Y'),
  ],
};

const reading = normalizeOnet(RECORDS, CONTEXT);

describe('normalizeOnet', () => {
  it("joins a published name with the name in common use, and uses an occupation's own software where there is some, else its specialities' together", () => {
    expect(reading.tables.software!.map(({ soc, name, hot, inDemand }) => [soc, name, hot, inDemand])).toEqual([
      ['98-2011', 'SeamView', true, true],
      ['98-2099', 'BeadLog', false, true],
    ]);
  });

  it('accounts for every record', () => {
    expect(reading).toMatchObject({ rowsIn: 5, rowsKept: 2 });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('refuses a flag that is neither Y nor N', () => {
    const software = [tool('98-2011.00', 'SeamView', 'maybe')];
    expect(() => normalizeOnet({ ...RECORDS, software }, CONTEXT)).toThrow(/Hot Technology/);
  });
});
