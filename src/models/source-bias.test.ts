import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow, payRow } from '../../test/fixtures/market-rows.js';
import type { RowOf } from '../query/tables.js';
import { fitSourceBiases } from './source-bias.js';

/** Ten roles, each of one occupation, official pay from 60,000 to 191,000. */
const ROLES = Array.from({ length: 10 }, (_, i) => ({
  role: `role-${i}`,
  soc: `15-10${10 + i}`,
  official: 60_000 + 14_600 * i,
}));
const OFFICIAL = ROLES.map(({ soc, official }) => officialRow({ soc, p50: official }));
const CENTRE = 120_000;

const LEVELS = [null, 'mid', 'senior', 'lead'] as const;

/** Offers of every role by so many employers at all levels, at the source's own bias and two per cent apart. */
function source(
  name: string,
  { intercept, slope = 0 }: { intercept: number; slope?: number },
  changes: Partial<RowOf<'pay'>> & { roles?: number; employers?: number } = {},
): RowOf<'pay'>[] {
  const { roles = ROLES.length, employers = 6, ...rest } = changes;
  return ROLES.slice(0, roles).flatMap(({ role, soc, official }) =>
    Array.from({ length: employers }, (_, employer) =>
      LEVELS.map((level) => {
        const bias = intercept + slope * Math.log(official / CENTRE);
        const annual = Math.round(official * Math.exp(bias + 0.01 * (employer - (employers - 1) / 2)));
        const filed = rest.basis === 'filed' ? { soc } : {};
        return payRow({
          source: name,
          role,
          level,
          employer,
          annualLow: annual,
          annualHigh: annual,
          ...filed,
          ...rest,
        });
      }),
    ).flat(),
  );
}

const FILINGS = source('filings', { intercept: -0.1 }, { basis: 'filed' });

async function fitted(pay: readonly RowOf<'pay'>[], designEffect = 1) {
  const parameters = await fitSourceBiases(memoryStore({ pay, official: OFFICIAL }), designEffect);
  return new Map(parameters.map(({ name, value }) => [name, value]));
}

describe('the biases of sources', () => {
  it('are lines in official pay, each source apart', async () => {
    const found = await fitted([...FILINGS, ...source('boards', { intercept: 0.3, slope: -0.4 })]);
    expect(found.get('source-bias.centre')).toBeCloseTo(Math.log(CENTRE), 12);
    expect(found.get('source-bias.boards.intercept')).toBeCloseTo(0.3, 1);
    expect(found.get('source-bias.boards.slope')).toBeCloseTo(-0.4, 2);
    expect(found.get('source-bias.filings.intercept')).toBeCloseTo(-0.1, 1);
    expect(found.get('source-bias.filings.slope')).toBeCloseTo(0, 2);
    expect(found.get('source-bias.boards.tau')).toBe(0);
    expect(found.get('source-bias.boards.envelope')).toBeCloseTo(0, 6);
    expect(found.has('source-bias.residual-sd')).toBe(false);
  });

  it('are not identified from few roles, few employers or no official figure', async () => {
    const has = async (pay: readonly RowOf<'pay'>[]) =>
      (await fitted([...FILINGS, ...pay])).has('source-bias.boards.intercept');
    const bias = { intercept: 0.3 };
    expect(await has(source('boards', bias, { roles: 8 }))).toBe(true);
    expect(await has(source('boards', bias, { roles: 7 }))).toBe(false);
    expect(await has(source('boards', bias, { employers: 4 }))).toBe(false);
    for (const changes of [{ country: 'DE' }, { currency: 'EUR' }, { seenTo: '2020-01-31' }, { level: 'intern' }]) {
      expect(await has(source('boards', bias, changes))).toBe(false);
    }
    expect(await fitSourceBiases(memoryStore({ pay: FILINGS }), 1)).toEqual([]);
    expect(await fitSourceBiases(memoryStore({}), 1)).toEqual([]);
  });

  it('need filings that say what a role is', async () => {
    expect((await fitted(source('boards', { intercept: 0.3 }))).size).toBe(0);
  });

  it('count ranges for employers where none is named, over the design effect', async () => {
    const ranges = source('index', { intercept: 0.2 }).map((row) => ({ ...row, employer: null }));
    expect((await fitted([...FILINGS, ...ranges], 1.1)).has('source-bias.index.intercept')).toBe(true);
    expect((await fitted([...FILINGS, ...ranges], 2)).has('source-bias.index.intercept')).toBe(false);
  });

  it('are as wide as the mixes of levels lie apart', async () => {
    const skewed = source('boards', { intercept: 0.3 }).flatMap((row) => {
      const rise = row.level === 'lead' ? 1.3 : row.level === 'senior' ? 1.2 : 1;
      const annual = Math.round(row.annualLow * rise);
      const moved = { ...row, annualLow: annual, annualHigh: annual };
      return row.level === 'mid' ? [moved, moved, moved, moved] : [moved];
    });
    const found = await fitted([...FILINGS, ...skewed]);
    expect(found.get('source-bias.boards.envelope')).toBeGreaterThan(0.03);
    expect(found.get('source-bias.filings.envelope')).toBeCloseTo(0, 6);
  });

  it('leave between posted sources what the lines do not explain', async () => {
    const odd = source('radar', { intercept: 0.5 }).map((row) => {
      const annual = Math.round(row.annualLow * (Number(row.role!.slice(5)) % 2 === 0 ? 1.2 : 1 / 1.2));
      return { ...row, annualLow: annual, annualHigh: annual };
    });
    const boards = source('boards', { intercept: 0.3 });
    const alike = await fitted([...FILINGS, ...boards, ...source('radar', { intercept: 0.5 })]);
    const apart = await fitted([...FILINGS, ...boards, ...odd]);
    expect(alike.get('source-bias.residual-sd')).toBe(0);
    expect(apart.get('source-bias.residual-sd')).toBeGreaterThan(0.1);
  });

  it('do not depend on the order of rows', async () => {
    const rows = [...FILINGS, ...source('boards', { intercept: 0.3, slope: -0.4 })];
    expect([...(await fitted([...rows].reverse()))]).toEqual([...(await fitted(rows))]);
  });
});
