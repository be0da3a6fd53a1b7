import { describe, expect, it } from 'vitest';
import { type FiledTitle, type Occupation, titlePairs } from './training-rows.js';

const occupations: Occupation[] = ['11-1011', '15-1252', '15-2051'].map((soc) => ({
  soc,
  title: soc,
  minor: `${soc.slice(0, 4)}000`,
  broad: soc,
}));
const filed = (employer: string, key: string, soc: string, filings: number): FiledTitle => ({
  employer,
  key,
  soc,
  filings,
});

describe('titlePairs', () => {
  it('counts each employer and title once, under the occupation of its most filings', () => {
    const rows = [
      filed('b', 'engineer', '15-1252', 2),
      filed('b', 'engineer', '15-2051', 3),
      filed('a', 'engineer', '15-1252', 1),
      filed('a', 'engineer', '15-1252', 1),
      filed('a', 'chief', '11-1011', 1),
    ];
    expect(titlePairs({ occupations, filed: rows })).toEqual([
      { employer: 'a', key: 'chief', occupation: 0 },
      { employer: 'a', key: 'engineer', occupation: 1 },
      { employer: 'b', key: 'engineer', occupation: 2 },
    ]);
  });

  it('takes the lower code of several with as many filings, whatever the order of the rows', () => {
    const rows = [filed('a', 'engineer', '15-2051', 2), filed('a', 'engineer', '15-1252', 2)];
    for (const order of [rows, [...rows].reverse()]) {
      expect(titlePairs({ occupations, filed: order })[0]?.occupation).toBe(1);
    }
  });
});
