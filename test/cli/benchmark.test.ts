import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTRY, goingrate, linesOf, quoted, ROOT, type RunOptions, run } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-benchmark-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EXAMPLE = join(ROOT, 'examples', 'benchmark', 'payroll.csv');
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Two rows that are answered from one table. */
const SMALL = file(
  'small.csv',
  'Name,Title,Place,Salary\nAda Example,Registered Nurse,US-NY,95000\nBo Example,Qwxz Vbnk,US,60000\n',
);
const QUICKLY = ['--basis', 'official'];

type Row = Record<string, unknown> & { readonly median: { readonly value: number } | null };

async function rows(args: readonly string[], options: RunOptions = {}): Promise<Row[]> {
  const { code, stdout, stderr } = await goingrate(['benchmark', ...args, '--format', 'jsonl'], options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return linesOf(stdout).map((line) => JSON.parse(line));
}

const PROMISED = [
  'row',
  'title',
  'place',
  'basis',
  'currency',
  'status',
  'percentiles',
  'median',
  'grade',
  'n',
  'employers',
];

describe.concurrent('goingrate benchmark', () => {
  it('gives one object a row, in order, with the promised fields', async () => {
    const answered = await rows([EXAMPLE]);
    expect(answered.map(({ row }) => row)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    for (const row of answered) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(PROMISED));
      expect(['supported', 'modelled', 'insufficient']).toContain(row.status);
      const percentiles = row.percentiles as Record<string, number> | null;
      if (percentiles !== null) {
        expect(Object.keys(percentiles)).toEqual(['10', '25', '50', '75', '90']);
        expect(Object.values(percentiles).every(Number.isFinite)).toBe(true);
      }
      if (row.status !== 'insufficient') expect(row.median).toMatchObject({ value: expect.any(Number) });
    }
    expect(answered[0]).toMatchObject({ title: 'Machine Learning Lead', place: 'US', currency: 'USD' });
    expect(answered[0]!.pay).toMatchObject({
      percentile: { value: expect.any(Number) },
      compaRatio: expect.any(Number),
    });
    expect(answered[7]).not.toHaveProperty('pay');
    expect(answered.slice(8).map(({ status }) => status)).toEqual(Array(4).fill('insufficient'));
  });

  it('needs title and place alone, and gives the headline of the report', async () => {
    const [row] = await rows(['-', '--basis', 'official'], { stdin: 'title,place\nRegistered Nurse,US-NY\n' });
    const args = ['report', 'Registered Nurse', '--in', 'US-NY', '--basis', 'official', '--format', 'json'];
    const { headline } = JSON.parse((await goingrate(args)).stdout);
    expect(row!.median!.value).toBe(headline.quantity.value);
    expect(row).toMatchObject({ basis: 'official', grade: headline.evidence.grade, n: headline.evidence.n });
  });

  it('reads plain lines, with commas in them, where --in gives the place', async () => {
    const answered = await rows(['-', '--in', 'US-TX'], { stdin: 'Manager, Sales\nRegistered Nurse\n' });
    expect(answered.map(({ title, place }) => [title, place])).toEqual([
      ['Manager, Sales', 'US-TX'],
      ['Registered Nurse', 'US-TX'],
    ]);
  });

  it.each([
    ['csv', 'title,place\nNurse,US\n'],
    ['jsonl', '{"title":"Nurse","place":"US"}\n'],
  ])('reads --input %s from standard input', async (form, stdin) => {
    expect(await rows(['-', '--input', form], { stdin })).toMatchObject([{ row: 1, title: 'Nurse' }]);
  });

  it('never shows what is about persons', async () => {
    for (const format of ['terminal', 'jsonl', 'json', 'csv']) {
      const { stdout, stderr } = await goingrate(['benchmark', SMALL, ...QUICKLY, '--format', format]);
      expect(stdout).toContain('Registered');
      expect(stdout + stderr).not.toMatch(/Example|Ada/);
    }
  });

  it('writes the format that the file is named after', async () => {
    const [csv, xlsx, json] = ['out.csv', 'out.xlsx', 'out.json'].map((name) => join(folder, name));
    for (const path of [csv!, xlsx!, json!]) {
      expect(await goingrate(['benchmark', SMALL, ...QUICKLY, '-o', path])).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    }
    expect(linesOf(readFileSync(csv!, 'utf8'))).toHaveLength(3);
    const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
    const book = new Workbook();
    await book.xlsx.readFile(xlsx!);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Benchmark', 3],
      ['Sources and method', expect.any(Number)],
    ]);
    expect(JSON.parse(readFileSync(json!, 'utf8'))).toMatchObject({
      schema: 'goingrate.benchmark/1',
      summary: { rows: 2, withPay: 1 },
    });
  });

  it('can read what it wrote', async () => {
    const path = join(folder, 'again.xlsx');
    await goingrate(['benchmark', SMALL, ...QUICKLY, '-o', path]);
    const [first] = await rows([SMALL, ...QUICKLY]);
    const again = await goingrate(['benchmark', path, ...QUICKLY, '--format', 'jsonl']);
    const [read] = linesOf(again.stdout).map((line) => JSON.parse(line));
    expect(read).toMatchObject({ title: first!.title, median: first!.median, pay: first!.pay });
  });

  it('shows hostile rows without harm', async () => {
    const hostile = '\u001b[31mNurse\u0007\u202e =1+1';
    const path = file(
      'hostile.csv',
      `title,place\n"=cmd|' /C calc'!A0",US\n"${hostile}","@US"\n__proto__,constructor\n`,
    );
    const { code, stdout, stderr } = await goingrate(['benchmark', path, ...QUICKLY]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(STEERS);
    const csv = (await goingrate(['benchmark', path, ...QUICKLY, '--format', 'csv'])).stdout;
    expect(csv).not.toMatch(/(?:^|,)"?[=@+\t]/m);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no file', ['nothing.csv'], /no such file/],
    ['a folder', [folder], /folder/],
    ['no title column', [file('n.csv', 'name,x\nAda Secret,1\n')], /no column of job titles/],
    ['no place', [file('p.csv', 'title,x\nNurse Secret,1\n')], /names no places/],
    ['an empty file', [file('e.csv', '')], /empty/],
    ['a picture', [file('i.png', Buffer.from('89504e470d0a1a0a', 'hex'))], /PNG/],
    ['an unknown basis', [EXAMPLE, '--basis', 'guessed'], /not a basis/],
    ['an unknown format', [EXAMPLE, '--format', 'pdf'], /not a format/],
    ['an unknown form', [EXAMPLE, '--input', 'xml'], /not a form/],
    ['two formats', [EXAMPLE, '--format', 'csv', '-o', join(folder, 'x.json')], /ends in/],
    ['itself to write to', [SMALL, '--format', 'csv', '-o', SMALL], /is the file that is read/],
    ['a file of no known ending', [EXAMPLE, '-o', join(folder, 'x.pdf')], /no ending of a format/],
    ['an unknown place for all rows', [EXAMPLE, '--in', 'Qwertyland'], /Qwertyland/],
    ['no folder to write to', [EXAMPLE, '-o', join(folder, 'none', 'x.csv')], /folder/],
    ['no data of its own', [EXAMPLE, '--only', 'mine'], /data of your own/],
  ])('refuses %s with code 2 and one line', async (_, args, words) => {
    const { code, stdout, stderr } = await goingrate(['benchmark', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(linesOf(stderr)).toEqual([expect.stringMatching(words)]);
    expect(stderr).not.toContain('Secret');
  });

  it('leaves nothing of the payroll behind', async () => {
    const home = join(folder, 'home');
    await rows([SMALL, ...QUICKLY], { env: { GOINGRATE_HOME: home } });
    expect(readdirSync(join(home, 'scratch'))).toEqual([]);
  });

  it('ends quietly when its reader does', async () => {
    const command = `${quoted(process.execPath)} ${quoted(ENTRY)} benchmark ${quoted(SMALL)} --basis official --format jsonl | head -1`;
    const { code, stdout, stderr } = await run('sh', ['-c', command]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(linesOf(stdout)).toHaveLength(1);
  });

  it('has help', async () => {
    const { code, stdout } = await goingrate(['benchmark', '--help']);
    expect(code).toBe(0);
    for (const flag of ['--in', '--basis', '--only', '--input', '--field', '--format', '--output']) {
      expect(stdout).toContain(flag);
    }
  });
});
