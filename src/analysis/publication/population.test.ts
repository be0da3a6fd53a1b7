import { describe, expect, it } from 'vitest';
import { populationOf, type StatedRecord } from './population.js';

const record = (changes: Partial<StatedRecord> = {}): StatedRecord => ({
  traits: { role: 'data-engineer', family: 'data', level: 'senior', country: 'US', state: null },
  currency: 'USD',
  value: 100_000,
  employer: 1,
  mark: 1,
  month: '2026-05',
  ...changes,
});

const about = { country: 'US', currency: 'USD' } as const;

describe('populationOf', () => {
  it('counts nobody twice in monthly payrolls', () => {
    const months = ['2026-03', '2026-04', '2026-05'];
    const records = months.flatMap((month) => [record({ month }), record({ month, mark: 2 })]);
    const of = (basis: 'paid' | 'posted') => populationOf({ ...about, basis, protection: 'persons', records });
    expect(of('paid').population?.records).toHaveLength(2);
    expect(of('paid').population?.period).toEqual({ from: '2026-05', to: '2026-05' });
    expect(of('paid').leftOut).toEqual([{ reason: 'earlier-payroll', count: 4 }]);
    expect(of('posted').population?.records).toHaveLength(6);
  });

  it('takes the newest month of each employer', () => {
    const records = [record({ employer: 1, month: '2026-02' }), record({ employer: 2, month: '2026-05' })];
    const { population } = populationOf({ ...about, basis: 'paid', protection: 'both', records });
    expect(population?.records).toHaveLength(2);
    expect(population?.period).toEqual({ from: '2026-02', to: '2026-05' });
  });

  it('leaves out what is older than twelve months and what is in another currency', () => {
    const records = [
      record({ month: '2025-05' }),
      record({ month: '2025-06' }),
      record({ month: '2026-05' }),
      record({ currency: 'EUR', month: '2026-06' }),
    ];
    const { population, leftOut } = populationOf({ ...about, basis: 'posted', protection: 'employers', records });
    expect(population?.records).toHaveLength(2);
    expect(leftOut).toEqual([
      { reason: 'other-currency', count: 1 },
      { reason: 'older', count: 1 },
    ]);
  });

  it('is none without records, and where the currency of the country is not known', () => {
    const none = { population: null, leftOut: [] };
    expect(populationOf({ ...about, basis: 'paid', protection: 'persons', records: [] })).toEqual(none);
    expect(
      populationOf({ country: 'XX', currency: null, basis: 'paid', protection: 'persons', records: [record()] }),
    ).toEqual({ population: null, leftOut: [{ reason: 'other-currency', count: 1 }] });
  });
});
