import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import type { RowOf } from '../query/tables.js';
import { fitLevelRatios } from './level-ratios.js';

const ROLES: RowOf<'roles'>[] = ['data-engineer', 'software-engineer'].map((role) => ({
  source: 'goingrate',
  role,
  name: role,
  family: role.split('-')[0]!,
  familyName: role,
  match: 'exact',
  phrase: role,
}));

/** Employers that pay the second level so much more than the first, each at a pay of its own. */
function employers(count: number, factor: number, changes: Partial<RowOf<'pay'>> = {}, levels = ['mid', 'senior']) {
  return Array.from({ length: count }, (_, employer) => {
    const base = 80_000 + 5_000 * employer;
    return levels.map((level, i) => {
      const annual = i === 0 ? base : Math.round(base * factor * (employer % 2 === 0 ? 1.02 : 1 / 1.02));
      return payRow({ employer, level, annualLow: annual, annualHigh: annual, ...changes });
    });
  }).flat();
}

async function fitted(pay: readonly RowOf<'pay'>[]) {
  const parameters = await fitLevelRatios(memoryStore({ pay, roles: ROLES }));
  return new Map(parameters.map((parameter) => [parameter.name, parameter]));
}

describe('the ratios of levels of a market', () => {
  it('rest on employers with both levels, five at least', async () => {
    const found = await fitted(employers(6, 1.25));
    expect([...found.keys()]).toEqual(['level-ratio.posted.senior-over-mid', 'level-ratio.posted.senior-over-mid.sd']);
    const ratio = found.get('level-ratio.posted.senior-over-mid')!;
    expect(ratio.n).toBe(6);
    expect(ratio.value).toBeCloseTo(Math.log(1.25), 3);
    expect(found.get('level-ratio.posted.senior-over-mid.sd')!.value).toBeCloseTo(Math.log(1.02) / Math.sqrt(5), 4);
    expect((await fitted(employers(4, 1.25))).size).toBe(0);
  });

  it('are fitted by basis, and for families with fifteen employers', async () => {
    const filed = employers(15, 1.1, { basis: 'filed', source: 'filings', soc: '15-1252' });
    const found = await fitted([...filed, ...employers(14, 1.3)]);
    expect([...found.keys()].filter((name) => !name.endsWith('sd'))).toEqual([
      'level-ratio.posted.senior-over-mid',
      'level-ratio.filed.senior-over-mid',
      'level-ratio.filed.data.senior-over-mid',
    ]);
    expect(found.get('level-ratio.filed.senior-over-mid')!.value).toBeCloseTo(Math.log(1.1), 2);
  });

  it('take jobs without a stated level for a level of their own', async () => {
    const rows = employers(8, 1.25).map((row) => (row.level === 'mid' ? { ...row, level: null } : row));
    expect((await fitted(rows)).get('level-ratio.posted.senior-over-unstated')!.value).toBeCloseTo(Math.log(1.25), 3);
  });

  it('compare nothing across roles, places, sources or stated occupations, or without an employer', async () => {
    const rows = employers(8, 1.25);
    const moved = (changes: Partial<RowOf<'pay'>>) =>
      rows.map((row) => (row.level === 'mid' ? row : { ...row, ...changes }));
    for (const changes of [
      { region: 'US-TX' },
      { role: 'software-engineer' },
      { source: 'other' },
      { soc: '15-2051' },
    ]) {
      expect((await fitted(moved(changes))).size).toBe(0);
    }
    for (const changes of [{ employer: null }, { role: null }, { country: 'DE' }, { currency: 'EUR' }]) {
      expect((await fitted(rows.map((row) => ({ ...row, ...changes })))).size).toBe(0);
    }
    expect((await fitted([])).size).toBe(0);
  });

  it('say how far roles differ where five roles have employers enough', async () => {
    const role = (name: string, factor: number) => employers(6, factor, { role: name });
    const alike = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => role(name, 1.25));
    const apart = ['a', 'b', 'c', 'd', 'e'].flatMap((name, i) => role(name, 1.1 + 0.1 * i));
    const spread = async (rows: readonly RowOf<'pay'>[]) =>
      (await fitted(rows)).get('level-ratio.posted.senior-over-mid.role-sd');
    expect((await spread(alike))!.value).toBe(0);
    expect((await spread(apart))!.value).toBeGreaterThan(0.1);
    expect((await spread(apart))!.n).toBe(5);
    expect(await spread(role('a', 1.25))).toBeUndefined();
  });
});
