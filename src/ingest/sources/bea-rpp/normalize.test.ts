import { describe, expect, it } from 'vitest';
import { normalizePriceLevels } from './normalize.js';
import type { PriceLine } from './parse.js';

const line = (area: string, item: string | null, ...values: (number | null)[]): PriceLine => ({
  area,
  item,
  values: new Map(values.map((value, index) => [2022 + index, value])),
});

const KNOWN = new Set(['US-35620']);

describe('normalizePriceLevels', () => {
  it('gives a row a year, for the nation, states and metropolitan areas of the market', () => {
    const reading = normalizePriceLevels(
      {
        states: [line('00000', 'RPPs: All items', 100, 100), line('06000', 'RPPs: Services: Housing', 160, null)],
        metros: [line('35620', 'RPPs: Services: Other', 104)],
      },
      KNOWN,
    );
    expect(reading).toMatchObject({
      tables: {
        priceLevels: [
          { place: 'US', year: 2022, item: 'all', value: 100 },
          { place: 'US', year: 2023, item: 'all', value: 100 },
          { place: 'US-CA', year: 2022, item: 'housing', value: 160 },
          { place: 'US-35620', year: 2022, item: 'other services', value: 104 },
        ],
      },
      rowsIn: 3,
      rowsKept: 3,
      newest: '2023-12-31',
    });
  });

  it.each<[string, PriceLine, PriceLine | null]>([
    ['note below the table', line('U.S. Bureau of Economic Analysis', null), null],
    ['real income, spending or deflator', line('06000', 'Implicit regional price deflator', 99), null],
    ['another item', line('06000', 'RPPs: Luck', 99), null],
    ['no figure', line('06000', 'RPPs: Goods', null), null],
    [
      'nation, nonmetropolitan portion or area of another delineation in the metropolitan table',
      line('06000', 'RPPs: Goods', 99),
      line('17460', 'RPPs: Goods', 99),
    ],
  ])('leaves out: %s', (reason, state, metro) => {
    const anchor = line('00000', 'RPPs: All items', 100);
    const lines = { states: [anchor, state], metros: metro === null ? [] : [metro] };
    expect(normalizePriceLevels(lines, KNOWN).excluded).toEqual([{ reason, count: 1 }]);
  });
});
