import { describe, expect, it } from 'vitest';
import { ENGINES } from './engines.js';
import { fuzz } from './fuzz.js';
import { fuzzCount, fuzzSeed, fuzzTimeout } from './fuzz-settings.js';

describe(`${fuzzCount} mutants from seed ${fuzzSeed}`, () => {
  it.each(ENGINES.map((engine) => [engine.name, engine] as const))(
    'do not break the engine of %s',
    (_, engine) => {
      expect(engine.seeds.length).toBeGreaterThan(5);
      expect(fuzz(engine, { count: fuzzCount, seed: fuzzSeed })).toEqual([]);
    },
    fuzzTimeout,
  );
});

/** Texts that once broke an engine. */
const FOUND: readonly (readonly [string, string])[] = [
  ['pay strings', '20000年'],
  ['pay strings', '$150\u0096190k'],
  ['pay strings', '$150-190&#107;'],
  ['places', 'US-C"A-Menlo Park, US-TX-Austin, Remote, EMEA'],
  ['places', 'London | Deutschland hland (Homeofftes Bayern, Remote - US; München,'],
];

describe('texts that mutants found', () => {
  it.each(FOUND)('%s: %j', (name, text) => {
    const engine = ENGINES.find((entry) => entry.name === name)!;
    expect(engine.faults(text, engine.read(text, { steps: 0 }))).toEqual([]);
  });
});
