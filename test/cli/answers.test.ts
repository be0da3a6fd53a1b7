import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.js';
import { METHOD_HEADING, SECTION_HEADINGS, SECTION_ORDER, SOURCES_HEADING } from '../../src/report/model.js';
import { reportSchema } from '../../src/report/schema.js';
import { ENTRY, goingrate, linesOf, quoted, run } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADINGS = [...SECTION_ORDER.map((id) => SECTION_HEADINGS[id]), SOURCES_HEADING, METHOD_HEADING];
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const HEADING_LINES: Readonly<Record<string, RegExp>> = {
  terminal: /^ {2}(\S.*)\n {2}=+$/gm,
  md: /^## (.+)$/gm,
  html: /<h2\b[^>]*>([^<]*)<\/h2>/g,
};

function expectAllHeadings(text: string, format: string): void {
  const found = [...text.matchAll(HEADING_LINES[format]!)].map((match) => match[1]);
  expect(found.filter((heading) => HEADINGS.includes(heading ?? ''))).toEqual(HEADINGS);
}

describe.concurrent('goingrate report', () => {
  it('answers the default question with code 0, at least twenty findings and a schema-valid model', async () => {
    const { code, stdout, stderr } = await goingrate([
      'report',
      'Machine Learning Lead',
      '--in',
      'US',
      '--format',
      'json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = reportSchema.parse(JSON.parse(stdout)) as Report;
    expect(report.question.place).toMatchObject({ id: 'US', name: 'United States' });
    expect(report.headline.quantity?.unit).toBe('USD/year');
    expect(Object.values(report.sections).flatMap((section) => section.findings).length).toBeGreaterThanOrEqual(20);
  });

  it('asks about the United States when no place is named', async () => {
    const [named, left] = await Promise.all([
      goingrate(['report', 'Plumber', '--in', 'US', '--format', 'json']),
      goingrate(['report', 'Plumber', '--format', 'json']),
    ]);
    expect(left).toEqual(named);
  });

  it.each(['terminal', 'md', 'html'])('prints every heading in order as %s, without escape codes', async (format) => {
    const { code, stdout, stderr } = await goingrate(['report', 'Data Scientist', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expectAllHeadings(stdout, format);
    expect(stdout).not.toMatch(STEERS);
    expect(stdout.endsWith('\n')).toBe(true);
  });

  it.each(['terminal', 'md', 'html', 'json'])(
    'ends with code 3 and the full answer about an unknown title, as %s',
    async (format) => {
      const { code, stdout, stderr } = await goingrate(['report', 'Zorblax Wrangler', '--format', format]);
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      if (format === 'json') {
        const report = reportSchema.parse(JSON.parse(stdout));
        expect(report.headline.status).toBe('insufficient');
        expect(Object.values(report.sections).map((section) => section.heading)).toEqual(HEADINGS.slice(0, 9));
      } else {
        expectAllHeadings(stdout, format);
        expect(stdout).toContain('Zorblax Wrangler');
      }
    },
  );

  it('ends with code 3 about a place without figures', async () => {
    const { code, stdout, stderr } = await goingrate(['report', 'Registered Nurse', '--in', 'Kenya']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('Kenya');
  });

  it('answers twice alike', async () => {
    const args = ['report', 'Senior Data Engineer', '--in', 'US-CA', '--offer', '185k', '--format', 'json'];
    const [once, again] = await Promise.all([goingrate(args), goingrate(args)]);
    expect(once.code).toBe(0);
    expect(again).toEqual(once);
  });

  it.each([
    ['60', 60],
    ['100', 100],
    ['20', 40],
    ['500', 120],
    ['wide', 80],
  ])('keeps to the width for COLUMNS=%s', async (columns, widest) => {
    const { stdout } = await goingrate(['report', 'Data Scientist', '--in', 'GB'], { env: { COLUMNS: columns } });
    const widths = linesOf(stdout).map((line) => [...line].length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(widest);
    if (widest <= 100) expect(Math.max(...widths)).toBeGreaterThan(widest * 0.9);
  });

  it('draws with ASCII alone when asked to', async () => {
    const { stdout } = await goingrate(['report', 'Data Scientist', '--ascii']);
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it('says the answer on one screen when asked to be brief', async () => {
    const { stdout } = await goingrate(['report', 'Data Scientist', '--brief']);
    expect(linesOf(stdout).length).toBeLessThan(24);
    expect(stdout).toContain('US$');
  });

  it.each<[string, string]>([
    ['escape sequences', '\u001b[31mData\u0007 Scientist\u001b]0;owned\u0007\u009b2J'],
    ['emoji', '🚀 Data Scientist 👩‍💻'],
    ['right-to-left overrides', '\u202eData Scientist\u2066'],
    ['right-to-left letters', 'مهندس برمجيات'],
    ['line feeds', 'Data\nScientist\r\n# Heading'],
    ['SQL', "'; DROP TABLE pay; --"],
    ['a format string', '%s%n%d {0} $title'],
    ['combining marks', `Z${'\u0301'.repeat(200)}algo`],
    ['one word of 300 characters', 'a'.repeat(300)],
  ])('is not harmed by a title of %s', async (_, title) => {
    const { code, stdout, stderr } = await goingrate(['report', '--', title]);
    expect([0, 3]).toContain(code);
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(STEERS);
    expectAllHeadings(stdout, 'terminal');
  });

  it.each<[string, string]>([
    ['combining marks', `Z${'\u0301'.repeat(500)}algo`],
    ['many words', 'engineer '.repeat(1111)],
    ['one word', 'a'.repeat(10_000)],
  ])('refuses an overlong title of %s without repeating it', async (_, title) => {
    const { code, stdout, stderr } = await goingrate(['report', '--', title]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('goingrate: The job title is too long. Use at most 300 characters.\n');
  });

  it('keeps markup of a title out of pages, and its line feeds out of headings', async () => {
    const title = '<script>alert(1)</script><img src=x onerror=alert(1)>\n# Heading \u001b[31m';
    const [html, md, json] = await Promise.all(
      (['html', 'md', 'json'] as const).map((format) => goingrate(['report', '--format', format, '--', title])),
    );
    expect([html?.code, md?.code, json?.code]).toEqual([3, 3, 3]);
    expect(html?.stdout).not.toMatch(/<script>alert|<img src=x/);
    expect(html?.stdout).not.toMatch(STEERS);
    expect(md?.stdout).not.toMatch(/<script>alert|<img src=x/);
    expect(md?.stdout.match(/^# /gm)).toHaveLength(1);
    expect(json?.stdout).not.toMatch(STEERS);
    expect(() => reportSchema.parse(JSON.parse(json?.stdout ?? ''))).not.toThrow();
  });
});

describe.concurrent('-o', () => {
  it.each([
    ['html', /^<!doctype html>/i],
    ['md', /^# /],
    ['json', /^\{\n/],
    ['JSON', /^\{\n/],
    ['txt', /Market Overview/i],
  ])('writes what the ending %s asks for, and nothing to standard output', async (ending, begins) => {
    const path = join(folder, `by-ending.${ending}`);
    const { code, stdout, stderr } = await goingrate(['report', 'Plumber', '-o', path]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toMatch(begins);
  });

  it('writes the file and still ends with code 3 when there is too little evidence', async () => {
    const path = join(folder, 'thin.json');
    const { code, stdout } = await goingrate(['report', 'Zorblax Wrangler', '-o', path]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(JSON.parse(readFileSync(path, 'utf8')).headline.status).toBe('insufficient');
  });

  it('replaces a file at once and leaves nothing beside it', async () => {
    const own = mkdtempSync(join(folder, 'replaced-'));
    const path = join(own, 'page.md');
    writeFileSync(path, 'x'.repeat(1_000_000));
    expect((await goingrate(['report', 'Plumber', '-o', 'page.md'], { cwd: own })).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^# Plumber/);
    expect(readdirSync(own)).toEqual(['page.md']);
  });

  it('takes - for standard output', async () => {
    const { code, stdout } = await goingrate(['report', 'Plumber', '-o', '-', '--format', 'md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Plumber/);
  });

  it('writes the same bytes as standard output', async () => {
    const path = join(folder, 'same.md');
    const [printed] = await Promise.all([
      goingrate(['report', 'Plumber', '--format', 'md']),
      goingrate(['report', 'Plumber', '-o', path]),
    ]);
    expect(readFileSync(path, 'utf8')).toBe(printed.stdout);
  });
});

describe.concurrent('help', () => {
  it.each([[['--help']], [['help']], [['-h']], [[]]])('%j names every command and ends with code 0', async (args) => {
    const { code, stdout, stderr } = await goingrate(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['report', 'classify', 'parse-pay', 'extract-skills', 'site', 'serve', 'market'])
      expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  });

  it.each([['report'], ['site', 'build'], ['serve'], ['market', 'build']])('explains %s %s', async (...command) => {
    const words = command.filter((word) => typeof word === 'string');
    const { code, stdout, stderr } = await goingrate([...words, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: goingrate');
  });

  it('tells its version', async () => {
    const { code, stdout } = await goingrate(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe.skipIf(process.platform === 'win32')('in a pipe', { concurrent: true }, () => {
  const command = `${quoted(process.execPath)} ${quoted(ENTRY)} report 'Data Scientist'`;

  it.each([
    ['a terminal report', `${command} | head -1`],
    ['a page', `${command} --format html | head -c 10`],
    ['a reader that reads nothing', `${command} --format json | true`],
  ])('ends quietly when the reader closes it: %s', async (_, line) => {
    const { stderr } = await run('bash', ['-c', `${line}; exit "\${PIPESTATUS[0]}"`]);
    expect(stderr).toBe('');
  });

  it.runIf(process.platform === 'linux')('says so when the answer cannot be written, with code 1 or 2', async () => {
    const { code, stderr } = await run('bash', ['-c', `${command} > /dev/full`]);
    expect(stderr).toMatch(/^goingrate: /);
    expect(linesOf(stderr).length).toBeLessThanOrEqual(3);
    expect([1, 2]).toContain(code);
  });
});
