import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { IN_CALIFORNIA, questionWith } from '../../test/fixtures/question.js';
import { advertisements } from './advertisements.js';

const point = (series: string, month: string, value: number) => ({ source: 'postings', series, month, value, n: null });
const QUESTION = questionWith({ asOf: '2026-08-08' });

describe('the index of advertised jobs', () => {
  it('is that of the newest whole month, beside the same month a year earlier', async () => {
    const store = memoryStore({
      series: [
        point('postings-index-us', '2025-07-01', 110),
        point('postings-index-us', '2025-08-01', 1),
        point('postings-index-us', '2026-07-01', 104),
        point('postings-index-us', '2026-08-01', 2),
        point('postings-index-us:sector:Legal:to-2024-09', '2026-07-01', 3),
      ],
    });
    expect(await advertisements(store, QUESTION)).toEqual([
      { source: 'postings', place: 'US', month: '2026-07-01', value: 104, yearBefore: 110 },
    ]);
  });

  it('names the state before the country, and a missing year', async () => {
    const series = [
      point('postings-index-us', '2026-06-01', 100),
      point('postings-index-us:state:US-CA', '2026-07-01', 90),
    ];
    const found = await advertisements(memoryStore({ series }), questionWith({ ...IN_CALIFORNIA, asOf: '2026-08-08' }));
    expect(found.map(({ place, value, yearBefore }) => [place, value, yearBefore])).toEqual([
      ['US-CA', 90, null],
      ['US', 100, null],
    ]);
  });

  it('is nothing where none is published, and nothing older than two years', async () => {
    expect(await advertisements(memoryStore({ series: [] }), QUESTION)).toEqual([]);
    const old = memoryStore({ series: [point('postings-index-us', '2023-01-01', 80)] });
    expect(await advertisements(old, QUESTION)).toEqual([]);
  });
});
