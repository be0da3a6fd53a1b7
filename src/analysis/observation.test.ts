import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { AS_OF, NO_INDEX, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { loadObservations, monthsAfter, monthsBefore } from './observation.js';

const load = (pay: readonly RowOf<'pay'>[], changes = {}, ageing = NO_INDEX) =>
  loadObservations(memoryStore({ pay }), questionWith(changes), ageing);

describe('the observations of a catalogued role', () => {
  it('are those of its family in the country, whatever their basis', async () => {
    const { rows, exclusions } = await load([
      payRow({ employer: 1 }),
      payRow({ employer: 2, role: 'data-scientist', basis: 'filed' }),
      payRow({ employer: 3, role: 'accountant' }),
      payRow({ employer: 4, role: null }),
      payRow({ employer: 5, country: 'CA' }),
    ]);
    expect(rows.map((row) => row.employer)).toEqual([1, 2]);
    expect(exclusions).toEqual([]);
  });

  it('leave out and count another currency, what is too old and what may come later', async () => {
    const { rows, exclusions } = await load([
      payRow({ employer: 1, currency: 'EUR' }),
      payRow({ employer: 2, seenFrom: '2020-01-01', seenTo: '2023-04-14' }),
      payRow({ employer: 3, seenFrom: '2020-01-01', seenTo: '2023-04-15' }),
      payRow({ employer: 4, seenFrom: '2026-04-01', seenTo: AS_OF }),
      payRow({ employer: 5, seenFrom: '2026-04-01', seenTo: '2026-04-16' }),
      payRow({ employer: 6, seenFrom: '2026-05-01', seenTo: '2026-05-02' }),
    ]);
    expect(rows.map((row) => row.employer).sort()).toEqual([3, 4]);
    expect(exclusions).toEqual([
      { reason: 'pay not in USD', count: 1 },
      { reason: 'seen more than 36 months before 2026-04-15', count: 1 },
      { reason: 'possibly seen after 2026-04-15', count: 2 },
    ]);
  });

  it('move with an earlier as-of date', async () => {
    const { rows, exclusions } = await load([payRow()], { asOf: '2026-03-30' });
    expect(rows).toEqual([]);
    expect(exclusions).toEqual([{ reason: 'possibly seen after 2026-03-30', count: 1 }]);
  });

  it('are carried by the index, both ends, with the stated amounts kept', async () => {
    const index = { ...NO_INDEX, factorFrom: (from: string) => (from === '2026-03-01' ? 1.1 : 1) };
    const { rows } = await load([payRow()], {}, index);
    expect(rows[0]).toMatchObject({ statedLow: 100_000, statedHigh: 140_000 });
    expect(rows[0]!.low).toBeCloseTo(110_000, 6);
    expect(rows[0]!.high).toBeCloseTo(154_000, 6);
  });

  it('vary together by employer, or by range and year where none is named', async () => {
    const { rows } = await load([
      payRow({ employer: 7 }),
      payRow({ employer: null, seenFrom: '2025-05-01', seenTo: '2025-05-31' }),
      payRow({ employer: null, seenFrom: '2025-08-01', seenTo: '2025-08-31' }),
      payRow({ employer: null, seenFrom: '2026-01-01', seenTo: '2026-01-31' }),
    ]);
    const clusters = rows.map((row) => row.cluster);
    expect(new Set(clusters)).toEqual(new Set(['7', '100000-140000-2025', '100000-140000-2026']));
    expect(clusters).toHaveLength(4);
  });
});

describe('the observations of an occupation', () => {
  const nurse = {
    role: { id: 'soc-29-1141', name: 'Registered Nurses', family: null },
    familyRoles: [],
    familyName: null,
    titleKey: 'registered nurse',
    occupations: [{ soc: '29-1141', title: 'Registered Nurses', share: 1 }],
  };

  it('are filed wages of its code and advertised ranges of its title', async () => {
    const { rows } = await load(
      [
        payRow({ employer: 1, basis: 'filed', soc: '29-1141', title: 'rn' }),
        payRow({ employer: 2, basis: 'filed', soc: '29-1171', title: 'registered nurse' }),
        payRow({ employer: 3, title: 'registered nurse', role: null }),
        payRow({ employer: 4, title: 'nurse', role: null }),
      ],
      nurse,
    );
    expect(rows.map((row) => row.employer)).toEqual([1, 3]);
  });

  it('are none where the title fits nothing', async () => {
    expect(await load([payRow()], { ...nurse, occupations: [] })).toEqual({ rows: [], exclusions: [] });
  });
});

describe('what is implausible', () => {
  const around = (count: number) =>
    Array.from({ length: count }, (_, i) => payRow({ employer: i, annualLow: 100_000 + 500 * i, annualHigh: 140_000 }));
  const absurd = payRow({ employer: 999, annualLow: 5_000_000, annualHigh: 9_000_000 });

  it('is left out and counted from twenty rows of a source on', async () => {
    const { rows, exclusions } = await load([...around(19), absurd]);
    expect(rows.map((row) => row.employer)).not.toContain(999);
    expect(rows).toHaveLength(19);
    expect(exclusions.map((exclusion) => exclusion.count)).toEqual([1]);
    expect((await load([...around(18), absurd])).rows).toHaveLength(19);
  });

  it('is judged within its own source', async () => {
    const elsewhere = Array.from({ length: 19 }, (_, i) => payRow({ employer: i, source: 'filings' }));
    expect((await load([...elsewhere, { ...absurd, source: 'boards' }])).exclusions).toEqual([]);
  });
});

describe('months before and after', () => {
  it.each([
    ['2026-04-15', 36, '2023-04-15'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-10', 1, '2025-12-10'],
    ['2026-01-10', 0, '2026-01-10'],
  ])('%s less %i is %s', (date, months, before) => {
    expect(monthsBefore(date, months)).toBe(before);
  });

  it.each([
    ['2026-04-15', 12, '2027-04-15'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-08-08', 5, '2027-01-08'],
  ])('%s and %i is %s', (date, months, after) => {
    expect(monthsAfter(date, months)).toBe(after);
  });
});
