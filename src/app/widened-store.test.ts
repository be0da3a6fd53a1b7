import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { storeContract } from '../../test/contract/store.contract.js';
import { officialRow, payRow } from '../../test/fixtures/market-rows.js';
import { type Condition, type Plan, select } from '../query/plan.js';
import type { TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';
import { widenedStore } from './widened-store.js';

storeContract('The widened store', async (rows) => widenedStore(memoryStore(rows)));

const SOCS = ['15-1252', '15-2051', '29-1141'];
const PLACES = ['US', 'US-CA', 'US-TX'];
const official = SOCS.flatMap((soc) =>
  PLACES.flatMap((place) =>
    [2023, 2024, 2025].map((year) => officialRow({ soc, place, year, p50: year + soc.length })),
  ),
);
const pay = ['US', 'GB'].flatMap((country) =>
  ['data-engineer', 'nurse', null].flatMap((role) =>
    ['posted', 'filed'].flatMap((basis) =>
      ['year', 'hour'].map((unit, at) =>
        payRow({ country, role, basis, unit, title: `t${at}`, soc: SOCS[at] as string }),
      ),
    ),
  ),
);
const software = SOCS.flatMap((soc) =>
  ['Excel', 'Python'].map((name) => ({
    source: 'o',
    soc,
    name,
    category: 'c',
    hot: name === 'Python',
    inDemand: false,
  })),
);
const MARKET = { official, pay, software };

async function expectSame<T extends TableName>(store: Store, plan: Plan<T>): Promise<void> {
  expect(await store.read(plan)).toEqual(await memoryStore(MARKET).read(plan));
}

describe('the widened store', () => {
  it('answers any sequence of plans as the engine does', async () => {
    const codes = fc.subarray([...SOCS, '00-0000', 'no such']);
    const officialPlan = fc
      .record({
        codes,
        places: fc.subarray([...PLACES, 'GB']),
        year: fc.integer({ min: 2022, max: 2026 }),
        wide: fc.boolean(),
      })
      .map(({ codes: socs, places, year, wide }) =>
        select('official', wide ? ['p50', 'soc', 'year'] : ['source', 'place', 'soc', 'year', 'mean'], [
          { column: 'soc', in: socs },
          { column: 'place', in: places },
          wide ? { column: 'year', atMost: year } : { column: 'year', is: year },
        ]),
      );
    const payPlan = fc
      .record({
        country: fc.constantFrom('US', 'GB', 'DE'),
        leading: fc.constantFrom<Condition<'pay'>>(
          { column: 'role', in: ['data-engineer', 'nurse'] },
          { column: 'role', is: null },
          { column: 'unit', in: ['hour'] },
          { column: 'title', is: 't1' },
          { column: 'soc', is: SOCS[1] as string },
          { column: 'annualLow', atLeast: 1 },
        ),
        basis: fc.constantFrom('posted', 'filed'),
      })
      .map(({ country, leading, basis }) =>
        select(
          'pay',
          ['title', 'unit', 'role'],
          [{ column: 'country', is: country }, leading, { column: 'basis', is: basis }],
        ),
      );
    const softwarePlan = codes.map((socs) => select('software', ['name', 'hot'], [{ column: 'soc', in: socs }]));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(officialPlan, payPlan, softwarePlan), { maxLength: 12 }), async (plans) => {
        const store = widenedStore(memoryStore(MARKET));
        for (const plan of plans) await expectSame(store, plan as unknown as Plan<TableName>);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a small table once for all questions about it', async () => {
    const store = memoryStore(MARKET);
    const widened = widenedStore(store);
    for (const soc of SOCS) await widened.read(select('software', ['name'], [{ column: 'soc', is: soc }]));
    expect(store.plans).toHaveLength(1);
  });

  it('reads each occupation of the official table once, and the whole of it after many reads', async () => {
    const store = memoryStore(MARKET);
    const widened = widenedStore(store);
    const ask = (socs: readonly string[], year: number) =>
      widened.read(
        select(
          'official',
          ['p50'],
          [
            { column: 'soc', in: socs },
            { column: 'year', is: year },
          ],
        ),
      );
    await ask(['15-1252', '15-2051'], 2024);
    await ask(['15-2051', '29-1141'], 2025);
    await ask(SOCS, 2023);
    expect(store.plans.map(({ where }) => where)).toEqual([
      [{ column: 'soc', in: ['15-1252', '15-2051'] }],
      [{ column: 'soc', in: ['29-1141'] }],
    ]);
    for (let at = 0; at < 60; at += 1) await ask([`99-${1000 + at}`], 2024);
    expect(store.plans.length).toBeLessThan(30);
    expect(await ask(SOCS, 2025)).toHaveLength(9);
  });

  it('lets the engine order rows that the order of the table leaves together', async () => {
    const twice = [officialRow({ p50: 2, mean: 1 }), officialRow({ p50: 1, mean: 2 })];
    const widened = widenedStore(memoryStore({ official: twice }));
    const soc = { column: 'soc', is: twice[0]?.soc ?? '' } as const;
    expect(await widened.read(select('official', ['p50'], [soc]))).toEqual([{ p50: 1 }, { p50: 2 }]);
    expect(await widened.read(select('official', ['mean'], [soc]))).toEqual([{ mean: 1 }, { mean: 2 }]);
  });

  it('does not remember a failure', async () => {
    const store = memoryStore(MARKET);
    let isBroken = true;
    const widened = widenedStore({
      ...store,
      read: (plan) => (isBroken ? Promise.reject(new Error('disk')) : store.read(plan)),
    });
    const plans = [
      select('official', ['p50'], [{ column: 'soc', is: '15-1252' }]),
      select('software', ['name'], [{ column: 'soc', is: '15-1252' }]),
    ];
    for (const plan of plans) await expect(widened.read(plan as never)).rejects.toThrow('disk');
    isBroken = false;
    expect(await widened.read(plans[0] as never)).toHaveLength(9);
    expect(await widened.read(plans[1] as never)).toHaveLength(2);
  });
});
