import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { goingrate, linesOf, type Outcome } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-bad-input-'));
const file = join(folder, 'file.md');
writeFileSync(file, 'kept\n');
mkdirSync(join(folder, 'inside.html'));
afterAll(() => rmSync(folder, { recursive: true }));

const TITLE = 'Data Scientist';

/** Nothing but a short message on standard error. */
function expectRefusal({ code, stdout, stderr }: Outcome, expectedCode: number, says: string | RegExp): void {
  expect(stderr).toMatch(says);
  expect({ code, stdout }).toEqual({ code: expectedCode, stdout: '' });
  expect(linesOf(stderr).length).toBeLessThanOrEqual(3);
  expect(stderr).toMatch(/^goingrate: /);
  expect(stderr).not.toMatch(/\n\s+at |\.js:\d|\.\.(?!\.)|undefined|\u001b/);
}

describe.concurrent('bad input ends with code 2 and a line that says what to do', () => {
  it.each<[string, readonly string[], string | RegExp]>([
    ['an empty title', ['report', ''], /title is empty/],
    ['a blank title', ['report', ' \t '], /title is empty/],
    ['no title', ['report'], /title/],
    ['two titles', ['report', TITLE, 'Plumber'], /argument/],
    ['an unknown place', ['report', TITLE, '--in', 'Narnia'], /Unknown place: "Narnia".*(?:Give|Did you mean)/],
    ['a misspelt place', ['report', TITLE, '--in', 'Califronia'], /Did you mean .*California/],
    ['an empty place', ['report', TITLE, '--in', ''], /place is empty/],
    ['no place after --in', ['report', TITLE, '--in'], /--in/],
    ['an unknown level', ['report', TITLE, '--level', 'captain'], /"captain" is not a level.*senior/],
    ['an empty level', ['report', TITLE, '--level', ''], /is not a level/],
    ['a level against the title', ['report', 'Senior Data Scientist', '--level', 'lead'], /senior.*lead/],
    ['an unknown basis', ['report', TITLE, '--basis', 'rumour'], /"rumour" is not a basis.*posted/],
    ['an unknown format', ['report', TITLE, '--format', 'yaml'], /"yaml" is not a format.*json/],
    ['a date after the data', ['report', TITLE, '--as-of', '2199-01-01'], /newest data/],
    ['a day that does not exist', ['report', TITLE, '--as-of', '2025-02-30'], /is not a date.*YYYY-MM-DD/],
    ['a date in words', ['report', TITLE, '--as-of', 'yesterday'], /is not a date/],
    ['an offer in words', ['report', TITLE, '--offer', 'plenty'], /is not a yearly amount/],
    ['a negative offer', ['report', TITLE, '--offer=-5'], /is not a yearly amount/],
    ['an offer of nothing', ['report', TITLE, '--offer', '0'], /is not a yearly amount/],
    ['--brief for another format', ['report', TITLE, '--brief', '--format', 'json'], /--brief.*json/],
    ['--ascii for another format', ['report', TITLE, '--ascii', '--format', 'html'], /--ascii.*html/],
    ['--brief into a page', ['report', TITLE, '--brief', '-o', join(folder, 'x.html')], /--brief.*html/],
    ['an unknown flag', ['report', TITLE, '--colour'], /unknown option '--colour'/],
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['a misspelt command', ['repotr', TITLE], /report/],
    ['a missing output folder', ['report', TITLE, '-o', join(folder, 'no', 'x.md')], /folder does not exist/],
    ['an output inside a file', ['report', TITLE, '-o', join(file, 'x.md')], /Cannot write/],
    ['an output that is a folder', ['report', TITLE, '-o', join(folder, 'inside.html')], /is a folder/],
    ['a site without a folder', ['site', 'build'], /--out/],
    ['a site in a missing folder', ['site', 'build', '--out', join(folder, 'no', 'no')], /Cannot write/],
    ['a site of no pages', ['site', 'build', '--out', join(folder, 's'), '--limit', '0'], /number of pages/],
    [
      'a site of missing titles',
      ['site', 'build', '--out', join(folder, 's'), '--roles', join(folder, 'no')],
      /Cannot read/,
    ],
    [
      'a site in an unknown format',
      ['site', 'build', '--out', join(folder, 's'), '--format', 'xml'],
      /is not a format/,
    ],
    ['a port out of range', ['serve', '--port', '99999'], /is not a port/],
    ['a market from nowhere', ['market', 'build', '--from', join(folder, 'no')], /no folder/],
    ['a market from nothing named', ['market', 'build'], /--from/],
    ['a group of commands alone', ['site'], /goingrate/],
  ])('%s', async (_, args, says) => {
    expectRefusal(await goingrate(args), 2, says);
  });

  it('leaves nothing behind and an existing file as it was', async () => {
    const refused = await goingrate(['report', TITLE, '--in', 'Narnia', '-o', file]);
    expectRefusal(refused, 2, /Narnia/);
    expect(readFileSync(file, 'utf8')).toBe('kept\n');
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)(
    'an output folder without permission',
    async () => {
      const locked = mkdtempSync(join(folder, 'locked-'));
      const { chmodSync } = await import('node:fs');
      chmodSync(locked, 0o500);
      expectRefusal(await goingrate(['report', TITLE, '-o', join(locked, 'x.md')]), 2, /permission denied/);
    },
  );

  it('keeps control characters of a place out of its message', async () => {
    const { code, stderr } = await goingrate(['report', TITLE, '--in', '\u001b[31mNar\u0007nia']);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u009b]/);
  });
});
