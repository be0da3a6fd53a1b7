import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportSummaryModel } from '../../src/report/import-summary.js';
import { goingrate, linesOf, type Outcome, ROOT } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

let homes = 0;
function newHome(): string {
  homes += 1;
  return join(folder, `home-${homes}`);
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = (home: string, ...args: string[]): Promise<Outcome> =>
  goingrate(['import', ...args], { env: { GOINGRATE_HOME: home } });

/** The summary of an import that ended well. */
async function imported(home: string, ...args: string[]): Promise<ImportSummaryModel> {
  const { code, stdout, stderr } = await run(home, ...args, '--yes', '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const answer = JSON.parse(stdout) as ImportSummaryModel;
  const { rows, imported, repeated, quarantined } = answer.summary;
  expect(rows).toBe(imported + repeated + quarantined);
  expect(answer.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(quarantined);
  return answer;
}

/** One line of what is wrong, exit code 2, nothing imported. */
async function refused(home: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(home, ...args, '--yes');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(linesOf(stderr)).toHaveLength(1);
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(existsSync(join(home, 'own', 'manifest.json'))).toBe(false);
  return stderr;
}

const OFFERS = [
  'Job Title,Company,Location,Min Salary,Max Salary,Date Posted',
  'Data Engineer,Harbour Inc,"Austin, TX",120000,150000,2026-01-05',
  'Data Engineer,Harbour Inc,"Austin, TX",120000,150000,2026-01-19',
  'Data Analyst,Harbour Inc,"Denver, CO",80000,95000,2026-01-05',
  'Data Analyst,Harbour Inc,"Denver, CO",95000,80000,2026-01-05',
  '',
].join('\n');

describe.concurrent('goingrate import', () => {
  it('imports a file, and the same file twice changes nothing', async () => {
    const home = newHome();
    const path = file('offers.csv', OFFERS);
    const first = await imported(home, path);
    expect(Object.keys(first)).toEqual(['schema', 'summary', 'reasons', 'quarantine']);
    expect(first.summary).toEqual({ rows: 4, imported: 2, repeated: 1, quarantined: 1 });
    expect(first.reasons).toEqual([{ reason: 'lower end above the upper', count: 1 }]);
    expect(isAbsolute(first.quarantine!)).toBe(true);
    expect(readFileSync(first.quarantine!, 'utf8')).toMatch(/^row,reason,.*\n4,lower end above the upper,/);
    const manifest = readFileSync(join(home, 'own', 'manifest.json'), 'utf8');
    const second = await imported(home, path);
    expect(second.summary).toMatchObject({ rows: 4, imported: 0, quarantined: 1 });
    expect(readFileSync(join(home, 'own', 'manifest.json'), 'utf8')).toBe(manifest);
    expect(readdirSync(join(home, 'scratch'))).toEqual([]);
  });

  it('imports a copy of a file without dates once', async () => {
    const home = newHome();
    const text = 'Title,Salary,Country\nData Engineer,120000,US\nNurse,80000,US\n';
    const path = file('dateless.csv', text);
    expect((await imported(home, path)).summary.imported).toBe(2);
    const copy = file('dateless-copy.csv', text);
    utimesSync(copy, new Date('2026-01-01'), new Date('2026-01-01'));
    expect((await imported(home, copy)).summary.imported).toBe(0);
  });

  it('shows the preview and imports nothing without --yes where there is no terminal', async () => {
    const home = newHome();
    const path = file('shown.csv', OFFERS);
    const shown = await run(home, path);
    expect(shown.code).toBe(2);
    expect(shown.stdout).toMatch(/Job Title +title/);
    expect(shown.stderr).toBe('goingrate: Nothing was imported yet. Add --yes to import it as shown.\n');
    const preview = await run(home, path, '--preview');
    expect({ code: preview.code, stderr: preview.stderr }).toEqual({ code: 0, stderr: '' });
    expect(preview.stdout).toBe(shown.stdout);
    expect(preview.stdout).toMatch(/3 can be used, 1 would be set aside:\n +1 {2}lower end above the upper/);
    expect(existsSync(join(home, 'own', 'manifest.json'))).toBe(false);
    const json = JSON.parse((await run(home, path, '--preview', '--format', 'json')).stdout);
    expect(json).toMatchObject({ schema: 'goingrate.import-preview/1', files: [{ counts: { rows: 4, usable: 3 } }] });
  });

  it('fits 80 columns and lets no cell or name steer the terminal', async () => {
    const hostile = '\u001b[31mPay\u0007 \u202e\u009b2J';
    const rows = `"${hostile}",Title,Country,Salary\n"${hostile}","${hostile} Nurse",US,70000\n${'x,y,US,z\n'.repeat(9)}`;
    const path = file('hostile\u001b[2J.csv', rows);
    const outcome = await run(newHome(), path, '--preview');
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const line of linesOf(outcome.stdout)) expect(line.length).toBeLessThanOrEqual(80);
    const summary = await run(newHome(), path, '--yes');
    expect(summary.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('never reads columns about persons, unless told where that makes sense', async () => {
    const home = newHome();
    const payroll = [
      'Employee ID,Name,E-Mail,Gender,Position,Base Salary,Work Country,As Of',
      'E1,Ann Lee,ann@firm.example,F,Data Engineer,120000,US,2026-01-31',
      'E2,Bo Moe,bo@firm.example,M,Data Engineer,120000,US,2026-01-31',
      '',
    ].join('\n');
    const path = file('payroll.csv', payroll);
    const preview = await run(home, path, '--preview', '--format', 'json');
    const [table] = JSON.parse(preview.stdout).files[0].tables;
    expect(table.kind).toBe('paid');
    expect(
      table.columns
        .filter(({ personal }: { personal: boolean }) => personal)
        .map(({ column }: { column: string }) => column),
    ).toEqual(['Employee ID', 'Name', 'E-Mail', 'Gender']);
    expect(preview.stdout).not.toMatch(/Ann Lee|@firm/);
    expect(await refused(home, path, '--map', 'employer=Name')).toContain('add --allow-personal');
    expect(await refused(home, path, '--map', 'level=Gender', '--allow-personal')).toContain(
      'cannot be mapped to level',
    );
    const answer = await imported(home, path);
    expect(answer.summary).toEqual({ rows: 2, imported: 2, repeated: 0, quarantined: 0 });
    const written = readdirSync(join(home, 'own'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(written.length).toBeGreaterThan(1);
    for (const { parentPath, name } of written) {
      expect(readFileSync(join(parentPath, name), 'latin1')).not.toMatch(/Ann Lee|Bo Moe|@firm/);
    }
  });

  it('takes columns and values by hand, and keeps them under a name', async () => {
    const home = newHome();
    const path = file('odd.csv', 'a;b;c\nData Engineer;4.500,50;x\nNurse;3.900;y\n');
    expect(await refused(home, path)).toContain('lacks');
    const byHand = ['--map', 'title=a,pay=b', '--set', 'country=DE', '--set', 'unit=month', '--set', 'date=2026-02-01'];
    expect((await imported(home, path, ...byHand, '--save-map', 'monthly')).summary.imported).toBe(2);
    const next = file('odd-2.csv', 'a;b;c\nData Engineer;4.700,50;x\n');
    expect((await imported(home, next, '--map', 'monthly')).summary.imported).toBe(1);
    const saved = join(home, 'mappings', 'monthly.json');
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ columns: { title: 'a', pay: 'b' }, decimal: ',' });
    expect((await imported(home, next, '--map', saved)).summary.imported).toBe(0);
    const other = file('other.csv', 'x;y\n1;2\n');
    const { stderr, code } = await run(home, other, '--map', 'monthly', '--yes');
    expect({ stderr, code }).toEqual({ code: 2, stderr: 'goingrate: There is no column "a". Columns: "x", "y".\n' });
  });

  it('reads a header that says thousands, and amounts in other writings', async () => {
    const home = newHome();
    const path = file(
      'manyen.csv',
      '職種,年収（万円）,掲載日\nソフトウェアエンジニア,500〜700,2026年2月3日\n営業,450,2026年2月3日\n',
    );
    const outcome = await run(home, path, '--set', 'country=JP', '--preview', '--format', 'json');
    const { rows } = JSON.parse(outcome.stdout).files[0];
    expect(
      rows.map(({ low, high, currency, unit, date }: Record<string, unknown>) => [low, high, currency, unit, date]),
    ).toEqual([
      [5e6, 7e6, 'JPY', 'year', '2026-02-03'],
      [4.5e6, 4.5e6, 'JPY', 'year', '2026-02-03'],
    ]);
  });

  it('imports every readable file of a folder and names the others', async () => {
    const home = newHome();
    const data = join(folder, 'folder');
    mkdirSync(join(data, 'below'), { recursive: true });
    writeFileSync(join(data, 'a.csv'), OFFERS);
    writeFileSync(join(data, 'below', 'b.csv.gz'), gzipSync(OFFERS.replaceAll('Harbour', 'Lantern')));
    writeFileSync(join(data, '.hidden.csv'), OFFERS.replaceAll('Harbour', 'Quince'));
    writeFileSync(join(data, 'picture.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
    writeFileSync(join(data, 'notes.txt'), 'nothing to see\n');
    const answer = await imported(home, data);
    expect(answer.summary).toEqual({ rows: 8, imported: 4, repeated: 2, quarantined: 2 });
    expect(answer.files!.map(({ file: name, error }) => [name, error === null])).toEqual([
      ['a.csv', true],
      [join('below', 'b.csv.gz'), true],
      ['notes.txt', false],
      ['picture.png', false],
    ]);
    const terminal = await run(newHome(), data, '--yes');
    expect(terminal.stdout).toMatch(/2 files are left out/);
    expect(terminal.stdout).toContain('it is a PNG picture');
  });

  it.each([
    ['a picture', 'x.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'it is a PNG picture'],
    ['half of a gzip file', 'cut.csv.gz', gzipSync(OFFERS.repeat(50)).subarray(0, 60), 'cut short'],
    [
      'a page without postings',
      'page.html',
      Buffer.from('<!doctype html><p>x</p>'),
      'no schema.org JobPosting was found',
    ],
    ['a table about something else', 'else.csv', Buffer.from('a,b\n1,2\n'), 'its columns are "a", "b"'],
    ['a table without names', 'bare.csv', Buffer.from('1,2026-01-01\n2,2026-01-02\n'), 'put a line with names above'],
  ])('refuses %s', async (_, name, bytes, fault) => {
    expect(await refused(newHome(), file(name, bytes))).toContain(fault);
  });

  it('refuses what is not there, an empty folder and wrong flags', async () => {
    const path = file('flags.csv', OFFERS);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const home = newHome();
    expect(await refused(home, join(folder, 'gone.csv'))).toContain('there is no such file');
    expect(await refused(home, empty)).toContain('holds no files');
    expect(await refused(home, path, '--map', 'titel=Job Title')).toContain('Did you mean title?');
    expect(await refused(home, path, '--map', 'title=Job Titel')).toContain('Did you mean "Job Title"?');
    expect(await refused(home, path, '--map', 'unknown')).toContain('There is no saved mapping "unknown"');
    expect(await refused(home, path, '--set', 'currency=EURO')).toContain('no currency code');
    expect(await refused(home, path, '--kind', 'payroll')).toContain('Kinds: advertised, paid.');
    expect(await refused(home, path, '--format', 'xml')).toContain('Formats: terminal, json.');
    expect(await refused(home, path, '--save-map', '../evil')).toContain('no name for a mapping');
    expect(await refused(home, path, '--encoding', 'klingon')).toContain('is not an encoding');
  });

  it('takes a file apart exactly where only a later part of it is broken', async () => {
    const home = newHome();
    const many = Array.from(
      { length: 12_000 },
      (_, row) => `Data Engineer,Firm ${row},"Austin, TX",${100_000 + row},${150_000 + row},2026-01-05`,
    );
    const text = `${OFFERS}${many.join('\n')}\n"Nurse "x"",A,US,1,2,2026-01-05\nNurse,Harbour Inc,"Austin, TX",70000,80000,2026-01-05\n`;
    const answer = await imported(home, file('late.csv', text));
    expect(answer.summary.rows).toBe(12_006);
    expect(answer.reasons).toContainEqual({ reason: 'text follows a closing quotation mark', count: 1 });
    expect(answer.summary.quarantined).toBe(2);
  });
});

describe('examples/own-offers', () => {
  it('is imported as its page and docs/importing.md say', async () => {
    const home = newHome();
    const outcome = await run(home, join(ROOT, 'examples', 'own-offers', 'offers.csv'), '--yes');
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 0, stderr: '' });
    const guide = readFileSync(join(ROOT, 'docs', 'importing.md'), 'utf8');
    const lines = linesOf(outcome.stdout)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.includes(home) && !line.includes('sources remove'));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(guide).toContain(line);
    const preview = await run(home, 'offers.csv', '--preview');
    expect(preview.code).toBe(2);
    const shown = await goingrate(['import', 'offers.csv', '--preview'], {
      env: { GOINGRATE_HOME: newHome() },
      cwd: join(ROOT, 'examples', 'own-offers'),
    });
    for (const line of linesOf(shown.stdout)) expect(guide).toContain(line.trim());
  });
});
