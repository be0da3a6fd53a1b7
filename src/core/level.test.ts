import { describe, expect, it } from 'vitest';
import { findLevel, LEVEL_GROUP_NAMES, LEVELS, levelsInGroup } from './level.js';

describe('levels', () => {
  it('are found by id and by nothing else', () => {
    expect(findLevel('lead')?.name).toBe('Lead');
    expect(['Lead', '', 'junior', 'toString'].map(findLevel)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('have ids of their own', () => {
    expect(new Set(LEVELS.map((level) => level.id)).size).toBe(11);
  });

  it('rise within each track', () => {
    for (const track of ['ic', 'management'] as const) {
      const ranks = LEVELS.filter((level) => level.track === track).map((level) => level.rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  it('put neither lead nor staff above the other, and principal above both', () => {
    const rank = (id: string) => findLevel(id)!.rank;
    expect(rank('lead')).toBe(rank('staff'));
    expect(rank('principal')).toBe(rank('lead') + 1);
    expect(rank('senior')).toBe(rank('lead') - 1);
  });

  it('fall into named groups of one track each, every level in one', () => {
    const groups = Object.keys(LEVEL_GROUP_NAMES) as (keyof typeof LEVEL_GROUP_NAMES)[];
    expect(groups.flatMap((group) => levelsInGroup(group)).length).toBe(LEVELS.length);
    for (const group of groups) expect(new Set(levelsInGroup(group).map((level) => level.track)).size).toBe(1);
    expect(levelsInGroup('lead-staff-principal').map((level) => level.id)).toEqual(['lead', 'staff', 'principal']);
    expect(levelsInGroup('senior').map((level) => level.id)).toEqual(['senior']);
  });
});
