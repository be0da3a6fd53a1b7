import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { fanChart } from '../terminal/charts/fan.js';
import { encodeLines } from '../terminal/line.js';
import { pageFor } from '../terminal/page.js';
import { dataTable } from './data-table.js';
import { fan } from './fan.js';
import type { FanFigure } from './fan-placement.js';

const mark = (value: number) => ({ value, label: `US$${value}k` });
const point = (date: string, value: number) => ({ date, dateLabel: date, at: mark(value) });

const FIGURE: FanFigure = {
  id: 'fan',
  kind: 'fan',
  title: 'A fan',
  subtitle: 'Pay',
  sourceLine: 'Sources',
  alt: 'A fan in words',
  axis: { unit: 'USD/year', scale: 'log', min: 150, max: 250, ticks: [mark(150), mark(250)] },
  officialAxis: { unit: 'USD/year', scale: 'log', min: 90, max: 150, ticks: [mark(100), mark(140)] },
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

/** The points of a path, in 1,000 units across and pixels down. */
const pathOf = (drawn: string, name: string): [number, number][] =>
  [...(new RegExp(`class="${name}" d="([^"]*)"`).exec(drawn)?.[1] ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)],
  );

describe('the drawn fan', () => {
  it('has a thin line and a whisker a past forecast, the index line and the stated amount', () => {
    const drawn = fan(FIGURE).value;
    const past = /class="fan-past" d="([^"]*)"/.exec(drawn)![1]!;
    expect([past.match(/L/g), past.match(/V/g)].map((found) => found?.length)).toEqual([2, 2]);
    expect(pathOf(drawn, 'fan-index')).toHaveLength(2);
    expect(drawn).toContain('as stated, carried by An index');
    expect(drawn).toContain('>US$190k<');
  });

  it('draws equal rates of growth as equal slopes in both panels', () => {
    const axis = (min: number) => ({ ...FIGURE.axis, min, max: min * 1.6 });
    const growing = (from: number) => [point('2025-01-01', from), point('2026-01-01', from * 1.1)];
    const drawn = fan({
      ...FIGURE,
      axis: axis(180),
      officialAxis: axis(90),
      observed: growing(100),
      carried: { ...FIGURE.carried!, line: growing(190) },
    }).value;
    const rise = (name: string) => {
      const [from, to] = pathOf(drawn, name);
      return from![1] - to![1];
    };
    expect(rise('fan-index')).toBeCloseTo(rise('fan-observed'), 0);
    expect(rise('fan-index')).toBeGreaterThan(10);
  });

  it('keeps each panel on its own side', () => {
    const drawn = fan(FIGURE).value;
    const lowest = Math.max(...pathOf(drawn, 'fan-forecast').map(([, y]) => y));
    const highest = Math.min(...pathOf(drawn, 'fan-observed').map(([, y]) => y));
    expect(lowest).toBeLessThan(highest);
  });

  it('needs no key for what is not drawn', () => {
    expect(fan(plain()).value).not.toMatch(/fan-past|fan-index|as stated|past forecasts/);
  });

  it('lets no name of an index out of its text', () => {
    const drawn = fan({ ...FIGURE, carried: { ...FIGURE.carried!, name: '<script>"' } }).value;
    expect(drawn).not.toContain('<script');
  });

  it('is drawn without a forecast, without observations and without today', () => {
    for (const part of [{ forecast: [] }, { observed: [], past: [] }, { aged: null }]) {
      expect(fan({ ...FIGURE, ...part }).value).not.toMatch(/NaN|undefined|Infinity/);
    }
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
