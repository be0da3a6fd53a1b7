import { describe, expect, it } from 'vitest';
import { normalizeTracker, tableMeans } from './normalize.js';
import { TRACKER_TABLES } from './tables.js';

const figure = (series: string, day: string, value: number | null = 100) => ({ series, day, value });

describe('normalizeTracker', () => {
  it('takes means of months and says in `n` how many days they rest on', () => {
    const table = tableMeans([
      figure('postings-index-us', '2026-07-30', 90),
      figure('postings-index-us', '2026-07-31', 93),
      figure('postings-index-us', '2026-08-01', 97),
      figure('postings-index-us', '2026-08-02', null),
    ]);
    expect(normalizeTracker([table])).toMatchObject({
      tables: {
        series: [
          { series: 'postings-index-us', month: '2026-07-01', value: 91.5, n: 2 },
          { series: 'postings-index-us', month: '2026-08-01', value: 97, n: 1 },
        ],
      },
      rowsIn: 4,
      rowsKept: 2,
      newest: '2026-08-02',
      vintage: 'July to August 2026',
      excluded: [
        { reason: 'further day of a month, in its mean', count: 1 },
        { reason: 'no figure', count: 1 },
      ],
    });
  });

  it('never lets an older edition pass for the current one', () => {
    const current = tableMeans([figure('postings-index-us', '2026-08-14')]);
    const recent = tableMeans([figure('postings-index-us:sector:Software Development', '2026-03-27')]);
    const older = tableMeans([figure('postings-index-us:sector:Software Development', '2024-09-27')]);
    expect(normalizeTracker([current, recent, older]).tables.series!.map(({ series }) => series)).toEqual([
      'postings-index-us',
      'postings-index-us:sector:Software Development',
      'postings-index-us:sector:Software Development:to-2024-09',
    ]);
  });

  it('refuses an empty table', () => {
    expect(() => tableMeans([])).toThrow(/no dated rows/);
  });
});

describe('TRACKER_TABLES', () => {
  const name = (file: string, cells: Record<string, string>) =>
    TRACKER_TABLES.find((table) => table.file === file)!.seriesOf(cells);

  it.each<[string, string, Record<string, string>]>([
    ['postings-index-us', 'US/aggregate_job_postings_US.csv', { jobcountry: 'US', variable: 'total postings' }],
    ['postings-index-de:new', 'DE/aggregate_job_postings_DE.csv', { jobcountry: 'DE', variable: 'new postings' }],
    [
      'postings-index-us:sector:Legal',
      'US/job_postings_by_sector_US.csv',
      { jobcountry: 'US', variable: 'total postings', display_name: 'Legal' },
    ],
    ['postings-index-us:state:US-CA', 'US/state_job_postings_us.csv', { state: 'ca' }],
    ['postings-percent-change-us:metro:US-35620', 'US/metro_job_postings_us.csv', { cbsa_code: '35620' }],
    ['postings-index-ca:province:CA-ON', 'CA/provincial_postings_ca.csv', { province: 'on' }],
    ['postings-index-ca:metro:Toronto, ON', 'CA/metro_job_postings_CA.csv', { Metro: 'Toronto, ON' }],
    ['postings-index-gb:region:London', 'GB/regional_gb.csv', { region: 'London' }],
    ['postings-index-gb:city:York', 'GB/city_postings_gb.csv', { cities: 'York' }],
  ])('names a series %s', (series, file, cells) => {
    expect(name(file, cells)).toBe(series);
  });

  it('refuses a kind of postings, a country and a state that are not known', () => {
    const file = 'US/aggregate_job_postings_US.csv';
    expect(() => name(file, { jobcountry: 'US', variable: 'old postings' })).toThrow(/old postings/);
    expect(() => name(file, { jobcountry: 'FR', variable: 'total postings' })).toThrow(/FR/);
    expect(() => name('US/state_job_postings_us.csv', { state: 'California' })).toThrow(/California/);
  });
});
