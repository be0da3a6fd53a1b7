/** Files of odd shapes and with hostile contents. */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADVERTISED,
  type Cells,
  csvText,
  importInput,
  inputOf,
  type MarketFolder,
  quarantinedRows,
  storedRows,
  temporaryMarket,
} from '../../../test/fixtures/imported-market.js';
import { OWN_READING } from '../../../test/fixtures/own-reading.js';
import { openImportWorkshop } from '../../store/duckdb/imports/import-workshop.js';
import { FIELDS, type Mapping } from './mapping.js';
import { previewImport } from './preview.js';

const COLUMNS = ['title', 'place', 'pay', 'firm'];
const MAPPING: Mapping = {
  ...ADVERTISED,
  columns: { title: 'title', place: 'place', pay: 'pay', employer: 'firm' },
  constants: { date: '2026-01-15', unit: 'year' },
};

let market: MarketFolder;
beforeEach(() => {
  market = temporaryMarket();
});
afterEach(() => market.remove());

function importText(text: string, columns: readonly string[] = COLUMNS, mapping: Mapping = MAPPING) {
  return importInput(market, inputOf(market.file('odd.csv', text), columns), mapping);
}

describe('shapes', () => {
  it('one column', async () => {
    const mapping = {
      ...MAPPING,
      columns: { title: 'title' },
      constants: { ...MAPPING.constants, country: 'US', pay: '$100k' },
    };
    const { summary } = await importText('title\nNurse\nBaker\n', ['title'], mapping);
    expect(summary).toMatchObject({ rows: 2, imported: 2 });
    expect(await storedRows(market, 'pay')).toMatchObject([{ annual_low: 100_000 }, { annual_low: 100_000 }]);
  });

  it('5,000 columns, of which four are read', async () => {
    const columns = Array.from({ length: 5000 }, (_, at) => `column ${at}`);
    const row = columns.map((_, at) =>
      at === 4998 ? 'Nurse' : at === 1 ? 'Berlin' : at === 2500 ? '60000' : `x${at}`,
    );
    const mapping: Mapping = {
      ...MAPPING,
      columns: { title: 'column 4998', place: 'column 1', pay: 'column 2500', employer: 'column 0' },
    };
    const { summary } = await importText(csvText(columns, [row, row]), columns, mapping);
    expect(summary).toEqual({ rows: 2, imported: 1, repeated: 1, quarantined: 0 });
  });

  it('a cell of 10 MB, in a column that is read and in one that is not', async () => {
    const long = 'Senior nurse, '.repeat(750_000);
    const rows: Cells[] = [
      ['Nurse', 'Berlin', '60000', long],
      [long, 'Berlin', '60000', 'Acme'],
      [long, 'Atlantis', '60000', 'Acme'],
    ];
    const { summary, quarantine } = await importText(csvText(COLUMNS, rows));
    expect(summary).toEqual({ rows: 3, imported: 2, repeated: 0, quarantined: 1 });
    expect(readFileSync(quarantine as string).length).toBeGreaterThan(long.length);
    const [stored] = await storedRows(market, 'employers');
    expect(String(stored?.name).length).toBeLessThanOrEqual(200);
  });

  it('a million rows of one title', async () => {
    const text = `${COLUMNS.join(',')}\n${'Nurse,Berlin,60000,Acme\n'.repeat(1_000_000)}`;
    const { summary } = await importText(text);
    expect(summary).toEqual({ rows: 1_000_000, imported: 1, repeated: 999_999, quarantined: 0 });
    expect(await storedRows(market, 'pay')).toMatchObject([{ repeats: 1_000_000 }]);
  });

  it('a Parquet file with numbers, dates and lists', async () => {
    const path = `${market.directory}/offers.parquet`;
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT 'Nurse' AS "the ""title""", 'Berlin' AS place, 60000.5::DOUBLE AS low, 70000::DECIMAL(9, 2) AS high,
      DATE '2026-01-02' + i::INTEGER AS day, ['SQL', 'Rust'] AS skills FROM range(3) r(i)) TO '${path}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    const columns = ['the "title"', 'place', 'low', 'high', 'day', 'skills'];
    const mapping: Mapping = {
      ...ADVERTISED,
      columns: { title: 'the "title"', place: 'place', payLow: 'low', payHigh: 'high', date: 'day', skills: 'skills' },
      constants: { unit: 'year' },
      decimal: ',',
    };
    const { summary } = await importInput(market, inputOf(path, columns, { kind: 'parquet' }), mapping);
    expect(summary).toEqual({ rows: 3, imported: 1, repeated: 2, quarantined: 0 });
    expect(await storedRows(market, 'pay')).toMatchObject([
      { low_minor: 6_000_050, high_minor: 7_000_000, seen_from: '2026-01-02', seen_to: '2026-01-04', repeats: 3 },
    ]);
    expect(await storedRows(market, 'postings')).toMatchObject([{ skills: 'rust,sql', read_from: 'labels' }]);
  });
});

const HOSTILE = [
  '\0',
  'a\0b',
  '\u202Egnp.exe',
  "'; DROP TABLE rows_0; --",
  '"); COPY x TO \'/tmp/x',
  '<script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  '#{1+1} {{7*7}} %s %n',
  '../../etc/passwd',
  '\uFEFFtitle',
  '\u{1F4A9}'.repeat(50),
  '\r\n\r\n',
  '"""',
  ',,,,',
  '9'.repeat(400),
  '1e400',
  '-0',
  '٣٤٥٦٧',
  'NaN',
  'Infinity',
  '0x1F',
  'null',
];

describe('hostile strings', () => {
  it('in every field leave every row accounted for', async () => {
    const columns = [...FIELDS];
    const good: Record<string, string> = {
      title: 'Nurse',
      country: 'DE',
      payLow: '60000',
      payHigh: '70000',
      date: '2026-01-15',
      unit: 'year',
    };
    const rows = columns.flatMap((field) =>
      HOSTILE.map((text) => columns.map((column) => (column === field ? text : (good[column] ?? null)))),
    );
    const mapping: Mapping = {
      ...ADVERTISED,
      columns: Object.fromEntries(columns.map((column) => [column, column])),
      dateOrder: 'day-first',
    };
    const { summary, quarantine } = await importText(csvText(columns, rows), columns, mapping);
    expect(summary.rows).toBe(rows.length);
    expect(summary.imported + summary.repeated + summary.quarantined).toBe(rows.length);
    const listed = await quarantinedRows(quarantine as string);
    expect(listed).toHaveLength(summary.quarantined);
    for (const { original } of listed) expect(String(original)).not.toMatch(/^[=+@\t\r-]/);
    expect(readFileSync(quarantine as string).includes(0)).toBe(false);
    for (const { name } of await storedRows(market, 'employers')) expect(String(name)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    for (const row of await storedRows(market, 'pay')) {
      expect(row.annual_low).toBeGreaterThan(0);
      expect(row.annual_high).toBeGreaterThanOrEqual(row.annual_low as number);
    }
  });

  it('as names of columns, tables and files are names', async () => {
    const name = 'it\'s [1]*?; "DROP".csv';
    const columns = ["title'; --", 'place"', 'pay\\', 'c3'];
    const path = market.file(name, csvText(columns, [['Nurse', 'Berlin', '60000', 'Acme']]));
    const mapping: Mapping = {
      ...MAPPING,
      columns: { title: columns[0]!, place: columns[1]!, pay: columns[2]!, employer: 'c3' },
    };
    expect((await importInput(market, inputOf(path, columns), mapping)).summary.imported).toBe(1);
  });
});

describe('texts that only later rows hold', () => {
  it('are read as well', async () => {
    const row = (at: number): Cells => ['Nurse', 'Berlin', '60000', `Firm ${at % 3}`];
    const rows = [
      ...Array.from({ length: 30 }, (_, at) => row(at)),
      ['Late title', 'Toronto', '$70k', 'Other'] as Cells,
    ];
    const input = inputOf(market.file('late.csv', csvText(COLUMNS, rows)), COLUMNS);
    const workshop = openImportWorkshop({ memoryMegabytes: 300, firstRows: 12 });
    const { summary } = await importInput(market, input, MAPPING, { workshop });
    expect(summary).toEqual({ rows: 31, imported: 4, repeated: 27, quarantined: 0 });
    expect(await storedRows(market, 'pay')).toMatchObject([{ title: 'late title', currency: 'CAD' }, {}, {}, {}]);
  });
});

describe('a preview', () => {
  it('shows how the first rows would be read, and keeps nothing', async () => {
    const rows: Cells[] = [
      ['Sr. Nurse', 'Austin, TX', '$100k - $120k', 'Acme, Inc.'],
      ['Nurse', 'Atlantis', '60000', ''],
      ['Nurse', 'Berlin', '', 'Acme'],
      ['Beyond', 'the', 'limit', ''],
    ];
    const input = inputOf(market.file('p.csv', csvText(COLUMNS, rows)), COLUMNS);
    const workshop = openImportWorkshop({ memoryMegabytes: 300 });
    const preview = await previewImport({ input, mappings: [MAPPING], rows: 3, reading: OWN_READING, workshop });
    expect(preview.counts).toEqual({
      rows: 3,
      usable: 1,
      quarantined: 2,
      reasons: [
        { reason: 'no pay stated', count: 1 },
        { reason: 'place not recognised, or in several countries', count: 1 },
      ],
    });
    expect(preview.rows).toMatchObject([
      {
        table: 'p.csv',
        row: 1,
        reason: null,
        title: 'senior nurse',
        level: 'senior',
        employer: 'Acme, Inc.',
        country: 'US',
        region: 'US-TX',
        currency: 'USD',
        unit: 'year',
        low: 100_000,
        high: 120_000,
        annualLow: 100_000,
        annualHigh: 120_000,
        date: '2026-01-15',
      },
      { row: 2, reason: 'place not recognised, or in several countries', title: 'nurse', country: null, low: 60_000 },
      { row: 3, reason: 'no pay stated', country: 'DE', low: null, currency: null },
    ]);
    expect(await storedRows(market, 'pay')).toEqual([]);
  });
});
