import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../test/contract/memory-store.js';
import { storeContract } from '../../../test/contract/store.contract.js';
import { payRow } from '../../../test/fixtures/market-rows.js';
import { select } from '../../query/plan.js';
import { sharedReads } from './shared-reads.js';

storeContract('A store that reads whole parts', async (rows) => sharedReads(memoryStore(rows), 0));
storeContract('A store that reads whole parts after some questions', async (rows) => sharedReads(memoryStore(rows), 2));

const rows = {
  pay: ['plumber', 'nurse', 'plumber', 'clerk'].flatMap((title, index) => [
    payRow({ title, employer: 9 - index, soc: index < 2 ? '29-1141' : null, seenTo: '2026-03-31' }),
    payRow({ title, employer: index, basis: 'filed', soc: '29-1141', country: index === 3 ? 'GB' : 'US' }),
  ]),
};
const byTitle = (title: string, basis = 'posted') =>
  select(
    'pay',
    ['title', 'employer'],
    [
      { column: 'country', is: 'US' },
      { column: 'basis', is: basis },
      { column: 'title', is: title },
    ],
  );

describe('reads shared by many questions', () => {
  it('ask the store once for a part, and give what it would give', async () => {
    const plain = memoryStore(rows);
    const behind = memoryStore(rows);
    const shared = sharedReads(behind, 1);
    for (const title of ['plumber', 'nurse', 'clerk', 'plumber', 'nobody', 'toString', 'nurse']) {
      expect(await shared.read(byTitle(title))).toEqual(await plain.read(byTitle(title)));
    }
    expect(behind.plans).toHaveLength(2);
    expect(behind.plans[1]!.where).toEqual([
      { column: 'country', is: 'US' },
      { column: 'basis', is: 'posted' },
    ]);
  });

  it('keep questions of other kinds apart', async () => {
    const plain = memoryStore(rows);
    const shared = sharedReads(memoryStore(rows), 0);
    const country = select(
      'pay',
      ['title'],
      [
        { column: 'country', is: 'GB' },
        { column: 'title', is: 'clerk' },
      ],
    );
    const occupation = select('pay', ['employer'], [{ column: 'soc', in: ['29-1141', '00-0000'] }]);
    const several = select('pay', ['employer', 'seenTo'], [{ column: 'title', in: ['plumber', 'nurse', 'plumber'] }]);
    for (const plan of [byTitle('plumber', 'filed'), country, occupation, several, byTitle('plumber')]) {
      expect(await shared.read(plan as never)).toEqual(await plain.read(plan as never));
    }
  });

  it('do not keep a failure', async () => {
    let reads = 0;
    const behind = memoryStore(rows);
    const failing = {
      ...behind,
      read: async (plan: never) => {
        reads += 1;
        if (reads === 1) throw new Error('disk');
        return behind.read(plan);
      },
    } as typeof behind;
    const shared = sharedReads(failing, 0);
    await expect(shared.read(byTitle('nurse'))).rejects.toThrow('disk');
    expect(await shared.read(byTitle('nurse'))).toHaveLength(1);
  });
});
