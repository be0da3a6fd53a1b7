import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goingrate } from './command-line.js';

const QUESTION = ['Data Engineer', '--in', 'US-CA'];
const CLAIM = ['--finding', 'headline', '--says', 'It is lower.', '--evidence', 'https://example.org/table'];

let folder: string;
let made: string;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const reviewOf = async (path: string) => {
  const { stdout, stderr, code } = await goingrate(['correction', 'check', path, '--format', 'json']);
  expect([stderr, code]).toEqual(['', 0]);
  return JSON.parse(stdout);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goingrate-correction-'));
  made = join(folder, 'made.json');
  const args = ['correction', 'new', ...QUESTION, ...CLAIM, '--value', '180,000', '--on', '2026-08-09', '-o', made];
  expect(await goingrate(args)).toEqual({ code: 0, stdout: '', stderr: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('goingrate correction', { concurrent: true }, () => {
  it('makes a file that says what was asked and is about the report of this market', async () => {
    const correction = JSON.parse(readFileSync(made, 'utf8'));
    expect(correction).toMatchObject({
      schema: 'goingrate.correction/1',
      about: { question: { title: 'Data Engineer', place: 'US-CA', level: null }, finding: { id: 'headline' } },
      claim: { text: 'It is lower.', value: { value: 180_000, unit: 'USD/year' } },
      evidence: { link: 'https://example.org/table' },
      contact: null,
      createdOn: '2026-08-09',
    });
    expect(await reviewOf(made)).toMatchObject({ signature: 'intact', report: { status: 'same' }, newest: null });
  });

  it('has the digest of the report as programs get it', async () => {
    const { stdout } = await goingrate(['report', ...QUESTION, '--format', 'package', '-o', join(folder, 'package')]);
    expect(stdout).toBe('');
    const [report] = JSON.parse(readFileSync(join(folder, 'package', 'datapackage.json'), 'utf8')).resources;
    expect(JSON.parse(readFileSync(made, 'utf8')).about.digest).toBe(report.hash);
  });

  it('finds a file that was changed', async () => {
    const changed = readFileSync(made, 'utf8').replace('It is lower.', 'It is higher.');
    expect(await reviewOf(file('changed.json', changed))).toMatchObject({ signature: 'broken' });
  });

  it('says what the newest data say of an older page', async () => {
    const old = join(folder, 'old.json');
    await goingrate(['correction', 'new', ...QUESTION, ...CLAIM, '--as-of', '2026-05-01', '-o', old]);
    const review = await reviewOf(old);
    expect(review).toMatchObject({ report: { status: 'same' }, atDate: { asOf: '2026-05-01' } });
    expect(review.newest.asOf > '2026-05-01').toBe(true);
  });

  it('judges a question that this market cannot be asked', async () => {
    const correction = JSON.parse(readFileSync(made, 'utf8'));
    correction.about.asOf = '2036-01-01';
    expect(await reviewOf(file('future.json', JSON.stringify(correction)))).toMatchObject({
      signature: 'broken',
      report: { status: 'not-reproducible', digest: null },
      atDate: null,
    });
  });

  it('prints a sheet for a maintainer', async () => {
    const { stdout, code } = await goingrate(['correction', 'check', made, '--ascii']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
    expect(stdout).toMatch(/Claim +> It is lower\./);
  });

  it.each<[string, () => string[], RegExp]>([
    ['a file that is not there', () => [join(folder, 'nothing.json')], /Cannot read/],
    ['a folder', () => [folder], /Cannot read/],
    ['no JSON', () => [file('text.json', 'hello')], /no correction: it is not JSON/],
    ['another model', () => [file('other.json', '{"schema":"goingrate.report/1"}')], /no correction: schema/],
    [
      'an unknown member',
      () => [file('more.json', readFileSync(made, 'utf8').replace('{', '{"\\u001b[31m":1,'))],
      /no corr/,
    ],
    ['a large file', () => [file('large.json', ' '.repeat(70_000))], /larger than/],
    ['an unknown format', () => [made, '--format', 'xml'], /is not a format/],
  ])('refuses %s', async (_what, args, message) => {
    const { stdout, stderr, code } = await goingrate(['correction', 'check', ...args()]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('\u001b');
  });

  it.each<[string, string[], RegExp]>([
    [
      'an unknown finding',
      ['--finding', 'overview.nothing', '--says', 'x', '--evidence', 'y'],
      /has no finding.*--format csv/,
    ],
    ['an empty claim', ['--finding', 'headline', '--says', ' ', '--evidence', 'y'], /claim\.text/],
    ['a link that is not https', [...CLAIM, '--link', 'http://example.org'], /https:\/\//],
    ['a value that is no number', [...CLAIM, '--value', 'many'], /not a number/],
    ['a day that is none', [...CLAIM, '--on', '2026-02-30'], /YYYY-MM-DD/],
  ])('does not make one of %s', async (_what, args, message) => {
    const { stdout, stderr, code } = await goingrate(['correction', 'new', ...QUESTION, ...args]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toMatch(message);
  });
});
