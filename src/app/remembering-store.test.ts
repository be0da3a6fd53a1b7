import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { storeContract } from '../../test/contract/store.contract.js';
import { select } from '../query/plan.js';
import { rememberingStore } from './remembering-store.js';

storeContract('The remembering store', async (rows) => rememberingStore(memoryStore(rows), 3));

const exposure = ['a', 'b', 'c'].map((soc, value) => ({ source: 'paper', measure: 'm', soc, value }));
const ask = (soc: string) => select('exposure', ['value'], [{ column: 'soc', is: soc }]);

describe('the remembering store', () => {
  it('reads equal plans once, even when they are asked at the same time', async () => {
    const store = memoryStore({ exposure });
    const remembering = rememberingStore(store, 8);
    const both = await Promise.all([remembering.read(ask('a')), remembering.read(ask('a'))]);
    expect(both).toEqual([[{ value: 0 }], [{ value: 0 }]]);
    expect(await remembering.read(ask('a'))).toEqual([{ value: 0 }]);
    expect(await remembering.read(ask('b'))).toEqual([{ value: 1 }]);
    expect(store.plans).toHaveLength(2);
  });

  it('tells plans apart by table, columns, conditions and limit', async () => {
    const store = memoryStore({ exposure });
    const remembering = rememberingStore(store, 8);
    await remembering.read(select('exposure', ['value']));
    await remembering.read(select('exposure', ['soc']));
    await remembering.read(select('exposure', ['value'], [], 1));
    await remembering.read(select('exposure', ['value'], [{ column: 'soc', in: ['a'] }]));
    await remembering.read(select('series', ['value']));
    expect(store.plans).toHaveLength(5);
  });

  it('forgets what was asked longest ago', async () => {
    const store = memoryStore({ exposure });
    const remembering = rememberingStore(store, 2);
    for (const soc of ['a', 'b', 'a', 'c', 'a', 'b']) await remembering.read(ask(soc));
    expect(store.plans.map((plan) => JSON.stringify(plan.where)).map((where) => /"is":"(.)"/.exec(where)![1])).toEqual([
      'a',
      'b',
      'c',
      'b',
    ]);
  });

  it('does not remember a failure', async () => {
    let reads = 0;
    const failing = {
      ...memoryStore({}),
      read: async () => {
        reads += 1;
        if (reads === 1) throw new Error('disk');
        return [];
      },
    };
    const remembering = rememberingStore(failing, 2);
    await expect(remembering.read(ask('a'))).rejects.toThrow('disk');
    expect(await remembering.read(ask('a'))).toEqual([]);
    expect(reads).toBe(2);
  });

  it('shows the manifest and closes the store behind it', async () => {
    const closed: string[] = [];
    const store = { ...memoryStore({}, { asOf: '2020-01-01' }), close: async () => void closed.push('closed') };
    const remembering = rememberingStore(store, 1);
    expect(remembering.manifest.asOf).toBe('2020-01-01');
    await remembering.close();
    expect(closed).toEqual(['closed']);
  });
});
