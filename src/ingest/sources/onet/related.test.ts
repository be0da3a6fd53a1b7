import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { relatedRows } from './related.js';

const PUBLISHED = new PublishedOccupations([{ code: '98-2090', title: 'Smiths', members: ['98-2091', '98-2092'] }]);

const pair = (code: string, related: string, rank: string, tier = 'Primary-Short') => ({
  'O*NET-SOC Code': code,
  'Related O*NET-SOC Code': related,
  'Relatedness Tier': tier,
  Index: rank,
});

describe('relatedRows', () => {
  it('keeps the best rank of each pair and no occupation beside itself', () => {
    const rows = relatedRows(
      [
        pair('98-2011.00', '98-2092.00', '7', 'Primary-Long'),
        pair('98-2011.00', '98-2091.00', '2'),
        pair('98-2011.00', '98-2011.01', '1'),
        pair('98-2011.01', '98-2050.00', '1'),
        pair('98-2060.01', '98-2011.00', '12', 'Supplemental'),
      ],
      PUBLISHED,
    );
    expect(rows).toEqual([
      { soc: '98-2011', related: '98-2090', tier: 'Primary-Short', rank: 2 },
      { soc: '98-2060', related: '98-2011', tier: 'Supplemental', rank: 12 },
    ]);
  });

  it('refuses a tier it has never seen', () => {
    expect(() => relatedRows([pair('98-2011.00', '98-2091.00', '1', 'Tertiary')], PUBLISHED)).toThrow(/Tertiary/);
  });
});
