import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../report/model.js';
import { encodeLines } from '../line.js';
import { pageFor } from '../page.js';
import { scaleOf } from './axis.js';
import { chart } from './chart.js';

const base = { id: 'f', title: 'A finding', subtitle: 'Measure', sourceLine: 'n 4', alt: 'In words.' };
const mark = (value: number) => ({ value, label: String(value) });
const axis = { unit: 'u', scale: 'linear' as const, min: 0, max: 100, ticks: [0, 50, 100].map(mark) };
const page = pageFor({ columns: 80, colour: false, unicode: true, brief: false });
const drawn = (figure: Figure): string[] => encodeLines(chart(figure, page), false).split('\n');

describe('scaleOf', () => {
  it('puts the ends of the axis at the first and last place and keeps other values within', () => {
    const scale = scaleOf(axis, 11);
    expect([0, 50, 100, -20, 300].map(scale)).toEqual([0, 5, 10, 0, 10]);
  });

  it('places by ratio on a logarithmic axis', () => {
    expect(scaleOf({ ...axis, scale: 'log', min: 1, max: 100 }, 11)(10)).toBe(5);
  });

  it('places everything in the middle of an axis without length', () => {
    expect(scaleOf({ ...axis, max: 0 }, 11)(7)).toBe(5);
  });
});

describe('chart', () => {
  it('draws marks over their intervals, hollow where modelled', () => {
    const lines = drawn({
      ...base,
      kind: 'ladder',
      axis,
      rows: [
        {
          name: 'A',
          detail: '',
          at: mark(50),
          interval: { low: mark(40), high: mark(60) },
          quartiles: null,
          modelled: false,
          highlight: false,
        },
        { name: 'B', detail: '', at: mark(50), interval: null, quartiles: null, modelled: true, highlight: true },
        { name: 'C', detail: 'too few', at: null, interval: null, quartiles: null, modelled: false, highlight: false },
      ],
    });
    const [a = '', b = '', c = ''] = lines.slice(3);
    expect(a).toMatch(/^ {2}A {2}50 +▒+●▒+$/);
    expect(b).toMatch(/^▸ B {2}50 +○$/);
    expect(a.indexOf('●')).toBe(b.indexOf('○'));
    expect(c).toMatch(/╱╱╱ too few$/);
  });

  it('opens the fan from the last known value and labels its end', () => {
    const at = (date: string, value: number) => ({ date, dateLabel: date.slice(0, 4), at: mark(value) });
    const text = drawn({
      ...base,
      kind: 'fan',
      axis: { ...axis, scale: 'log', min: 15 },
      officialAxis: { ...axis, scale: 'log', min: 15, max: 60 },
      dates: [{ date: '2020-01-01', label: '2020' }],
      observed: [at('2020-01-01', 20), at('2024-01-01', 40)],
      aged: null,
      forecast: [
        { ...at('2026-01-01', 50), bands: [{ level: 0.9, levelLabel: '90%', low: mark(20), high: mark(90) }] },
      ],
    }).join('\n');
    expect(text).toContain('90 90%');
    expect(text).toContain('░');
    expect(text).toMatch(/[\u2801-\u28ff]/);
  });

  it('orders states by fifth and shows which have no figure', () => {
    const tile = (short: string, value: number | null, fifth: number | null) => ({
      id: short,
      name: short,
      short,
      at: value === null ? null : mark(value),
      printed: value === null ? null : String(value),
      fifth,
      highlight: false,
    });
    const text = drawn({
      ...base,
      kind: 'tiles',
      unit: 'u',
      tiles: [tile('WY', null, null), tile('TX', 3, 1), tile('CA', 9, 5)],
    }).join('\n');
    expect(text).toMatch(/highest fifth +CA 9[\s\S]+lowest fifth +TX 3[\s\S]+╱╱ no figure +WY/);
  });

  it.each([true, false])('draws the sources under the pay band, one row a group (unicode %s)', (unicode) => {
    const source = (group: string, value: number, modelled: boolean) => ({
      group,
      name: group,
      at: mark(value),
      interval: { low: mark(value - 10), high: mark(value + 10) },
      modelled,
    });
    const figure: Figure = {
      ...base,
      kind: 'pay-band',
      axis,
      percentiles: [{ p: 50, name: 'P50', at: mark(50), interval: null, modelled: false }],
      sources: [source('posted', 50, false), source('posted', 80, true), source('official', 20, false)],
      offer: null,
    };
    const lines = encodeLines(
      chart(figure, { ...pageFor({ columns: 80, colour: false, unicode, brief: false }) }),
      false,
    );
    const row = (name: string) => lines.split('\n').find((text) => text.startsWith(`${name} `)) ?? '';
    const [point, hollow] = unicode ? ['●', '○'] : ['*', 'o'];
    expect(row('posted').indexOf(point!)).toBe(row('P50').indexOf(point!));
    expect(row('posted').lastIndexOf(hollow!)).toBeGreaterThan(row('posted').indexOf(point!));
    expect(row('official').indexOf(point!)).toBeLessThan(row('P50').indexOf(point!));
    expect(lines).toContain('median of a source');
  });

  it.each([true, false])('draws the forest around a strong zero line, with verdicts (unicode %s)', (unicode) => {
    const page = pageFor({ columns: 80, colour: false, unicode, brief: false });
    const row = { detail: '', interval: { low: mark(10), high: mark(40) }, raw: null, highlight: false };
    const lines = encodeLines(
      chart(
        {
          ...base,
          kind: 'forest',
          axis: { ...axis, min: -100 },
          zone: { low: mark(-10), high: mark(10) },
          rows: [
            { ...row, name: 'A', at: mark(25), raw: mark(80), verdict: 'premium', highlight: true },
            { ...row, name: 'B', at: mark(0), verdict: 'no material premium' },
            { ...row, name: 'C', at: null, interval: null, verdict: 'not estimable', detail: 'too few' },
          ],
        },
        page,
      ),
      false,
    ).split('\n');
    const [a = '', b = '', c = '', detail = ''] = lines.slice(3);
    const [point, hollow, zero] = unicode ? ['●', '○', '┃'] : ['*', 'o', '#'];
    expect(a).toMatch(/premium$/);
    expect(a.indexOf(zero!)).toBeLessThan(a.indexOf(point!));
    expect(a.indexOf(point!)).toBeLessThan(a.indexOf(hollow!));
    expect(b.indexOf(point!)).toBe(a.indexOf(zero!));
    expect(c.indexOf(zero!)).toBe(a.indexOf(zero!));
    expect(c).toMatch(/not estimable$/);
    expect(detail).toContain('too few');
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(76);
  });

  it('draws not enough evidence as a hatched panel with its sentence', () => {
    const lines = drawn({ ...base, kind: 'empty' });
    expect(lines[0]).toMatch(/^╱{70,}$/);
    expect(lines.join('\n')).toContain('In words.');
  });

  it('leaves out axis labels evenly when they would touch', () => {
    const ticks = Array.from({ length: 41 }, (_, index) => ({ value: index * 2.5, label: `US$${index}` }));
    const lines = drawn({
      ...base,
      kind: 'dots',
      axis: { ...axis, ticks },
      rows: [{ name: 'A', detail: '', at: mark(50) }],
      range: null,
    });
    const labels = (lines.find((line) => line.includes('US$0')) ?? '').trim().split(/ +/);
    const steps = labels.map((label) => Number(label.slice(3)));
    expect(steps.length).toBeGreaterThan(3);
    expect(new Set(steps.slice(1).map((step, index) => step - (steps[index] ?? 0))).size).toBe(1);
  });
});
