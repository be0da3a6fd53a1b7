import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { requirements } from './requirements.js';

const tool = (soc: string, name: string, changes: Partial<RowOf<'software'>> = {}): RowOf<'software'> => ({
  source: 'tools',
  soc,
  name,
  category: 'Development',
  hot: false,
  inDemand: false,
  ...changes,
});
const occupation = (soc: string, jobZone: number | null): RowOf<'occupations'> => ({
  source: 'soc',
  soc,
  title: `Title of ${soc}`,
  major: '15-0000',
  majorTitle: 'Computer',
  broad: '15-1250',
  broadTitle: 'Software',
  jobZone,
});
const share = (soc: string, of: number) => ({ soc, title: soc, share: of });
const ask = (
  software: readonly RowOf<'software'>[],
  occupations = [share('15-1252', 0.5625), share('15-2051', 0.1875), share('15-1243', 0.09)],
  known: readonly RowOf<'occupations'>[] = [],
) => requirements(memoryStore({ software, occupations: known }), questionWith({ occupations }));

describe('the tools of a role', () => {
  it('come from its leading occupations, weighted among them', async () => {
    const { tools, rows, source } = await ask([
      tool('15-1252', 'Python', { inDemand: true }),
      tool('15-2051', 'Python'),
      tool('15-2051', 'R', { inDemand: true }),
    ]);
    expect([rows, source]).toEqual([3, 'tools']);
    expect(tools.map((entry) => [entry.name, entry.listedShare, entry.inDemandShare])).toEqual([
      ['Python', 1, 0.75],
      ['R', 0.25, 0.25],
    ]);
  });

  it('are not those of an occupation below a tenth of the mix, unless it leads', async () => {
    const software = [tool('15-1243', 'Oracle', { inDemand: true }), tool('15-1252', 'Git')];
    expect((await ask(software)).tools.map((entry) => entry.name)).toEqual(['Git']);
    const atTheLimit = [share('15-1252', 0.9), share('15-1243', 0.1)];
    expect((await ask(software, atTheLimit)).tools.map((entry) => entry.name)).toEqual(['Oracle', 'Git']);
    const thin = [share('15-1243', 0.05), share('15-1252', 0.04)];
    expect((await ask(software, thin)).tools).toMatchObject([{ name: 'Oracle', listedShare: 1 }]);
  });

  it('count once where an occupation lists them in two categories', async () => {
    const { tools } = await ask([
      tool('15-1252', 'Excel', { category: 'Office' }),
      tool('15-1252', 'Excel', { category: 'Spreadsheets', inDemand: true, hot: true }),
    ]);
    expect(tools).toMatchObject([
      { name: 'Excel', category: 'Office', listedShare: 0.75, inDemandShare: 0.75, hot: true },
    ]);
  });

  it('come in the order of demand, then heat, then listing, then name', async () => {
    const { tools } = await ask([
      tool('15-2051', 'B'),
      tool('15-2051', 'A'),
      tool('15-1252', 'Z'),
      tool('15-2051', 'Hot', { hot: true }),
      tool('15-2051', 'Asked', { inDemand: true }),
    ]);
    expect(tools.map((entry) => entry.name)).toEqual(['Asked', 'Hot', 'Z', 'A', 'B']);
  });
});

describe('the preparation of a role', () => {
  it('is the job zone of the first occupation that has one', async () => {
    const known = [occupation('15-1252', null), occupation('15-2051', 5), occupation('15-1243', 4)];
    expect((await ask([], undefined, known)).jobZone).toEqual({ zone: 5, occupation: 'Title of 15-2051' });
    expect((await ask([], [share('15-1252', 1)], known)).jobZone).toBeNull();
  });
});

it('requires nothing where nothing is known', async () => {
  const nothing = { source: null, tools: [], rows: 0, jobZone: null };
  expect(await ask([])).toEqual(nothing);
  expect(await ask([tool('15-1252', 'Git')], [])).toEqual(nothing);
});
