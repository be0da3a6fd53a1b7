import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINES } from './engines.js';
import { growthOf } from './fuzz.js';
import { HOSTILE_PIECES } from './mutate.js';

/** Pieces that, repeated, make a careless engine look again at what it has already seen. */
const FAMILIES = JSON.parse(readFileSync(new URL('families.json', import.meta.url), 'utf8')) as readonly string[];
const UNITS = 4_000;
const HUGE = 10 * 2 ** 20;
const MOST_GROWTH = 2.2;
describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('the work of the engine of %s', (_, engine) => {
  it('at most doubles with the text, whatever is repeated', () => {
    const grown = [...FAMILIES, ...HOSTILE_PIECES].map((piece) => growthOf(engine, piece, UNITS));
    const { perUnit, base } = engine.steps;
    const most = perUnit + base / UNITS;
    expect(grown.filter(({ ratio }) => ratio > MOST_GROWTH)).toEqual([]);
    expect(grown.filter(({ stepsPerUnit }) => stepsPerUnit > most)).toEqual([]);
    expect(grown.some(({ stepsPerUnit }) => stepsPerUnit > 0)).toBe(true);
  });

  it.each(['word ', '$1,000 - ', 'machine machine learning ', '&amp;amp;', '<b>', '\u0301', '1'])(
    'stays so in one line of ten megabytes of %j',
    (piece) => {
      const stepsFor = (units: number) => {
        const meter = { steps: 0 };
        engine.read(piece.repeat(Math.ceil(units / piece.length)), meter);
        return meter.steps;
      };
      expect(stepsFor(HUGE) / Math.max(1, stepsFor(HUGE / 2))).toBeLessThanOrEqual(MOST_GROWTH);
    },
  );
});

const BOUNDED = ENGINES.filter((engine) => engine.reads !== undefined);

describe('engines that read only the beginning of a text', () => {
  it('are found', () => {
    expect(BOUNDED.length).toBeGreaterThan(2);
  });

  it.each(BOUNDED.map((engine) => [engine.name, engine] as const))(
    'say the same of it whatever follows: %s',
    (_, engine) => {
      for (const seed of engine.seeds.slice(0, 20)) {
        const head = `${seed} `.repeat(200).slice(0, engine.reads);
        const alone = JSON.stringify(engine.read(head, { steps: 0 }));
        expect(JSON.stringify(engine.read(`${head}${' manager'.repeat(100_000)}`, { steps: 0 }))).toBe(alone);
      }
    },
  );
});
