import { describe, expect, it } from 'vitest';
import { crosswalkedMeans } from './crosswalked-means.js';

const link = (fromCode: string, toCode: string, fromTaxonomy = 'SOC 2010') => ({ fromTaxonomy, fromCode, toCode });
const CROSSWALK = [
  link('97-1010', '98-1020'),
  link('97-2010', '98-2011'),
  link('97-2099', '98-2011'),
  link('97-2099', '98-2051'),
  link('97-3000.01', '98-3000', 'O*NET-SOC 2010'),
];

describe('crosswalkedMeans', () => {
  it('averages the old codes of an occupation and gives each successor the score of a split code', () => {
    const scores = [
      { code: '97-1010', value: 1 },
      { code: '97-2010', value: 2 },
      { code: '97-2099', value: 4 },
    ];
    expect(crosswalkedMeans(scores, CROSSWALK)).toEqual({
      means: [
        { soc: '98-1020', value: 1 },
        { soc: '98-2011', value: 3 },
        { soc: '98-2051', value: 4 },
      ],
      unknown: [],
    });
  });

  it('gives no score to an occupation whose old codes have none', () => {
    const { means } = crosswalkedMeans([{ code: '97-2010', value: 2 }], CROSSWALK);
    expect(means).toEqual([{ soc: '98-2011', value: 2 }]);
  });

  it('names codes it does not know, of other classifications too', () => {
    const scores = [
      { code: '96-0000', value: 2 },
      { code: '97-3000.01', value: 2 },
    ];
    expect(crosswalkedMeans(scores, CROSSWALK)).toEqual({ means: [], unknown: ['96-0000', '97-3000.01'] });
  });
});
