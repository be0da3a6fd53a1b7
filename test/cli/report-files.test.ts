import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPackageFaults } from '../contract/data-package-rules.js';
import { goingrate } from './command-line.js';

const QUESTION = ['Data Engineer', '--in', 'US-CA'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goingrate-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a report as files', { concurrent: true }, () => {
  it('is a package whose files are as described, and the same again', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const out of [one, two]) {
      expect(await goingrate(['report', ...QUESTION, '--format', 'package', '-o', out])).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    }
    const names = readdirSync(one);
    expect(names.sort()).toEqual(['datapackage.json', 'findings.csv', 'findings.parquet', 'ranges.csv', 'report.json']);
    const files = new Map(names.map((name) => [name, readFileSync(join(one, name))]));
    expect(dataPackageFaults(JSON.parse(String(files.get('datapackage.json'))), files)).toEqual([]);
    for (const [name, content] of files) expect(content.equals(readFileSync(join(two, name)))).toBe(true);
  });

  it('is a table on standard output, the same as in a file', async () => {
    const file = join(folder, 'findings.csv');
    const [printed, written] = await Promise.all([
      goingrate(['report', ...QUESTION, '--format', 'csv']),
      goingrate(['report', ...QUESTION, '-o', file]),
    ]);
    expect([printed.code, written.code, written.stdout]).toEqual([0, 0, '']);
    expect(printed.stdout.split('\r\n')[0]).toMatch(/^as_of,asked_title,.*,statement,value,unit,/);
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
  });

  it('is Parquet where the file ends so', async () => {
    const file = join(folder, 'findings.parquet');
    expect((await goingrate(['report', ...QUESTION, '-o', file])).code).toBe(0);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('ends with 3 where there is not enough evidence, and writes all the same', async () => {
    const out = join(folder, 'thin');
    expect((await goingrate(['report', 'Zorblax Wrangler', '--format', 'package', '-o', out])).code).toBe(3);
    expect(existsSync(join(out, 'findings.csv'))).toBe(true);
    expect(existsSync(join(out, 'ranges.csv'))).toBe(false);
  });

  it('leaves no file of another report beside a package', async () => {
    const out = join(folder, 'again');
    for (const question of [QUESTION, ['Zorblax Wrangler']]) {
      await goingrate(['report', ...question, '--format', 'package', '-o', out]);
    }
    const files = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
    const description = JSON.parse(String(files.get('datapackage.json')));
    expect(dataPackageFaults(description, files)).toEqual([]);
    const listed = description.resources.map(({ path }: { path: string }) => path);
    expect([...files.keys()].sort()).toEqual(['datapackage.json', ...listed].sort());
  });

  it('refuses a folder that cannot be', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, '');
    for (const out of [taken, join(folder, 'no', 'such', 'parent')]) {
      const { code, stderr } = await goingrate(['report', ...QUESTION, '--format', 'package', '-o', out]);
      expect(code).toBe(2);
      expect(stderr).toContain('Cannot write files into');
    }
    expect((await goingrate(['report', ...QUESTION, '--format', 'package'])).code).toBe(2);
  });
});
