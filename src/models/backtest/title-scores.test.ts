import { describe, expect, it } from 'vitest';
import { titleRows } from './title-scores.js';

const SCORES = {
  pairs: 100,
  seenPairs: 60,
  seen: { model: 0.67, modalLookup: 0.66 },
  unseen: { model: 0.48, naiveBayes: 0.45, nearestTitles: 0.46, suffixLookup: 0.3, modalLookup: 0.2 },
  calibrationError: { equalWidth: 0.01, equalSize: 0.04 },
};

describe('the scores of titles', () => {
  it('hold the model against look-up and against the best simple classifier', () => {
    const [seen, unseen, error] = titleRows(SCORES);
    expect(seen).toMatchObject({ id: 'titles.seen', reference: 'modal look-up 0.6600', met: true, n: 60 });
    expect(unseen).toMatchObject({ id: 'titles.unseen', met: false, n: 40, hold: 'at least 0.49' });
    expect(error).toMatchObject({ id: 'titles.ece', value: 0.04, met: false, n: 100 });
  });
});
