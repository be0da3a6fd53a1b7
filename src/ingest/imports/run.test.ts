import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADVERTISED,
  type Cells,
  COLUMNS,
  csvText,
  GOOD,
  importInput,
  importRows,
  inputOf,
  MAPPING,
  type MarketFolder,
  row,
  storedRows,
  temporaryMarket,
} from '../../../test/fixtures/imported-market.js';
import { readOwnManifest } from '../../store/own-manifest.js';
import type { Mapping } from './mapping.js';
import { ownEmployerId } from './own-market/own-employer-id.js';

let market: MarketFolder;
beforeEach(() => {
  market = temporaryMarket();
});
afterEach(() => market.remove());

async function reasonOf(cells: Cells, mapping: Mapping = MAPPING): Promise<string | null> {
  const { reasons, summary } = await importRows(market, [cells], mapping);
  expect(summary.rows).toBe(1);
  return reasons[0]?.reason ?? null;
}

describe('a row that nothing speaks against', () => {
  it('is stored as the table `pay` wants it', async () => {
    const { summary, reasons, quarantine, id } = await importRows(market, [GOOD]);
    expect(summary).toEqual({ rows: 1, imported: 1, repeated: 0, quarantined: 0 });
    expect([reasons, quarantine]).toEqual([[], null]);
    expect(await storedRows(market, 'pay')).toEqual([
      {
        source: 'mine',
        basis: 'posted',
        country: 'US',
        role: 'data-engineer',
        level: 'senior',
        region: 'US-TX',
        title: 'senior data engineer',
        soc: null,
        employer: ownEmployerId('acme'),
        currency: 'USD',
        unit: 'year',
        low_minor: 15_000_000,
        high_minor: 18_000_000,
        annual_low: 150_000,
        annual_high: 180_000,
        seen_from: '2026-03-04',
        seen_to: '2026-03-04',
        repeats: 1,
        words: null,
      },
    ]);
    expect(await storedRows(market, 'employers')).toEqual([
      { source: 'mine', employer: ownEmployerId('acme'), name: 'Acme, Inc.' },
    ]);
    const manifest = await readOwnManifest(market.own);
    expect(manifest?.imports).toMatchObject([
      { id, kind: 'advertised', rows: 1, imported: 1, period: { from: '2026-03-04', to: '2026-03-04' } },
    ]);
    expect(manifest?.files.map(({ path, rows }) => [path, rows])).toEqual([
      [`pay/${id}.parquet`, 1],
      [`employers/${id}.parquet`, 1],
    ]);
  });

  it('is kept with no role where its title fits none', async () => {
    await importRows(market, [row({ 0: 'Chief Vibes Wizard of Oz' })]);
    expect(await storedRows(market, 'pay')).toMatchObject([{ role: null, employer: ownEmployerId('acme') }]);
  });
});

describe('what speaks against a row', () => {
  it.each([
    ['no title', row({ 0: '' })],
    ['no title', row({ 0: ' (Remote) ' })],
    ['place not recognised, or in several countries', row({ 2: 'Atlantis' })],
    ['place not recognised, or in several countries', row({ 2: null })],
    ['no pay stated', row({ 3: null, 4: null })],
    ['no pay stated', row({ 3: 'n/a', 4: '-' })],
    ['pay not understood', row({ 3: 'lots', 4: '180000' })],
    ['pay not understood', row({ 3: '1e99' })],
    ['currency not recognised', row({ 5: 'Galleons' })],
    ['currency not recognised', row({ 2: 'Berlin', 5: '$' })],
    ['pay is zero or negative', row({ 3: '0', 4: '0' })],
    ['pay is zero or negative', row({ 3: '-150000' })],
    ['lower end above the upper', row({ 3: '180000', 4: '150000' })],
    ['date not understood', row({ 6: 'soon' })],
    ['date not understood', row({ 6: '2026-02-30' })],
    ['date not understood', row({ 6: '03/04/2026' })],
    ['date in the future', row({ 6: '2026-07-01' })],
    ['no date', row({ 6: '' })],
    ['implausibly low for a full-time year', row({ 3: '15079', 4: '15079' })],
    ['implausibly low for a full-time year', row({ 2: 'Berlin', 3: '1799', 4: '9000', 5: 'EUR' })],
    ['implausibly high for a full-time year', row({ 3: '1000000', 4: '2000001' })],
    ['upper end more than 5 times the lower', row({ 3: '30000', 4: '150001' })],
  ])('%s', async (reason, cells) => {
    expect(await reasonOf(cells)).toBe(reason);
  });

  it.each([
    ['the legal minimum', row({ 3: '15080', 4: '15080' })],
    ['the same elsewhere, at the rate of the month', row({ 2: 'Berlin', 3: '1800', 4: '1800', 5: 'EUR' })],
    ['a currency without a rate', row({ 2: 'Stockholm', 3: '12', 4: '900000000', 5: 'SEK' })],
    ['the country’s own dollar', row({ 2: 'Toronto', 5: '$' })],
    ['no currency at all', row({ 5: null })],
    ['thousands marks', row({ 3: '150,000', 4: '$180,000.00' })],
    ['words beside the amount', row({ 3: '150k', 4: '180k USD' })],
  ])('is nothing with %s', async (_, cells) => {
    expect(await reasonOf(cells)).toBe(null);
  });

  it('is decided at the exchange rate of the month of the row', async () => {
    // 2,700 Canadian dollars are 2,077 US dollars at 1.3 and 1,929 at 1.4.
    const low = row({ 2: 'Toronto', 3: '2700', 4: '2700', 5: 'CAD', 6: '2024-05-31' });
    expect(await reasonOf(low)).toBe(null);
    const later = low.map((cell, at) => (at === 6 ? '2024-06-01' : cell));
    expect(await reasonOf(later)).toBe('implausibly low for a full-time year');
  });

  it('is hourly pay without the word full time, and work that is not full time', async () => {
    const columns = [...COLUMNS, 'Type', 'Per'];
    const mapping: Mapping = {
      ...MAPPING,
      columns: { ...MAPPING.columns, employment: 'Type', unit: 'Per' },
      constants: {},
    };
    const hourly = (type: string, per: string) => [...row({ 3: '50', 4: '60.5' }), type, per];
    const { reasons, summary } = await importRows(
      market,
      [
        hourly('', 'per hour'),
        hourly('Part-time', 'hour'),
        hourly('FULL_TIME', 'hr'),
        hourly('Contractor', 'hour'),
        hourly('full time', 'fortnight'),
        hourly('full time', ''),
      ],
      mapping,
      columns,
    );
    expect(reasons).toEqual([
      { reason: 'not regular full-time work', count: 2 },
      { reason: 'hourly pay without full-time work stated', count: 1 },
      { reason: 'pay period not understood', count: 1 },
    ]);
    expect(summary).toMatchObject({ imported: 1, repeated: 1 });
    expect(await storedRows(market, 'pay')).toMatchObject([
      { unit: 'hour', low_minor: 5000, high_minor: 6050, annual_low: 104_000, annual_high: 125_840, repeats: 2 },
    ]);
  });
});

describe('dates', () => {
  it('are taken from the newest of the file where some rows have none', async () => {
    const { summary } = await importRows(market, [
      GOOD,
      row({ 0: 'Data Analyst', 6: null }),
      row({ 0: 'Nurse', 6: '2027-01-01' }),
    ]);
    expect(summary).toMatchObject({ imported: 2, quarantined: 1 });
    const rows = await storedRows(market, 'pay');
    expect(rows.map(({ seen_from }) => seen_from)).toEqual(['2026-03-04', '2026-03-04']);
  });

  it('are a constant where the mapping gives one, and read in the order it gives', async () => {
    const { date: _, ...columns } = MAPPING.columns;
    await importRows(market, [GOOD], { ...MAPPING, columns, constants: { ...MAPPING.constants, date: '2026-01-31' } });
    expect(await storedRows(market, 'pay')).toMatchObject([{ seen_from: '2026-01-31' }]);
    const dated = row({ 0: 'Nurse', 6: '03/04/2026 12:30' });
    await importRows(market, [dated], { ...MAPPING, dateOrder: 'day-first' });
    const nurse = (await storedRows(market, 'pay')).find(({ title }) => title === 'nurse');
    expect(nurse).toMatchObject({ seen_from: '2026-04-03' });
  });
});

describe('one cell of pay', () => {
  const columns = ['title', 'where', 'pay'];
  const mapping: Mapping = {
    ...ADVERTISED,
    columns: { title: 'title', place: 'where', pay: 'pay' },
    constants: { date: '2026-01-15', employment: 'full time' },
  };
  it.each([
    ['150000', 'Austin, TX', [15_000_000, 15_000_000, 'USD', 'year', 150_000]],
    ['$150k - $180k', 'Toronto', [15_000_000, 18_000_000, 'CAD', 'year', 150_000]],
    ['US$150k', 'Toronto', [15_000_000, 15_000_000, 'USD', 'year', 150_000]],
    ['€5.000 pro Monat', 'Berlin', [500_000, 500_000, 'EUR', 'month', 60_000]],
    ['€5000 x 14 per month', 'Berlin', [500_000, 500_000, 'EUR', 'month', 70_000]],
    ['45,50 kr per hour', 'Stockholm', [4550, 4550, 'SEK', 'hour', 94_640]],
    [
      'Bonus up to $40,000. Base salary: $120,000 to $130,000',
      'Austin, TX',
      [12_000_000, 13_000_000, 'USD', 'year', 120_000],
    ],
    ['48.5', 'Boston, MA', [4850, 4850, 'USD', 'hour', 100_880]],
  ])('%s', async (pay, place, expected) => {
    const { reasons } = await importRows(market, [['Data Analyst', place, pay]], mapping, columns);
    expect(reasons).toEqual([]);
    const [stored] = await storedRows(market, 'pay');
    expect(['low_minor', 'high_minor', 'currency', 'unit', 'annual_low'].map((name) => stored?.[name])).toEqual(
      expected,
    );
  });

  it('holds no pay where it speaks of bonuses alone', async () => {
    const { reasons } = await importRows(
      market,
      [['Data Analyst', 'Austin, TX', 'Sign-on bonus: $40,000']],
      mapping,
      columns,
    );
    expect(reasons).toEqual([{ reason: 'pay not understood', count: 1 }]);
  });

  it('is read with the decimal sign of the file', async () => {
    const german = { ...mapping, decimal: ',' as const };
    const cells = ['64.000', '64.000,50', '64000', '1.234.567,00'].map((pay, at) => [
      `Data Analyst ${'I'.repeat(at + 1)}`,
      'Berlin',
      pay,
    ]);
    await importRows(market, cells, german, columns);
    const rows = await storedRows(market, 'pay');
    expect(rows.map(({ low_minor }) => low_minor).sort((a, b) => Number(a) - Number(b))).toEqual([
      6_400_000, 6_400_000, 6_400_050, 123_456_700,
    ]);
  });
});

describe('advertised offers', () => {
  it('count once a month, under any spelling of the employer', async () => {
    const { summary } = await importRows(market, [
      GOOD,
      row({ 1: 'ACME INC', 6: '2026-03-30' }),
      row({ 6: '2026-04-01' }),
      row({ 3: '150,000.00' }),
      row({ 4: '180001' }),
      row({ 1: 'Other' }),
    ]);
    expect(summary).toEqual({ rows: 6, imported: 4, repeated: 2, quarantined: 0 });
    const rows = await storedRows(market, 'pay');
    expect(rows.map(({ seen_from, seen_to, repeats }) => [seen_from, seen_to, repeats])).toEqual(
      expect.arrayContaining([['2026-03-04', '2026-03-30', 3]]),
    );
    expect(rows.reduce((sum, { repeats }) => sum + Number(repeats), 0)).toBe(6);
  });

  it('of earlier imports are repeats', async () => {
    await importRows(market, [GOOD, row({ 0: 'Nurse' })]);
    const path = market.file(
      'more.csv',
      csvText(COLUMNS, [row({ 6: '2026-03-20' }), row({ 6: '2026-05-01' }), row({ 5: 'EUR' })]),
    );
    const { summary } = await importInput(market, inputOf(path, COLUMNS), MAPPING);
    expect(summary).toEqual({ rows: 3, imported: 2, repeated: 1, quarantined: 0 });
    expect(await storedRows(market, 'pay')).toHaveLength(4);
  });
});

describe("persons' records", () => {
  const PAID: Mapping = { ...MAPPING, kind: 'paid' };
  it('are never repeats within a file, and matched up to their number across files', async () => {
    const first = await importRows(market, [GOOD, GOOD, row({ 0: 'Nurse' })], PAID);
    expect(first.summary).toEqual({ rows: 3, imported: 3, repeated: 0, quarantined: 0 });
    const path = market.file('more.csv', csvText(COLUMNS, [GOOD, GOOD, GOOD, row({ 0: 'Nurse', 6: '2026-03-05' })]));
    const second = await importInput(market, inputOf(path, COLUMNS), PAID);
    expect(second.summary).toEqual({ rows: 4, imported: 2, repeated: 2, quarantined: 0 });
    const rows = await storedRows(market, 'pay');
    expect(rows.map(({ basis, repeats }) => [basis, repeats])).toEqual(Array(5).fill(['paid', 1]));
  });

  it('are not compared with advertised offers', async () => {
    await importRows(market, [GOOD]);
    expect((await importRows(market, [GOOD], PAID)).summary).toMatchObject({ imported: 1, repeated: 0 });
  });
});

describe('postings', () => {
  const columns = [...COLUMNS, 'Skills', 'Text'];
  const mapping: Mapping = { ...MAPPING, columns: { ...MAPPING.columns, skills: 'Skills', description: 'Text' } };
  it('keep what they ask for, with or without pay, and never their text', async () => {
    const { summary } = await importRows(
      market,
      [
        [...GOOD, 'SQL; pmp', 'We use Python every day.'],
        [...GOOD, 'SQL; pmp', 'We use Python every day.'],
        [...row({ 0: 'Nurse', 3: null, 4: null }), '["Rust"]', 'Come and see'],
        [...row({ 0: 'Baker', 3: null, 4: null }), '', 'Base salary: $120,000 a year. Rust.'],
        [...row({ 0: 'Cook', 3: null, 4: null }), '', ''],
      ],
      mapping,
      columns,
    );
    expect(summary).toEqual({ rows: 5, imported: 3, repeated: 1, quarantined: 1 });
    const rows = await storedRows(market, 'postings');
    expect(
      rows.map(({ title, currency, annual_low, skills, credentials, repeats }) => [
        title,
        currency,
        annual_low,
        skills,
        credentials,
        repeats,
      ]),
    ).toEqual(
      [
        ['baker', 'USD', 120_000, 'rust', '', 1],
        ['nurse', null, null, 'rust', '', 1],
        ['senior data engineer', 'USD', 150_000, 'python,sql', 'pmp', 2],
      ].sort((a, b) => order(a, rows) - order(b, rows)),
    );
    expect(await storedRows(market, 'pay')).toHaveLength(2);
    const folder = join(market.own, 'postings');
    expect(
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join(),
    ).not.toContain('every day');
  });

  it('without pay are repeats when they ask for the same in the same month', async () => {
    const bare = (skills: string) => [...row({ 3: null, 4: null }), skills, ''];
    const { summary } = await importRows(market, [bare('SQL'), bare('SQL'), bare('Rust')], mapping, columns);
    expect(summary).toEqual({ rows: 3, imported: 2, repeated: 1, quarantined: 0 });
    const path = market.file('more.csv', csvText(columns, [bare('Rust'), bare('Python')]));
    const second = await importInput(market, inputOf(path, columns), mapping);
    expect(second.summary).toEqual({ rows: 2, imported: 1, repeated: 1, quarantined: 0 });
  });
});

function order(row: readonly unknown[], rows: readonly Readonly<Record<string, unknown>>[]): number {
  return rows.findIndex(({ title }) => title === row[0]);
}
