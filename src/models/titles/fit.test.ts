import { describe, expect, it } from 'vitest';
import { OCCUPATIONS, SECRET_TITLE, SECRET_WORD, titleRows } from '../../../test/fixtures/title-rows.js';
import { estimateOccupations, readTitleModel } from '../../text/index.js';
import { positionOf } from '../../text/titles/model/hash-index.js';
import { featureBuffer, readFeatures, titleHash } from '../../text/titles/model/title-features.js';
import { fitTitles, placedListings } from './fit.js';
import type { Recipe } from './recipe.js';
import { titlePairs } from './training-rows.js';

const RECIPE: Recipe = {
  version: 'test',
  examples: { listingWeight: 1, fewestTitles: [1, 1, 1, 1], commonFrom: 50 },
  network: { dimensions: 8, passes: 20, learningRate: 0.2, wordDropout: 0.2, seed: 3 },
  listingEvidence: 1,
};
const CALIBRATION = { priorStrength: 4, sharpness: 1 };

function trained(rows = titleRows()) {
  const listings = placedListings(rows.occupations, rows.listed);
  return fitTitles({ occupations: rows.occupations, pairs: titlePairs(rows), listings }, RECIPE);
}

const bytes = trained().write(CALIBRATION);
const model = readTitleModel(bytes);

describe('fitTitles', () => {
  it('gives the same bytes again, whatever the order of the rows', () => {
    const rows = titleRows();
    const turned = { ...rows, filed: [...rows.filed].reverse(), listed: [...rows.listed].reverse() };
    expect(trained(turned).write(CALIBRATION)).toEqual(bytes);
  });

  it('reads titles it has not seen by their words, and misspelt ones by their letters', () => {
    for (const [key, soc] of [
      ['harbour pilot ferry', '99-1011'],
      ['kilnn firer', '98-2011'],
      ['spindl', '98-1021'],
      ['east loom', '98-1011'],
    ] as const) {
      expect([key, estimateOccupations(key, model).occupations[0]?.soc]).toEqual([key, soc]);
    }
  });

  it('gives probabilities that fall and sum to at most 1, and a group where no occupation is likely', () => {
    for (const key of ['loom', 'loom spindle', 'kiln ferry', 'night', 'senior warp yarn']) {
      const { occupations, broader } = estimateOccupations(key, model);
      const shares = occupations.map(({ p }) => p);
      expect(shares.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1);
      expect([...shares].sort((a, b) => b - a)).toEqual(shares);
      if (broader !== null) expect(broader.p).toBeGreaterThanOrEqual(0.5);
    }
    expect(estimateOccupations('loom spindle', model).broader?.code).toMatch(/^98-(1000|0000|10[12]0)$/);
  });

  it('holds no title and no word of a single employer', () => {
    expect(estimateOccupations(SECRET_TITLE, model).seen).toBe(false);
    expect(positionOf(model.tables.titles, titleHash(SECRET_TITLE))).toBe(-1);
    const buffer = featureBuffer();
    readFeatures(SECRET_WORD, buffer);
    expect(positionOf(model.tables.features, buffer.hashes[0]!)).toBe(-1);
    const text = new TextDecoder('latin1').decode(bytes);
    for (const word of [SECRET_WORD, 'weaver', 'harbour']) expect(text.includes(word)).toBe(false);
  });

  it('has listed titles, and those of two employers, in its table', () => {
    for (const key of ['ferry pilots', 'glaze worker', 'loom weaver']) {
      expect([key, estimateOccupations(key, model).seen]).toEqual([key, true]);
    }
  });

  it('names its occupations', () => {
    const { occupations } = estimateOccupations('kiln firers', model);
    expect(occupations[0]).toMatchObject({ soc: '98-2011', title: 'Kiln Firers' });
    expect(model.tables.occupations).toHaveLength(OCCUPATIONS.length);
  });
});

describe('readTitleModel', () => {
  it('refuses a model of other keys', () => {
    const other = new TextDecoder('latin1').decode(bytes);
    expect(other).toContain('"textVersion"');
    expect(model).toMatchObject({ version: 'test' });
  });
});
