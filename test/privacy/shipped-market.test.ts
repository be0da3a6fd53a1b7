/** What the shipped market says about persons and about employers who never advertised. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { select } from '../../src/query/plan.js';
import { openStore } from '../../src/store/duckdb/store.js';
import type { Store } from '../../src/store/port.js';
import { SHIPPED_MARKET } from '../cli/command-line.js';

/** What stands for a wording that one filing employer alone uses. */
const WITHHELD = 'withheld';

let store: Store;
beforeAll(async () => {
  store = await openStore(SHIPPED_MARKET);
});
afterAll(() => store.close());

const payOf = (basis: string) =>
  store.read(select('pay', ['title', 'employer', 'source'], [{ column: 'basis', is: basis }]));

describe('the shipped market', () => {
  it('names no filing employer, unless it advertises', async () => {
    const [filed, posted, postings, named] = await Promise.all([
      payOf('filed'),
      payOf('posted'),
      store.read(select('postings', ['employer'])),
      store.read(select('employers', ['employer', 'source'])),
    ]);
    expect(filed.length).toBeGreaterThan(10_000);
    const filers = new Set(filed.map(({ source }) => source));
    expect(named.filter(({ source }) => filers.has(source))).toEqual([]);
    const advertisers = new Set([...posted, ...postings].map(({ employer }) => employer));
    expect(named.filter(({ employer }) => !advertisers.has(employer))).toEqual([]);
  });

  it('gives employers plain numbers, from which no name can be guessed', async () => {
    const rows = await payOf('filed');
    const ids = [...new Set(rows.map(({ employer }) => employer))];
    expect(ids).not.toContain(null);
    expect(Math.max(...(ids as number[]))).toBeLessThan(1_000_000);
  });

  it('withholds every wording of a filed title that one employer alone uses', async () => {
    const employers = new Map<string, Set<number | null>>();
    for (const { title, employer } of await payOf('filed')) {
      const users = employers.get(title) ?? new Set();
      employers.set(title, users.add(employer));
    }
    expect(employers.get(WITHHELD)!.size).toBeGreaterThan(1_000);
    const alone = [...employers].filter(([title, users]) => title !== WITHHELD && users.size < 2);
    expect(alone.map(([title]) => title)).toEqual([]);
  });

  it('shows single words of filed titles only where several filers use them', async () => {
    const rows = await store.read(select('pay', ['title', 'words', 'employer'], [{ column: 'basis', is: 'filed' }]));
    const users = new Map<string, Set<number | null>>();
    const shown = new Set<string>();
    for (const { title, words, employer } of rows) {
      const used = (title === WITHHELD ? (words ?? '') : title).split(' ').filter((word) => word !== '');
      for (const word of used) users.set(word, (users.get(word) ?? new Set()).add(employer));
      if (title === WITHHELD) for (const word of used) shown.add(word);
    }
    expect(shown.size).toBeGreaterThan(100);
    expect([...shown].filter((word) => users.get(word)!.size < 5)).toEqual([]);
  });

  it('holds no data of a user', async () => {
    const manifest = readFileSync(join(SHIPPED_MARKET, 'manifest.json'), 'utf8');
    expect(JSON.parse(manifest).sources.map(({ id }: { id: string }) => id)).not.toContain('mine');
    expect(await payOf('paid')).toEqual([]);
  });
});
