/** `goingrate site build`, as a publisher runs it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinks } from '../site/broken-links.js';
import { allFilesIn, siteFilesIn } from '../site/site-case.js';
import { goingrate } from './command-line.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (out: string, ...args: string[]) => goingrate(['site', 'build', '--out', join(folder, out), ...args]);
const PAGES = ['--roles', 'Data Scientist, Registered Nurse', '--places', 'New York, NY', '--places', 'US-TX,GB'];

describe('goingrate site build', () => {
  it('builds the pages named, says so in one line of JSON, and makes nothing twice', async () => {
    const first = await build('site', ...PAGES, '--base-url', 'https://example.org/pay', '--format', 'json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const summary = JSON.parse(first.stdout) as Record<string, number>;
    expect(summary).toMatchObject({ pages: 6, written: 6, skipped: 0, orphans: 0 });
    expect(summary.seconds).toBeGreaterThan(0);
    const root = join(folder, 'site');
    const files = siteFilesIn(root);
    expect(files.filter((file) => file.endsWith('/report.json'))).toHaveLength(6);
    const { broken, checked } = brokenLinks(root, '/pay/');
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(500);

    const again = await build('site', ...PAGES, '--base-url', 'https://example.org/pay', '--format', 'json');
    expect(JSON.parse(again.stdout)).toMatchObject({ pages: 6, written: 0, skipped: 6, bytes: summary.bytes });

    const places = PAGES.slice(2);
    const fewer = await build('site', '--roles', 'Data Scientist', ...places, '--base-url', 'https://example.org/pay');
    expect(fewer.stderr).toBe('goingrate: 3 earlier pages are not in this build; --prune removes them.\n');
    expect(fewer.stdout).toMatch(/^3 pages in .*: 0 written, 3 unchanged \(3 not made again\); /);
  });

  it('gives the same files from one thread as from several', async () => {
    const args = ['--limit', '40', '--base-url', 'https://example.org/'];
    const [one, more] = [await build('one', ...args, '--jobs', '1'), await build('more', ...args, '--jobs', '2')];
    expect([one.code, more.code]).toEqual([0, 0]);
    const files = siteFilesIn(join(folder, 'one'));
    expect(siteFilesIn(join(folder, 'more'))).toEqual(files);
    const different = files.filter(
      (file) => !readFileSync(join(folder, 'one', file)).equals(readFileSync(join(folder, 'more', file))),
    );
    expect(different).toEqual([]);
    expect(allFilesIn(join(folder, 'more')).filter((file) => /part$|lock$/.test(file))).toEqual([]);
  });

  it('puts a picture beside each page when asked', async () => {
    const args = [
      '--roles',
      'Data Scientist',
      '--places',
      'US',
      '--share-images',
      '--base-url',
      'https://example.org/pay',
    ];
    expect((await build('pictures', ...args)).code).toBe(0);
    const page = readFileSync(join(folder, 'pictures', 'us', 'data-scientist', 'index.html'), 'utf8');
    expect(page).toContain('<meta property="og:image" content="https://example.org/pay/us/data-scientist/share.png">');
    expect(existsSync(join(folder, 'pictures', 'us', 'data-scientist', 'share.png'))).toBe(true);
  });

  it.each([
    ['an unknown place', ['--places', 'US,Atlantis'], /Unknown place: "Atlantis"/],
    ['a place list that is missing', ['--places', '@missing.txt'], /Cannot read "missing.txt"/],
    ['titles that are none', ['--roles', ','], /--roles names nothing/],
    ['no threads', ['--jobs', '0'], /not a number of threads/],
    ['pictures without an address', ['--share-images'], /need the address of the site/],
    ['an address that is none', ['--base-url', 'javascript:x'], /Not the address of a site/],
  ])('refuses %s in one line and writes nothing', async (_name, args, message) => {
    const { code, stdout, stderr } = await build('refused', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it('leaves what others put into the folder', async () => {
    writeFileSync(join(folder, 'pictures', 'CNAME'), 'example.org');
    await build('pictures', '--roles', 'Nurse', '--places', 'US', '--prune');
    expect(readFileSync(join(folder, 'pictures', 'CNAME'), 'utf8')).toBe('example.org');
    expect(readdirSync(join(folder, 'pictures', 'us'))).toEqual(['index.html', 'nurse']);
  });
});
