import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/report/comparison-model.js';
import { comparisonSchema } from '../../src/report/comparison-schema.js';
import type { Report } from '../../src/report/model.js';
import { goingrate, linesOf } from './command-line.js';

const folder = mkdtempSync(join(tmpdir(), 'goingrate-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const compare = (...args: string[]) => goingrate(['compare', ...args]);
async function model(...args: string[]): Promise<Comparison> {
  const { stdout } = await compare(...args, '--format', 'json');
  return comparisonSchema.parse(JSON.parse(stdout)) as Comparison;
}

describe.concurrent('goingrate compare', () => {
  it('gives the difference of two states from their own headlines', async () => {
    const args = ['Machine Learning Lead', '--in', 'US-WA', '--in', 'US-TX'];
    const { code, stderr, stdout } = await compare(...args, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const comparison = comparisonSchema.parse(JSON.parse(stdout)) as Comparison;
    const reports = await Promise.all(
      ['US-WA', 'US-TX'].map(async (place) => {
        const { stdout: text } = await goingrate(['report', args[0]!, '--in', place, '--format', 'json']);
        return JSON.parse(text) as Report;
      }),
    );
    expect(comparison.questions.map(({ headline }) => headline)).toEqual(reports.map(({ headline }) => headline));
    const [first, second] = reports.map(({ headline }) => headline.quantity!.value) as [number, number];
    const { quantity } = comparison.differences[0]!.finding;
    expect(quantity?.value).toBe(first - second);
    expect(quantity!.interval!.low).toBeLessThan(first - second);
    expect(quantity!.interval!.high).toBeGreaterThan(first - second);
  });

  it('asks every title in every place at every level', async () => {
    const { questions } = await model('Nurse', 'Data Scientist', '--in', 'US-CA', '--in', 'US-TX', '--level', 'senior');
    expect(questions.map(({ title, place, level }) => [title, place.id, level?.id])).toEqual([
      ['Nurse', 'US-CA', 'senior'],
      ['Nurse', 'US-TX', 'senior'],
      ['Data Scientist', 'US-CA', 'senior'],
      ['Data Scientist', 'US-TX', 'senior'],
    ]);
  });

  it('counts the bases of the figures there are', async () => {
    const { basis, questions, figures } = await model('Nurse', '--in', 'US', '--in', 'GB', '--in', 'DE');
    const known = new Set(questions.flatMap((question) => question.basis ?? []));
    expect(questions.some(({ headline }) => headline.quantity === null)).toBe(true);
    expect([...known]).toEqual([basis]);
    expect(figures[0]?.title).not.toContain('different things');
  });

  it('puts different bases onto one and says so, and leaves one that is asked for', async () => {
    const chosen = await model('Registered Nurse', 'Data Scientist', '--in', 'US-CA');
    expect([chosen.basis, chosen.notes.length]).toEqual(['official', 1]);
    const asked = await model('Registered Nurse', 'Data Scientist', '--in', 'US-CA', '--basis', 'market');
    expect([asked.basis, asked.notes]).toEqual(['market', []]);
  });

  it.each(['terminal', 'html', 'md', 'csv'])('writes %s', async (format) => {
    const { code, stdout, stderr } = await compare('Cook', 'Nurse', '--format', format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Cook in the\s+United States/);
    expect(stdout.endsWith('\n')).toBe(true);
    if (format === 'terminal') expect(linesOf(stdout).filter((line) => line.length > 80)).toEqual([]);
  });

  it('writes a file of the format its ending names', async () => {
    const path = join(folder, 'c.csv');
    expect(await compare('Cook', 'Nurse', '-o', path)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toMatch(/^measure,question,against,/);
  });

  it.each([
    ['one question twice', ['Nurse', 'nurse'], 'same-question'],
    ['a title nobody knows', ['Nurse', 'Zorblax Wrangler'], 'no-figure'],
    ['a metropolitan area and its state', ['Cook', '--in', 'Seattle', '--in', 'US-WA'], 'same-figure'],
  ])('ends with 3 and the full answer for %s', async (_name, args, obstacle) => {
    const { code, stdout, stderr } = await compare(...args, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    const comparison = comparisonSchema.parse(JSON.parse(stdout));
    expect(comparison.differences[0]!.obstacle).toBe(obstacle);
    expect(comparison.questions.some(({ headline }) => headline.quantity !== null)).toBe(true);
  });

  it.each([
    [['Nurse'], /One question alone/],
    [['Nurse', 'Cook', '--in', 'US', '--in', 'GB', '--in', 'DE'], /These are 6 questions/],
    [['Nurse', 'Cook', '--in', 'Atlantis'], /Atlantis/],
    [['Nurse', 'Cook', '--level', 'emperor'], /emperor/],
    [['Nurse', ''], /title/],
    [['Nurse', 'Cook', '--format', 'pdf'], /pdf/],
    [['Nurse', 'Cook', '-o', 'x.pdf'], /"pdf" is not a format/],
    [['Nurse', 'Cook', '-o', 'x.parquet'], /"parquet" is not a format/],
    [['Nurse', 'Cook', '--format', 'md', '-o', 'x.csv'], /\.csv/],
    [['Nurse', 'Cook', '--format', 'json', '--ascii'], /--ascii/],
    [['Nurse', 'Cook', '--basis', 'rumour'], /rumour/],
    [['Nurse', 'Cook', '--as-of', '2090-01-01'], /2090/],
  ])('refuses %j with 2 and one line', async (args, words) => {
    const { code, stdout, stderr } = await compare(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(linesOf(stderr)).toHaveLength(1);
  });
});
