import { describe, expect, it } from 'vitest';
import { recordedScores, titleRows } from '../../bench/titles.mjs';
import { ROOT } from '../docs/documents.js';

const SCORES = {
  ...recordedScores(ROOT),
  pairs: 100,
  seenPairs: 60,
  seen: { model: 0.67, modalLookup: 0.66 },
  unseen: { model: 0.48, naiveBayes: 0.45, nearestTitles: 0.46, suffixLookup: 0.3, modalLookup: 0.2 },
  calibrationError: { equalWidth: 0.01, equalSize: 0.04 },
};

describe('the rows of the scoreboard for titles', () => {
  it('hold the model against look-up and against the best simple classifier', () => {
    const [seen, unseen, error] = titleRows(SCORES);
    expect(seen).toMatchObject({ id: 'titles.seen', reference: 0.66, met: true, n: 60 });
    expect(unseen).toMatchObject({ id: 'titles.unseen', reference: 0.46, met: false, n: 40 });
    expect(error).toMatchObject({ id: 'titles.ece', value: 0.04, met: false, n: 100 });
  });

  it('are recorded with the shipped model', () => {
    expect(titleRows(recordedScores(ROOT)).map(({ id }) => id)).toEqual(['titles.seen', 'titles.unseen', 'titles.ece']);
  });
});
