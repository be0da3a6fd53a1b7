import { describe, expect, it } from 'vitest';
import { observation, offersOf } from '../../test/fixtures/market-rows.js';
import { IN_CALIFORNIA, levelOf, NO_INDEX, questionWith } from '../../test/fixtures/question.js';
import { PERCENTILES } from './estimate.js';
import type { PayObservation } from './observation.js';
import { noKnownCells, type PayOptions, payOnBasis } from './pay.js';

const options = (borrow = true): PayOptions => ({ ageing: NO_INDEX, designEffect: 2, known: noKnownCells(), borrow });
const posted = (rows: readonly PayObservation[], changes = {}, borrow = true) =>
  payOnBasis(rows, 'posted', questionWith(changes), options(borrow));

const offers = (count: number, from: number, changes: Partial<PayObservation>) =>
  offersOf(count, (i) => ({ ...changes, employer: from + i, cluster: String(from + i) }));
const lead = { level: levelOf('lead') };

describe('which scope carries the figure', () => {
  it('is the cell asked about where ten employers speak', () => {
    const pay = posted(offers(10, 0, { level: 'lead' }), lead);
    expect(pay.carried!.scope.kind).toBe('asked');
    expect(pay.asked).toEqual({ n: 10, employers: 10, sources: ['boards'] });
  });

  it('is the group with direct support before the cell with a modelled one', () => {
    const rows = [...offers(6, 0, { level: 'lead' }), ...offers(6, 100, { level: 'staff' })];
    const pay = posted(rows, lead);
    expect(pay.carried!.scope.kind).toBe('level-group');
    expect(pay.bySource[0]!.support).toBe('direct');
    expect(pay.asked.n).toBe(6);
  });

  it('is the narrowest modelled one where nothing of the rung is direct', () => {
    const rows = [...offers(5, 0, { level: 'lead' }), ...offers(4, 100, { level: 'staff' })];
    expect(posted(rows, lead).carried!.scope.kind).toBe('asked');
  });

  it('is a modelled one of the level before a direct one of all levels or of a wider place', () => {
    const here = offers(5, 0, { level: 'lead' });
    const senior = offers(40, 100, { level: 'senior' });
    expect(posted([...here, ...senior], lead).carried!.scope.kind).toBe('asked');
    const elsewhere = offers(40, 100, { level: 'lead', region: 'US-TX' });
    const inState = posted([...here, ...elsewhere], { ...lead, ...IN_CALIFORNIA }).carried!.scope;
    expect([inState.place, inState.kind]).toEqual(['US-CA', 'asked']);
    const four = posted([...here.slice(1), ...elsewhere], { ...lead, ...IN_CALIFORNIA }).carried!.scope;
    expect([four.place, four.kind]).toEqual(['US', 'asked']);
  });

  it('is that of all levels when no level has enough', () => {
    const rows = [...offers(4, 0, { level: 'lead' }), ...offers(20, 100, { level: 'senior' })];
    const pay = posted(rows, { ...lead, familyRoles: ['data-engineer'] });
    expect(pay.carried!.scope.kind).toBe('all-levels');
    expect(pay.asked).toEqual({ n: 4, employers: 4, sources: ['boards'] });
    expect(pay.bySource[0]!.n).toBe(24);
  });

  it('is none below five effective employers, and what was found is still told', () => {
    const pay = posted(offers(4, 0, { level: 'lead' }), lead);
    expect(pay.carried).toBeNull();
    expect(pay.asked.n).toBe(4);
    expect(pay.bySource.map((entry) => [entry.n, entry.percentiles])).toEqual([[4, {}]]);
    expect(posted([])).toMatchObject({ carried: null, asked: { n: 0, employers: 0, sources: [] }, exactTitle: 0 });
  });

  it('never mixes bases', () => {
    const rows = [...offers(5, 0, { level: 'lead' }), ...offers(40, 100, { level: 'lead', basis: 'filed' })];
    expect(posted(rows, lead).bySource[0]!.n).toBe(5);
  });
});

describe('counts', () => {
  it('of the exact title count repeats, of any level and place', () => {
    const rows = [
      observation({ repeats: 3, region: 'US-TX', level: 'lead' }),
      observation({ repeats: 2, level: 'senior' }),
      observation({ repeats: 5, title: 'senior data engineer' }),
      observation({ repeats: 7, basis: 'filed' }),
    ];
    expect(posted(rows, { ...lead, ...IN_CALIFORNIA }).exactTitle).toBe(5);
  });

  it('of employers are unknown where a row names none', () => {
    const rows = [...offers(6, 0, { level: 'lead' }), observation({ employer: null, level: 'lead', source: 'jobs' })];
    expect(posted(rows, lead).asked).toEqual({ n: 7, employers: null, sources: ['boards', 'jobs'] });
  });
});

describe('percentiles a cell cannot support', () => {
  /** Forty employers at other levels whose ranges spread widely and evenly. */
  const wide = offersOf(40, (i) => ({
    employer: 500 + i,
    cluster: String(500 + i),
    level: 'senior',
    statedLow: 60_000 + 4000 * i,
    statedHigh: 80_000 + 4000 * i,
  }));
  const few = offers(10, 0, { level: 'lead' });
  const alone = { ...lead, familyRoles: ['data-engineer'] };

  it('take the spread of the next wider scope around their own median', () => {
    const { carried } = posted([...few, ...wide], alone);
    const parent = posted([...few, ...wide], { level: null, familyRoles: ['data-engineer'] }).carried!;
    expect(carried!.modelledPercentiles).toEqual(['10', '25', '75', '90']);
    expect(carried!.shapeScope!.kind).toBe('all-levels');
    const centre = carried!.percentiles['50']!.value;
    for (const key of carried!.modelledPercentiles) {
      const ratio = parent.percentiles[key]!.value / parent.percentiles['50']!.value;
      expect(carried!.percentiles[key]!.value / centre).toBeCloseTo(ratio, 9);
    }
    expect(centre).toBeCloseTo(120_000, 6);
  });

  it('have the uncertainty of the median and that of the spread', () => {
    const { carried } = posted([...few, ...wide], alone);
    const relative = (key: '50' | '90') =>
      Math.log(carried!.percentiles[key]!.high! / carried!.percentiles[key]!.value);
    expect(relative('90')).toBeGreaterThan(relative('50'));
  });

  it('stay absent where none is asked to lend or none can', () => {
    expect(Object.keys(posted([...few, ...wide], alone, false).carried!.percentiles)).toEqual(['50']);
    const { carried } = posted(few, alone);
    expect(Object.keys(carried!.percentiles)).toEqual(['50']);
    expect([carried!.modelledPercentiles, carried!.shapeScope]).toEqual([[], null]);
  });

  it('rise with the percentile even where own and borrowed ones would cross', () => {
    const rows = [
      ...offersOf(12, (i) => ({ level: 'lead', statedLow: 60_000 + 20_000 * i, statedHigh: 70_000 + 20_000 * i })),
      ...offersOf(60, (i) => ({ employer: 900 + i, cluster: String(900 + i), level: 'senior' })),
    ];
    const { percentiles, modelledPercentiles } = posted(rows, alone).carried!;
    expect(modelledPercentiles).toEqual(['10', '90']);
    const values = PERCENTILES.map((key) => percentiles[key]!.value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(percentiles['90']!.high!).toBeGreaterThanOrEqual(percentiles['90']!.value);
  });
});

describe('two sources of one basis', () => {
  it('are pooled when they agree and kept apart when they do not', () => {
    const one = offers(12, 0, { level: 'lead' });
    const other = (factor: number) =>
      offersOf(12, () => ({ source: 'jobs', level: 'lead', statedLow: 1e5 * factor, statedHigh: 1.4e5 * factor }));
    const close = posted([...one, ...other(1.1)], lead).carried!.pool;
    expect(close.agreement).toBe('agree');
    expect(close.percentiles['50']!.value).toBeCloseTo(120_000 * Math.sqrt(1.1), 3);
    const apart = posted([...one, ...other(1.5)], lead).carried!.pool;
    expect(apart.agreement).toBe('disagree');
    expect(apart.percentiles['50']!.low).toBeLessThan(120_000);
    expect(apart.percentiles['50']!.high).toBeGreaterThan(180_000);
  });
});
