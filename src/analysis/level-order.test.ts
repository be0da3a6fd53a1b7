import { describe, expect, it } from 'vitest';
import { levelOf } from '../../test/fixtures/question.js';
import type { Level, LevelId } from '../core/level.js';
import type { Headline } from './headline.js';
import { levelOrder } from './level-order.js';

type Pages = Readonly<Partial<Record<LevelId | 'all', readonly ['own' | 'together' | 'official', number]>>>;

/** Headlines with nothing but a median and the scope that carries it. */
const headlines =
  (pages: Pages) =>
  (level: Level | null): Headline | null => {
    const page = pages[level?.id ?? 'all'];
    if (page === undefined) return null;
    const kind = page[0] === 'own' ? 'asked' : 'all-levels';
    const observed = page[0] === 'official' ? null : { carried: { scope: { kind } } };
    return { percentiles: { '50': { value: page[1], low: null, high: null } }, observed } as unknown as Headline;
  };
const order = (asked: LevelId | null, pages: Pages) => {
  const found = levelOrder(asked === null ? null : levelOf(asked), headlines(pages));
  const written = (list: readonly { readonly level: Level | null; readonly value: number }[]) =>
    list.map(({ level, value }) => `${level?.id ?? 'all'} ${value}`);
  return {
    lower: written(found.lowerShowMore),
    higher: written(found.higherShowLess),
    together: written(found.higherShowTogether),
  };
};
const NONE = { lower: [], higher: [], together: [] };

describe('the order of the levels', () => {
  it('has nothing to say where it holds', () => {
    const pages: Pages = { mid: ['own', 100], senior: ['own', 120], lead: ['own', 150], all: ['own', 110] };
    for (const level of ['mid', 'senior', 'lead'] as const) expect(order(level, pages)).toEqual(NONE);
    expect(order(null, pages)).toEqual(NONE);
  });

  it('is said on both pages where a higher level shows less', () => {
    const pages: Pages = { mid: ['own', 130], senior: ['own', 120], principal: ['own', 125] };
    expect(order('senior', pages)).toEqual({ ...NONE, lower: ['mid 130'] });
    expect(order('mid', pages)).toEqual({ ...NONE, higher: ['senior 120', 'principal 125'] });
    expect(order('principal', pages)).toEqual({ ...NONE, lower: ['mid 130'] });
  });

  it('does not hold lead against staff, or one track against the other', () => {
    expect(order('lead', { lead: ['own', 100], staff: ['own', 200], manager: ['own', 90], vp: ['own', 50] })).toEqual(
      NONE,
    );
    expect(order('manager', { manager: ['own', 100], senior: ['own', 300] })).toEqual(NONE);
  });

  it('expects senior levels above all levels together', () => {
    const pages: Pages = { senior: ['own', 100], mid: ['own', 90], all: ['own', 105] };
    expect(order('senior', pages)).toEqual({ ...NONE, lower: ['all 105'] });
    expect(order('mid', pages)).toEqual(NONE);
    expect(order(null, pages)).toEqual({ ...NONE, higher: ['senior 100'] });
  });

  it('expects a level above all levels together where a lower page shows those', () => {
    const pages: Pages = { entry: ['together', 105], mid: ['own', 100], all: ['own', 105] };
    expect(order('mid', pages)).toEqual({ ...NONE, lower: ['all 105'] });
  });

  it('says so where a higher level only shows all levels together, and less', () => {
    const pages: Pages = { senior: ['own', 150], principal: ['together', 110], all: ['own', 110] };
    expect(order('senior', pages)).toEqual({ ...NONE, together: ['principal 110'] });
    expect(order('principal', pages)).toEqual({ ...NONE, lower: ['senior 150'] });
    const official: Pages = { senior: ['own', 150], principal: ['official', 110], all: ['official', 110] };
    expect(order('senior', official).together).toEqual(['principal 110']);
  });

  it('compares amounts as they are shown, in whole units', () => {
    expect(order('senior', { senior: ['own', 99.6], mid: ['own', 100.4] })).toEqual(NONE);
  });

  it('is silent without a figure', () => {
    expect(order('senior', { mid: ['own', 100], all: ['own', 100] })).toEqual(NONE);
    expect(order(null, {})).toEqual(NONE);
  });
});
