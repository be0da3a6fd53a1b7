import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { type ActivityRecords, activityRows } from './activities.js';

const PUBLISHED = new PublishedOccupations([{ code: '98-2090', title: 'Smiths', members: ['98-2091', '98-2092'] }]);

const link = (code: string, task: string, detailed: string) => ({
  'O*NET-SOC Code': code,
  'Task ID': task,
  'DWA Element ID': detailed,
});

const RECORDS: ActivityRecords = {
  tasks: [
    link('98-2011.00', '1', '4.A.1.a.1'),
    link('98-2011.00', '1', '4.A.1.a.2'),
    link('98-2011.00', '2', '4.A.1.a.2'),
    link('98-2011.00', '2', '4.A.1.b.1'),
    link('98-2011.01', '9', '4.A.1.b.1'),
    link('98-2091.00', '3', '4.A.1.b.1'),
    link('98-2092.01', '3', '4.A.1.b.1'),
  ],
  detailed: [
    { 'IWA Element ID': '4.A.1.a', 'DWA Element ID': '4.A.1.a.1' },
    { 'IWA Element ID': '4.A.1.a', 'DWA Element ID': '4.A.1.a.2' },
    { 'IWA Element ID': '4.A.1.b', 'DWA Element ID': '4.A.1.b.1' },
  ],
  intermediate: [
    { 'IWA Element ID': '4.A.1.a', 'IWA Element Name': 'Join metal parts.' },
    { 'IWA Element ID': '4.A.1.b', 'IWA Element Name': 'Inspect joints.' },
  ],
};

describe('activityRows', () => {
  it('counts each task once an activity, and joins occupations that are published together', () => {
    expect(activityRows(RECORDS, PUBLISHED)).toEqual([
      { soc: '98-2011', activity: '4.A.1.a', label: 'Join metal parts', tasks: 2 },
      { soc: '98-2011', activity: '4.A.1.b', label: 'Inspect joints', tasks: 1 },
      { soc: '98-2090', activity: '4.A.1.b', label: 'Inspect joints', tasks: 2 },
    ]);
  });

  it('refuses an activity that the reference tables do not have', () => {
    const tasks = [link('98-2011.00', '1', '4.Z')];
    expect(() => activityRows({ ...RECORDS, tasks }, PUBLISHED)).toThrow(/4\.Z/);
    expect(() => activityRows({ ...RECORDS, intermediate: [] }, PUBLISHED)).toThrow(/4\.A\.1\.a\.1/);
  });
});
