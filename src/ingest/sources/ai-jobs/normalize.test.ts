import { describe, expect, it } from 'vitest';
import { buildReaders } from '../../readers.js';
import { levelOf, normalizeSalaries } from './normalize.js';
import { readSnapshots, type SalaryRecord, salaryRow } from './parse.js';
import { advertisedRanges } from './ranges.js';
import { SnapshotClock } from './snapshot-clock.js';

const READERS = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => []);

const SNAPSHOTS = readSnapshots([
  { snapshot_date: '2024-03-10', rows: '8' },
  { snapshot_date: '2023-05-14', rows: '9' },
  { snapshot_date: '2023-05-21', rows: '2' },
  { snapshot_date: '2024-03-03', rows: '' },
  { snapshot_date: '2024-02-25', rows: '4' },
]);

const RECORD: SalaryRecord = {
  work_year: '2024',
  experience_level: 'SE',
  employment_type: 'FT',
  job_title: 'Welding Analyst',
  salary: '90000',
  salary_currency: 'USD',
  salary_in_usd: '90000',
  employee_residence: 'US',
  remote_ratio: '0',
  company_location: 'US',
  company_size: 'M',
};

const row = (salary: number, change: Partial<SalaryRecord> = {}) =>
  salaryRow({ ...RECORD, salary: String(salary), salary_in_usd: String(salary), ...change });

const normalize = (...rows: ReturnType<typeof row>[]) => normalizeSalaries(rows, SNAPSHOTS, READERS);

describe('advertisedRanges', () => {
  const ends = (...rows: ReturnType<typeof row>[]) => advertisedRanges(rows).map(({ low, high }) => [low, high]);

  it('joins adjacent rows, the higher first, that agree in all but the amounts', () => {
    expect(ends(row(120), row(90), row(80), row(70))).toEqual([
      [90, 120],
      [70, 80],
    ]);
  });

  it('pairs greedily from the top and leaves a lower row before a higher one single', () => {
    expect(ends(row(90), row(120), row(100))).toEqual([
      [90, 90],
      [100, 120],
    ]);
  });

  it('takes two equal rows for one range', () => {
    expect(ends(row(90), row(90), row(90))).toEqual([
      [90, 90],
      [90, 90],
    ]);
  });

  it('does not join rows that differ in any other column', () => {
    expect(ends(row(120), row(90, { company_size: 'L' }), row(80, { experience_level: 'MI' }))).toHaveLength(3);
  });
});

describe('SnapshotClock', () => {
  const clock = new SnapshotClock(SNAPSHOTS);

  it('dates a row by the first snapshot with so many rows, skipping snapshots of unknown size', () => {
    expect(clock.seen(3, 2024)).toEqual({ from: '2023-05-22', to: '2024-02-25', period: '2024-02' });
    expect(clock.seen(5, 2024)).toEqual({ from: '2024-02-26', to: '2024-03-10', period: '2024-03' });
  });

  it('dates rows of the first reliable snapshot by their year, never after it', () => {
    expect(clock.seen(2, 2021)).toEqual({ from: '2021-01-01', to: '2021-12-31', period: '2021' });
    expect(clock.seen(1, 2023)).toEqual({ from: '2023-01-01', to: '2023-05-21', period: '2023' });
  });

  it('refuses a file longer than its newest snapshot, or snapshots without the first reliable one', () => {
    expect(() => clock.seen(9, 2024)).toThrow(/9 rows/);
    expect(() => new SnapshotClock([{ date: '2024-01-07', rows: 3 }])).toThrow(/2023-05-21/);
  });
});

describe('levelOf', () => {
  const title = (raw: string) => READERS.readTitle(raw);

  it('prefers the level of the title', () => {
    expect(levelOf(title('Machine Learning Lead'), 'SE')).toBe('lead');
    expect(levelOf(title('Head of Data'), 'EX')).toBe('director');
    expect(levelOf(title('Data Scientist'), 'EN')).toBe('entry');
  });

  it('leaves the level of an executive code beside an ordinary title open', () => {
    expect(levelOf(title('Data Engineer'), 'EX')).toBeNull();
  });
});

describe('normalizeSalaries', () => {
  it('gives one row a range, in the currency of the employer', () => {
    const reading = normalize(
      row(80_000, { work_year: '2022', salary_currency: 'EUR', salary_in_usd: '88888', company_location: 'DE' }),
      row(60_000, { work_year: '2022', salary_currency: 'EUR', salary_in_usd: '66666', company_location: 'DE' }),
    );
    expect(reading.tables.pay).toEqual([
      {
        basis: 'posted',
        country: 'DE',
        region: null,
        role: null,
        level: 'senior',
        title: 'welding analyst',
        soc: null,
        employer: null,
        currency: 'EUR',
        unit: 'year',
        lowMinor: 6_000_000,
        highMinor: 8_000_000,
        annualLow: 60_000,
        annualHigh: 80_000,
        seenFrom: '2022-01-01',
        seenTo: '2022-12-31',
        repeats: 1,
      },
    ]);
  });

  it('joins repeats within a month and accounts for every row', () => {
    const pair = [row(120_000), row(90_000)];
    const contract = row(70_000, { employment_type: 'CT' });
    const reading = normalize(...pair, ...pair, contract, contract, contract, contract);
    expect(reading.tables.pay).toHaveLength(1);
    expect(reading.tables.pay![0]!.repeats).toBe(2);
    expect(reading).toMatchObject({ rowsIn: 8, rowsKept: 1 });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 1)).toBe(8);
  });

  it('leaves out doubtful dollars and implausible amounts, by reason', () => {
    const reading = normalize(row(120_000, { company_location: 'CA' }), row(9_000), row(3_000_000));
    expect(reading.tables.pay).toEqual([]);
    expect(reading.excluded).toEqual([
      { reason: 'US dollars stated in a country with a dollar of its own', count: 1 },
      { reason: 'implausibly high for a full-time year', count: 1 },
      { reason: 'implausibly low for a full-time year', count: 1 },
    ]);
  });

  it('puts a US territory into its state', () => {
    expect(normalize(row(50_000, { company_location: 'PR' })).tables.pay![0]).toMatchObject({
      country: 'US',
      region: 'US-PR',
    });
  });
});
