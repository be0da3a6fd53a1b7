import { describe, expect, it } from 'vitest';
import { benchmarkRow, benchmarkStream, HOSTILE, NO_FIGURE, PAY } from '../../../../test/fixtures/benchmark-rows.js';
import type { TerminalOptions } from '../page.js';
import { textWidth } from '../text-width.js';
import { renderBenchmark } from './benchmark.js';

const PLAIN: TerminalOptions = { columns: 80, colour: false, unicode: true, brief: false };
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

async function shown(options: Partial<TerminalOptions>, ...given: Parameters<typeof benchmarkStream>): Promise<string> {
  let text = '';
  for await (const piece of renderBenchmark(benchmarkStream(...given), { ...PLAIN, ...options })) text += piece;
  return text;
}

const ROWS = [
  benchmarkRow({ pay: PAY }),
  benchmarkRow({ row: 2, title: 'Registered Nurse', place: 'US', status: 'modelled', grade: 'C', basis: 'official' }),
  benchmarkRow({ ...NO_FIGURE, row: 3, title: 'Wizard', note: '"Wizard" fits no role.' }),
];

describe('a benchmark on a terminal', () => {
  it('is a line a row, and what they come to', async () => {
    expect(await shown({}, ROWS)).toBe(`
   Row Title                Place      Median   90% range Ratio Pctl Basis  Gr
     1 Data Engineer        US-CA     US$140k   135k–145k  0.95   41 posted B
     2 Registered Nurse     US        US$140k   135k–145k            survey C~
     3 Wizard               US-CA     "Wizard" fits no role.

  3 rows: 1 supported, 1 modelled, 1 without a figure.
  Compa-ratio of the middle row: 0.95, of 1 with pay.

  Yearly, as of August 2026. Each row names its basis; survey is official pay.
  Gr is the grade, A to D, and ~ a modelled figure; percentiles, scopes and
  notes are in the other formats.
  Sources: boards.
`);
  });

  it.each([20, 60, 80, 120])('fits %i columns, in ASCII too, and steers nothing', async (columns) => {
    const hostile = [
      benchmarkRow({
        title: HOSTILE,
        place: HOSTILE,
        pay: PAY,
        row: 1_234_567,
        median: { value: 2e9, low: 1e9, high: 9e9 },
      }),
      benchmarkRow({ ...NO_FIGURE, title: HOSTILE, note: HOSTILE }),
    ];
    for (const unicode of [true, false]) {
      for (const opening of [{}, { hasPay: false, basis: 'posted' as const, only: 'mine' as const }]) {
        const text = await shown({ columns, unicode }, hostile, opening);
        expect(text.split('\n').filter((line) => textWidth(line) > Math.max(60, columns))).toEqual([]);
        expect(text).not.toMatch(STEERS);
        if (!unicode) expect(text).toMatch(/^[\n\x20-\x7e]+$/);
      }
    }
  });

  it('says the same in colour', async () => {
    const coloured = await shown({ colour: true }, ROWS);
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(await shown({}, ROWS));
  });

  it('names the one basis once', async () => {
    const text = await shown({}, ROWS.slice(0, 1), { basis: 'posted', hasPay: false });
    expect(text).toContain('Basis: posted.');
    expect(text).not.toContain('Ratio');
  });
});
