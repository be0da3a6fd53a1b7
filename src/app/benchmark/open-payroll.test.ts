import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.js';
import { buildCatalogue } from '../../text/index.js';
import type { InputRow } from './input-row.js';
import { type OpenedPayroll, openPayroll, type PayrollOptions } from './open-payroll.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-payroll-'));
afterAll(() => rmSync(folder, { recursive: true }));

const home = { directory: join(folder, 'home') };
const market = {
  catalogue: buildCatalogue([]),
  places: [
    { place: 'US', name: 'United States', kind: 'country', country: 'US', states: '', currency: 'USD', key: 'us' },
  ],
} as unknown as PayrollOptions['market'];

const opened = async (name: string, content: string | Uint8Array, more: Partial<PayrollOptions> = {}) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return openPayroll(path, { market, home, ...more });
};
async function all(payroll: OpenedPayroll): Promise<InputRow[]> {
  const rows: InputRow[] = [];
  try {
    for await (const row of payroll.rows) rows.push(row);
  } finally {
    await payroll.close();
  }
  return rows;
}
const read = async (...given: Parameters<typeof opened>) => all(await opened(...given));
const told = async (...given: Parameters<typeof opened>) =>
  (await read(...given)).map(({ row, title, place, pay }) => [row, title, place, pay].join('|'));

const refusal = async (...given: Parameters<typeof opened>): Promise<UsageError> => {
  const failure = await read(...given).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(UsageError);
  return failure as UsageError;
};

describe('a payroll', () => {
  it.each<[string, string, string | Uint8Array, Partial<PayrollOptions>?]>([
    ['CSV', 'a.csv', 'title,place,salary\n"Manager, Sales",US,90000\nNurse,Texas,\n'],
    ['semicolons without an ending', 'list', 'Title;Place;Salary\nManager, Sales;US;90000\nNurse;Texas;\n'],
    ['tabs', 'a.tsv', 'title\tplace\tbase\nManager, Sales\tUS\t90000\nNurse\tTexas\t\n'],
    [
      'other columns in another order',
      'b.csv',
      'Id,Salary,Place,Name,Title\n1,90000,US,Ada A,"Manager, Sales"\n2,,Texas,Bo B,Nurse\n',
    ],
    [
      'JSON lines',
      'a.jsonl',
      '{"title":"Manager, Sales","place":"US","pay":90000}\n{"place":"Texas","title":"Nurse","pay":null}\n',
    ],
    ['JSON', 'a.json', '[{"title":"Manager, Sales","place":"US","pay":90000},{"place":"Texas","title":"Nurse"}]'],
    ['gzip', 'a.csv.gz', gzipSync('title,place,pay\n"Manager, Sales",US,90000\nNurse,Texas,\n')],
    [
      'UTF-16',
      'u.csv',
      Buffer.from('\ufefftitle,place,pay\r\n"Manager, Sales",US,90000\r\nNurse,Texas,\r\n', 'utf16le'),
    ],
    [
      'a column named with --field',
      'f.csv',
      'work,place,pay\n"Manager, Sales",US,90000\nNurse,Texas,\n',
      { field: 'Work' },
    ],
  ])('is read from %s', async (_, name, content, more) => {
    expect(await told(name, content, more)).toEqual(['1|Manager, Sales|US|90000', '2|Nurse|Texas|']);
  });

  it('is read from Excel, below a heading, with the units its columns name', async () => {
    const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
    const workbook = new Workbook();
    workbook.addWorksheet('Cover').addRows([['Confidential'], ['Board only']]);
    const sheet = workbook.addWorksheet('Staff');
    sheet.addRows([
      ['Salaries 2026'],
      [],
      ['Name', 'Job Title', 'Location', 'Hourly rate (USD)'],
      ['Ada', 'Nurse', 'Texas', 42.5],
    ]);
    const payroll = await opened('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(payroll.notes).toEqual([expect.stringContaining('holds 1 more')]);
    expect(await all(payroll)).toEqual([
      { row: 1, title: 'Nurse', place: 'Texas', level: '', pay: '42.5', currency: 'USD', unit: 'hour', fault: null },
    ]);
  });

  it('is read from a stream', async () => {
    const bytes = (async function* () {
      yield Buffer.from('title,pla');
      yield Buffer.from('ce\nNurse,US\n');
    })();
    const payroll = await openPayroll({ name: 'standard input', bytes }, { market, home });
    expect((await all(payroll)).map(({ title, place }) => [title, place])).toEqual([['Nurse', 'US']]);
  });

  it('is read from plain lines where a place is given, commas and all', async () => {
    const lines = 'Manager, Sales\r\n\r\nIngénieur\n';
    expect(await told('lines.txt', lines, { place: 'US' })).toEqual(['1|Manager, Sales||', '2|||', '3|Ingénieur||']);
    expect(await told('headed', `title\n${lines}`, { place: 'US' })).toHaveLength(3);
    expect(await told('latin', Buffer.from('Ingénieur\n', 'latin1'), { place: 'US' })).toEqual(['1|Ingénieur||']);
    expect(await told('named.txt', 'a,b\nc\n', { place: 'US', form: 'lines' })).toEqual(['1|a,b||', '2|c||']);
  });

  it('puts city, state and country together', async () => {
    const text = 'title,city,state,country\nNurse,Austin,TX,US\nNurse,,CA,US\nNurse,,,GB\n';
    expect((await read('parts.csv', text)).map(({ place }) => place)).toEqual(['Austin, TX, US', 'US-CA', 'GB']);
  });

  it('keeps broken rows in their place', async () => {
    const rows = await read('broken.csv', 'title,place\nNurse,US\nManager, Sales,US\n"x"y,US\nClerk,US\n');
    expect(rows.map(({ row, title, fault }) => [row, title, fault])).toEqual([
      [1, 'Nurse', null],
      [2, '', 'the row has more cells than the header'],
      [3, '', 'text follows a closing quotation mark'],
      [4, 'Clerk', null],
    ]);
  });

  it('hands on nothing but title, place, level and pay', async () => {
    const text =
      'Name,E-Mail,Gender,Title,Place,Base salary,Bonus\nAda Secret,ada@secret.example,f,Nurse,US,90000,9999\n';
    expect(await read('persons.csv', text)).toEqual([
      { row: 1, title: 'Nurse', place: 'US', level: '', pay: '90000', currency: '', unit: '', fault: null },
    ]);
  });

  it.each<[string, string, string | Uint8Array, string, Partial<PayrollOptions>?]>([
    ['without titles', 'n.csv', 'name,amount\nAda Secret,90000\n', 'NO_TITLE_COLUMN'],
    ['without a header', 'h.csv', 'Ada Secret,Nurse Secret\nBo Secret,Clerk Secret\n', 'NO_TITLE_COLUMN'],
    ['without places', 'p.csv', 'title,salary\nNurse Secret,90000\n', 'NO_PLACE'],
    ['of lines without a place', 'l.txt', 'Nurse Secret\n', 'NO_PLACE'],
    ['that is empty', 'e.csv', '', 'UNREADABLE_FILE'],
    ['with a header alone', 'o.csv', 'title,place\n', 'UNREADABLE_FILE'],
    ['that is a picture', 'i.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'UNREADABLE_FILE'],
    ['that is no text', 'z.txt', Buffer.alloc(4096, 3), 'UNREADABLE_FILE', { place: 'US' }],
    ['that is Parquet', 'q.parquet', Buffer.from('PAR1xxxxPAR1'), 'UNREADABLE_FILE'],
    ['without the column asked for', 'c.csv', 'title,place\nNurse Secret,US\n', 'UNKNOWN_FIELD', { field: 'Secret' }],
    [
      'whose titles are addresses',
      'm.csv',
      'title,place\na@secret.example,US\nb@secret.example,US\n',
      'PERSONAL_COLUMN',
    ],
  ])('is refused %s, in one line without a word of its rows', async (_, name, content, code, more) => {
    const failure = await refusal(name, content, more);
    expect(failure.code).toBe(code);
    expect(`${failure.message} ${failure.remedy}`).not.toMatch(/Secret|\n/i);
  });

  it('leaves nothing behind, however it ends', async () => {
    await refusal('again.csv', 'name\nAda\n');
    await read('fine.csv', 'title,place\nNurse,US\n');
    expect(readdirSync(join(home.directory, 'scratch'))).toEqual([]);
  });

  it('is read where no home can be made', async () => {
    writeFileSync(join(folder, 'occupied'), '');
    const rows = await read('fine.csv', 'title,place\nNurse,US\n', { home: { directory: join(folder, 'occupied') } });
    expect(rows).toHaveLength(1);
  });
});
