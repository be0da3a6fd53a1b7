/** `goingrate export` as a user runs it, and what messages say about private records: nothing. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goingrate, linesOf, type Outcome } from '../cli/command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What no message may hold: a title, an employer, an amount, a place and a name of the private file. */
const SECRETS = /kestrel|Zanzibar Holdings|123[,.]?457|Xanadu|Jane Roe/i;

const HEADER = 'Job title,Employee,Company,Location,Salary,Currency,Hire date\n';
const person = (at: number) =>
  `Senior Data Engineer kestrel,Jane Roe ${at},Zanzibar Holdings,"Austin, TX",${123_457 + at},USD,2020-01-01\n`;
const payroll = (count: number) => HEADER + Array.from({ length: count }, (_, at) => person(at)).join('');

const environment = (home: string) => ({ cwd: folder, env: { GOINGRATE_HOME: join(folder, home) } });

async function imported(home: string, text: string): Promise<Outcome> {
  writeFileSync(join(folder, `${home}.csv`), text);
  const args = ['import', `${home}.csv`, '--kind', 'paid', '--set', 'date=2026-03-31', '--yes'];
  return goingrate(args, environment(home));
}

const exporting = (home: string, file: string, ...more: string[]) =>
  goingrate(['export', '--out', file, ...more], environment(home));

describe('goingrate export', () => {
  beforeAll(async () => {
    expect(await imported('twelve', payroll(12))).toMatchObject({ code: 0 });
    expect(await imported('two', payroll(2))).toMatchObject({ code: 0 });
  });

  it.each(['csv', 'json', 'jsonl'])('writes what may be published as %s', async (ending) => {
    const file = join(folder, `cells.${ending}`);
    const { code, stdout, stderr } = await exporting('twelve', file, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'goingrate.export/1', file, records: 12 });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Data Engineer');
    expect(`${text}${stdout}`).not.toMatch(SECRETS);
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('says what it did', async () => {
    const { code, stdout } = await exporting('twelve', join(folder, 'cells.csv'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/Wrote \d+ groups of 12 own pay records\./);
  });

  it('ends with 3 and leaves the file alone when nothing may be published', async () => {
    const file = join(folder, 'kept.csv');
    writeFileSync(file, 'of another day');
    const { code, stdout, stderr } = await exporting('two', file);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('Nothing may be published');
    expect(stdout).toMatch(/fewer than 10 persons/);
    expect(readFileSync(file, 'utf8')).toBe('of another day');
    expect(existsSync(join(folder, 'two', 'published', 'ledger.json'))).toBe(false);
  });

  it.each([
    ['without own data', 'nobody', ['--out', 'x.csv'], /no data of your own/],
    ['without a file', 'twelve', [], /--out/],
    ['without an ending', 'twelve', ['--out', 'cells'], /\.csv, \.json or \.jsonl/],
    ['to a folder that is not there', 'twelve', ['--out', 'no/where/cells.csv'], /folder does not exist/],
    ['with an unknown format', 'twelve', ['--out', 'x.csv', '--format', 'xml'], /not a format/],
    ['with a filter', 'twelve', ['--out', 'x.csv', '--level', 'senior'], /unknown option/],
    ['with an as-of date', 'twelve', ['--out', 'x.csv', '--as-of', '2026-01-01'], /unknown option/],
  ])('%s ends with 2', async (_, home, args, says) => {
    const { code, stdout, stderr } = await goingrate(['export', ...args], environment(home));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(linesOf(stderr).length).toBeLessThanOrEqual(3);
  });

  it('publishes nothing with a damaged ledger', async () => {
    await imported('torn', payroll(12));
    await exporting('torn', join(folder, 'torn-cells.csv'));
    truncateSync(join(folder, 'torn', 'published', 'ledger.json'), 200);
    const { code, stdout, stderr } = await exporting('torn', join(folder, 'torn-again.csv'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/nothing is published/);
    expect(existsSync(join(folder, 'torn-again.csv'))).toBe(false);
  });
});

describe('messages about private records', () => {
  const BAD = [
    'Senior Data Engineer kestrel,Jane Roe,Zanzibar Holdings,Xanadu,123457,USD,2020-01-01\n',
    'Senior Data Engineer kestrel,Jane Roe,Zanzibar Holdings,"Austin, TX",123457,USD,2020-01-01,too,many\n',
    'Senior Data Engineer kestrel,"Jane Roe"x,Zanzibar Holdings,"Austin, TX",123457,USD,2020-01-01\n',
  ];

  it('count rows that are set aside, and quote none', async () => {
    const { code, stdout, stderr } = await imported('bad', payroll(3) + BAD.join(''));
    expect(code).toBe(0);
    expect(stdout).toMatch(/3 {2}could not be used/);
    expect(`${stdout}${stderr}`).not.toMatch(SECRETS);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 400)],
    ['with other bytes', (path: string) => writeFileSync(path, Buffer.from(readFileSync(path)).reverse())],
    ['that are no file of ours', (path: string) => writeFileSync(path, payroll(3))],
  ])('quote none of own files %s', async (name, damage) => {
    const home = `damaged-${name.length}`;
    await imported(home, payroll(12));
    const pay = join(folder, home, 'own', 'pay');
    damage(join(pay, readdirSync(pay)[0]!));
    for (const args of [
      ['report', 'Data Engineer', '--in', 'US'],
      ['export', '--out', 'x.csv'],
    ]) {
      const { code, stdout, stderr } = await goingrate(args, environment(home));
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^goingrate: Your own data are damaged/);
      expect(stderr).not.toMatch(SECRETS);
    }
  });
});
