import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../test/fixtures/question.js';
import { smallContext } from '../../../test/fixtures/small-report.js';
import type { CellRange, CellRanges } from '../../analysis/cell-ranges.js';
import { rangesList } from './ranges.js';

const RANGE: CellRange = {
  title: 'data engineer',
  employer: 'Acme',
  currency: 'USD',
  unit: 'year',
  low: 100_000,
  high: 140_000,
  seenFrom: '2026-03-01',
  seenTo: '2026-03-31',
  region: 'US-CA',
  level: 'senior',
  source: 'boards',
  repeats: 1,
  match: 'title',
};

async function listOf(changes: Partial<CellRanges>, rows: readonly Partial<CellRange>[] = [{}]) {
  const { answers } = await smallContext({ question: { level: levelOf('senior') } });
  const ranges = { ...answers.ranges!, ...changes, rows: rows.map((row) => ({ ...RANGE, ...row })) };
  return rangesList(await smallContext({}, { ranges })).ranges!;
}

describe('the list of advertised ranges', () => {
  it('says how many there are, of what, and that filings are not listed', async () => {
    const { ranges } = rangesList(await smallContext({ question: { level: levelOf('senior') } }));
    expect(ranges!.title).toBe('The 40 advertised ranges behind the posted figure');
    const nearest = 'of the 40 advertised ranges behind the posted figure, those nearest to the question';
    expect([ranges!.titleOnPage, ranges!.titleOnScreen]).toEqual([`25 ${nearest}`, `10 ${nearest}`]);
    expect(ranges!.statement).toMatch(/^40 distinct advertised ranges for .+, all in the posted figure\. /);
    expect(ranges!.statement).toContain('Filed wages are never listed one by one.');
    expect(ranges!.rows).toHaveLength(40);
    expect(ranges!.onPage).toBe('The first 25 of 40 ranges. All of them: --format json.');
    expect(ranges!.onScreen).toBe('The first 10 of 40 ranges. All of them: --format json.');
  });

  it.each<[Partial<CellRange>, string, string]>([
    [{}, 'US$100,000 to US$140,000 a year', 'Mar 2026'],
    [{ low: 48.08, high: 67.3, unit: 'hour' }, 'US$48.08 to US$67.30 an hour', 'Mar 2026'],
    [{ low: 9_000, high: 9_000, unit: 'month', seenFrom: '2025-12-29' }, 'US$9,000 a month', 'Dec 2025 to Mar 2026'],
    [{ currency: 'GBP', low: 50_000, high: 60_000 }, '£50,000 to £60,000 a year', 'Mar 2026'],
  ])('writes %o as stated', async (row, pay, seen) => {
    const { rows } = await listOf({ total: 1, stated: 1 }, [row]);
    expect([rows[0]!.pay.label, rows[0]!.seen.label]).toEqual([pay, seen]);
  });

  it('counts repeats, and what does not carry the figure', async () => {
    const list = await listOf({ total: 300, stated: 320, contributing: 250 });
    expect(list.statement).toContain('300 distinct advertised ranges (320 before repeats were removed)');
    expect(list.statement).toContain('250 of them in the posted figure, the others of sources with too few employers');
    expect(list.onPage).toBe('The first 25 of 300 ranges. The first 200: --format json.');
    expect(list.title).toMatch(/^200 of the 300 advertised ranges behind the posted figure, /);
    const many = await listOf({ total: 30, stated: 30, carried: false });
    expect(many.titleOnPage).toBe('25 of 30 advertised ranges found, too few for a posted figure');
    const few = await listOf({ total: 1, stated: 1, carried: false });
    expect(few.statement).toMatch(/^1 distinct advertised range .+, too few for a figure of their own\./);
    expect([few.title, few.onPage, few.onScreen]).toEqual([
      '1 advertised range found, too few for a posted figure',
      undefined,
      undefined,
    ]);
  });

  it('is left out where there is none', async () => {
    expect(rangesList(await smallContext({}, { ranges: null }))).toEqual({});
  });
});
