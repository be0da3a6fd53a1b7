import { describe, expect, it } from 'vitest';
import { EVIDENCE_WEIGHTS } from '../../text/titles/model/model-file.js';
import { titleHash } from '../../text/titles/model/title-features.js';
import { evidenceTable } from './evidence.js';

const pair = (employer: string, key: string, occupation: number) => ({ employer, key, occupation });

/** Weights by occupation of every title, by its hash. */
function table(...given: Parameters<typeof evidenceTable>) {
  const { titleHashes, titleOccupations, evidenceOccupations, evidenceWeights } = evidenceTable(...given);
  let at = 0;
  return new Map(
    Array.from(titleHashes, (hash, title) => {
      const weights: Record<number, number> = {};
      for (let i = 0; i < titleOccupations[title]!; i += 1, at += 1) {
        weights[evidenceOccupations[at]!] = EVIDENCE_WEIGHTS[evidenceWeights[at]!]!;
      }
      return [hash, weights] as const;
    }),
  );
}

describe('evidenceTable', () => {
  it('counts employers by occupation', () => {
    const pairs = [pair('a', 'pilot', 3), pair('b', 'pilot', 3), pair('c', 'pilot', 1)];
    expect(table(pairs, [], 1)).toEqual(new Map([[titleHash('pilot'), { 3: 2, 1: 1 }]]));
  });

  it('leaves out what one employer alone files, unless a list holds it', () => {
    const pairs = [pair('a', 'secret pilot', 3), pair('a', 'pilot', 3)];
    expect(table(pairs, [{ key: 'pilot', occupation: 2 }], 1)).toEqual(new Map([[titleHash('pilot'), { 3: 1, 2: 1 }]]));
  });

  it('shares the weight of a title’s listings among its occupations, each listing once', () => {
    const listings = [1, 2, 2].map((occupation) => ({ key: 'pilot', occupation }));
    expect(table([], listings, 2)).toEqual(new Map([[titleHash('pilot'), { 1: 1, 2: 1 }]]));
  });

  it('keeps large counts to one part in sixteen', () => {
    const pairs = Array.from({ length: 1000 }, (_, i) => pair(`e${i}`, 'pilot', 0));
    const weight = table(pairs, [], 1).get(titleHash('pilot'))![0]!;
    expect(Math.abs(weight / 1000 - 1)).toBeLessThan(1 / 16);
  });

  it('is in order of the hashes, for look-up', () => {
    const pairs = Array.from({ length: 200 }, (_, i) => [pair('a', `t${i}`, 0), pair('b', `t${i}`, 0)]).flat();
    const hashes = [...evidenceTable(pairs, [], 1).titleHashes];
    expect(hashes).toHaveLength(200);
    expect([...hashes].sort((a, b) => a - b)).toEqual(hashes);
  });
});
