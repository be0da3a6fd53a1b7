import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { normalizeExposure } from './normalize.js';

const record = (code: string, model: string, human: string) => ({
  'O*NET-SOC Code': code,
  dv_rating_beta: model,
  human_rating_beta: human,
});

describe('normalizeExposure', () => {
  it('averages the specialities of an occupation with equal weights', () => {
    const published = new PublishedOccupations([{ code: '99-2010', title: 'Hands', members: ['99-2011', '99-2012'] }]);
    const records = [
      record('99-1011.00', '0.2', '0.5'),
      record('99-1011.01', '0.4', '0.6'),
      record('99-1011.02', '0.9', '0.1'),
      record('99-2011.00', '0.3', '0.3'),
      record('99-2012.00', '0.5', '0.3'),
    ];
    const reading = normalizeExposure(records, published);
    expect(reading.tables.exposure).toEqual([
      { measure: 'gpts-beta-model', soc: '99-1011', value: 0.5 },
      { measure: 'gpts-beta-model', soc: '99-2010', value: 0.4 },
      { measure: 'gpts-beta-human', soc: '99-1011', value: 0.4 },
      { measure: 'gpts-beta-human', soc: '99-2010', value: 0.3 },
    ]);
    expect(reading).toMatchObject({ rowsIn: 5, rowsKept: 2 });
  });
});
