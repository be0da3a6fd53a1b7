import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { fanChart } from '../terminal/charts/fan.js';
import { encodeLines } from '../terminal/line.js';
import { pageFor } from '../terminal/page.js';
import { dataTable } from './data-table.js';
import { type FanFigure, fan } from './fan.js';

const mark = (value: number) => ({ value, label: `US$${value}k` });
const point = (date: string, value: number) => ({ date, dateLabel: date, at: mark(value) });

const FIGURE: FanFigure = {
  id: 'fan',
  kind: 'fan',
  title: 'A fan',
  subtitle: 'Pay',
  sourceLine: 'Sources',
  alt: 'A fan in words',
  axis: { unit: 'USD/year', scale: 'linear', min: 50, max: 250, ticks: [mark(50), mark(250)] },
  dates: [{ date: '2023-05-15', label: '2023' }],
  observed: [point('2023-05-15', 100), point('2024-05-15', 104), point('2025-05-15', 108)],
  aged: point('2026-08-08', 200),
  carried: {
    name: 'An index',
    stated: point('2025-10-15', 190),
    line: [point('2025-10-15', 191), point('2026-08-08', 200)],
  },
  past: [
    {
      from: point('2023-05-15', 100),
      to: { ...point('2024-05-15', 105), band: { low: mark(99), high: mark(111) } },
      held: true,
    },
    {
      from: point('2024-05-15', 104),
      to: { ...point('2025-05-15', 120), band: { low: mark(113), high: mark(127) } },
      held: false,
    },
  ],
  forecast: [
    {
      ...point('2027-08-08', 206),
      bands: [{ level: 0.9, levelLabel: '90%', low: mark(180), high: mark(230) }],
    },
  ],
};
const plain = (): FanFigure => {
  const { carried: _c, past: _p, ...rest } = FIGURE;
  return rest;
};

describe('the drawn fan', () => {
  it('has a thin line and a whisker a past forecast, the index line and the stated amount', () => {
    const drawn = fan(FIGURE).value;
    expect(drawn.match(/class="fan-past"/g)).toHaveLength(4);
    expect(drawn.match(/class="fan-index"/g)).toHaveLength(1);
    expect(drawn.match(/class="fan-stated"/g)).toHaveLength(1);
    expect(drawn).toContain('as stated, carried by An index');
    expect(drawn).toContain('>US$190k<');
  });

  it('needs no key for what is not drawn', () => {
    expect(fan(plain()).value).not.toMatch(/legend|fan-past|fan-index|fan-stated/);
  });

  it('lets no name of an index out of its text', () => {
    const drawn = fan({ ...FIGURE, carried: { ...FIGURE.carried!, name: '<script>"' } }).value;
    expect(drawn).not.toContain('<script');
  });
});

describe('the numbers of a fan', () => {
  it('say what was forecast, what was stated and what is now', () => {
    const rows = dataTable(FIGURE)!.rows;
    expect(rows.map(([date, kind, amount]) => [date, kind, amount])).toEqual([
      ['2023-05-15', 'official mean', 'US$100k'],
      ['2024-05-15', 'official mean', 'US$104k'],
      ['2025-05-15', 'official mean', 'US$108k'],
      ['2024-05-15', 'as forecast from 2023-05-15, held', 'US$105k'],
      ['2025-05-15', 'as forecast from 2024-05-15, missed', 'US$120k'],
      ['2025-10-15', 'median as stated', 'US$190k'],
      ['2026-08-08', 'now, carried by An index', 'US$200k'],
      ['2027-08-08', 'forecast', 'US$206k'],
    ]);
    expect(rows[4]![3]).toBe('90%: US$113k to US$127k');
  });
});

describe('the fan in a terminal', () => {
  const draw = (figure: FanFigure, unicode = true, columns = 80) =>
    encodeLines(fanChart(figure, pageFor({ columns, colour: false, unicode, brief: false })), false);

  it.each([true, false])('marks the stated amount and says what the marks are (unicode %s)', (unicode) => {
    const drawn = draw(FIGURE, unicode);
    expect(drawn).toContain('2025-10-15 US$190k');
    expect(drawn).toMatch(/as stated, carried by An index/);
    expect(drawn).toMatch(/past forecasts of the official mean, 90%/);
    expect(numbersNotInModel(FIGURE, drawn)).toEqual([]);
    expect(Math.max(...drawn.split('\n').map((row) => row.length))).toBeLessThanOrEqual(76);
  });

  it('is drawn without them where the figure has none', () => {
    expect(draw(plain())).not.toMatch(/as stated|past forecasts/);
  });
});
