import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, '..', '..', '..', 'web', 'tokens.css'), 'utf8');
const [lightRules, darkRules] = sheet.split('@media') as [string, string];

type Palette = Readonly<Record<string, string>>;

function palette(rules: string): Palette {
  return Object.fromEntries(
    [...rules.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const LIGHT = palette(lightRules);
const DARK = { ...LIGHT, ...palette(darkRules) };

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['paper', 'surface'].flatMap((ground) =>
    ['ink', 'ink-quiet', 'accent', 'warning'].map((text) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['warning', 'warning-faint'],
  ['ink', 'accent-faint'],
  ...['fifth-1', 'fifth-2', 'fifth-3'].map((ground) => ['on-light-fifth', ground] as const),
  ...['fifth-4', 'fifth-5'].map((ground) => ['on-dark-fifth', ground] as const),
];

const MARKS = ['axis', 'accent', 'warning', 'below-2', 'above-2'];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours', (_name, colours) => {
  it.each(TEXT)('show %s on %s to WCAG AA', (text, ground) => {
    expect(contrast(colours[text] as string, colours[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('show marks of %s on paper at 3:1', (mark) => {
    expect(contrast(colours[mark] as string, colours.paper as string)).toBeGreaterThanOrEqual(3);
  });

  it('grow steadily over the sequential scale', () => {
    const steps = [1, 2, 3, 4, 5].map((fifth) => luminance(colours[`fifth-${fifth}`] as string));
    const sorted = [...steps].sort((a, b) => a - b);
    expect([sorted, [...sorted].reverse()]).toContainEqual(steps);
  });
});

it('gives every colour of the light palette a dark one', () => {
  expect(Object.keys(palette(darkRules)).sort()).toEqual(Object.keys(LIGHT).sort());
});

it('computes contrast as WCAG does', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
