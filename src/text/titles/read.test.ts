import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTitleIndex } from './nearest.js';
import { combineEvidence, occupationShares, type TitleCandidate } from './occupations.js';
import { readTitle, type TitleKnowledge, titleKeys } from './read.js';
import { buildCatalogue, type RolesFile, rolePhrases } from './roles.js';

const file = JSON.parse(readFileSync(new URL('../../../reviewed/roles.json', import.meta.url), 'utf8')) as RolesFile;

const listing = (title: string, soc: string, source = 'onet'): TitleCandidate => ({
  source,
  key: titleKeys(title).occupation,
  title,
  soc,
  weight: 1,
});
const candidates: TitleCandidate[] = [
  ...[
    ['Registered Nurse', '29-1141'],
    ['Staff Nurse', '29-1141'],
    ['Director of Nursing', '11-9111'],
    ['Nurse Anesthetist', '29-1151'],
    ['Lead Generation Specialist', '13-1161'],
    ['Sales Associate', '41-2031'],
    ['Sales Associate', '41-4012'],
    ['Accountant', '13-2011'],
    ['Chief Executive Officer', '11-1011'],
    ['Elementary School Principal', '11-9032'],
    ['Elementary School Teacher', '25-2021'],
    ['Forklift Driver', '53-7051'],
    ['Forklift Mechanic', '49-3042'],
    ['Truck Driver', '53-3032'],
    ['Machine Setter', '51-4081'],
    ['Learning Coordinator', '25-9031'],
    ['Payroll Engineer', '17-2199'],
  ].map(([title, soc]) => listing(title as string, soc as string)),
  { source: 'lca', key: 'registered nurse', title: 'REGISTERED NURSE', soc: '29-1141', weight: 90 },
  { source: 'lca', key: 'accountant', title: 'ACCOUNTANT', soc: '13-2011', weight: 28 },
  { source: 'lca', key: 'accountant', title: 'ACCOUNTANT', soc: '43-3031', weight: 2 },
];
const knowledge: TitleKnowledge = {
  catalogue: buildCatalogue(rolePhrases(file)),
  roleOccupations: (role) =>
    role === 'machine-learning-engineer'
      ? [
          { soc: '15-2051', weight: 73 },
          { soc: '15-1252', weight: 83 },
          { soc: '15-1221', weight: 23 },
          { soc: '11-9199', weight: 1 },
        ]
      : [],
  candidates,
  occupation: (soc) => ({ title: `Title of ${soc}`, jobs: null }),
};
const read = (title: string) => readTitle(title, knowledge);

describe('readTitle', () => {
  it('reads a catalogued role with its level and mix of occupations', () => {
    const reading = read('Machine Learning Lead');
    expect(reading).toMatchObject({
      role: { id: 'machine-learning-engineer', name: 'Machine Learning Engineer', family: 'machine-learning' },
      level: { id: 'lead' },
      how: 'catalogue',
    });
    expect(reading?.occupations.map(({ soc }) => soc)).toEqual(['15-1252', '15-2051', '15-1221']);
    expect(reading?.occupations[0]?.share).toBeCloseTo(83 / 180, 3);
    expect(reading!.occupations.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['RN', 'soc-29-1141', null],
    ['Senior Registered Nurse', 'soc-29-1141', 'senior'],
    ['Staff Nurse', 'soc-29-1141', null],
    ['Director of Nursing', 'soc-11-9111', 'director'],
    ['Senior Director of Nursing', 'soc-11-9111', 'director'],
    ['Lead Generation Specialist', 'soc-13-1161', null],
    ['CEO', 'soc-11-1011', 'executive'],
    ['Elementary School Principal', 'soc-11-9032', null],
    ['Staff Accountant', 'soc-13-2011', null],
    ['Forklift driver II', 'soc-53-7051', 'mid'],
  ])('%s is %s', (title, role, level) => {
    const reading = read(title);
    expect([reading?.role.id, reading?.level?.id ?? null]).toEqual([role, level]);
  });

  it('mends typing errors', () => {
    expect(read('Regstered Nurse')).toMatchObject({ role: { id: 'soc-29-1141' }, how: 'nearest' });
    expect(read('Machine Lerning Engineer')).toMatchObject({ how: 'nearest' });
  });

  it('lists the other meanings of a title', () => {
    const reading = read('Sales Associate');
    expect(reading?.occupations.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(reading?.alternatives).toEqual(['Title of 41-4012']);
  });

  it.each(['asdf qwer', 'the', '12345', '🦄', 'purple monkey dishwasher', '__proto__', 'constructor', 'of and'])(
    'abstains on %s',
    (title) => {
      expect(read(title)).toBeNull();
    },
  );

  it.each(['', '   ', '\n\t'])('refuses a blank title', (title) => {
    expect(() => read(title)).toThrow(expect.objectContaining({ code: 'EMPTY_TITLE', exitCode: 2 }));
  });

  it('gives the same reading from an index made before', () => {
    const indexed = { ...knowledge, candidates: buildTitleIndex(candidates) };
    for (const title of ['RN', 'Regstered Nurse', 'Sales Associate'])
      expect(readTitle(title, indexed)).toEqual(read(title));
  });
});

describe('combineEvidence', () => {
  it('counts the listings together as ten employers', () => {
    const rows = candidates.filter(({ key }) => key === 'accountant');
    expect(combineEvidence('accountant', rows, (soc) => ({ title: soc, jobs: null }))).toEqual([
      { soc: '13-2011', weight: 38 },
      { soc: '43-3031', weight: 2 },
    ]);
  });

  const listing = (soc: string, source = 'onet') => ({
    source,
    key: 'truck driver',
    title: 'Truck Driver',
    soc,
    weight: 1,
  });
  const facts = (titles: Record<string, [string, number | null]>) => (soc: string) => {
    const [title, jobs] = titles[soc] ?? [soc, null];
    return { title, jobs };
  };

  it('divides the prior among listed occupations by their jobs', () => {
    const jobs = facts({ '53-3032': ['Heavy Truck Drivers', 3_000], '53-3033': ['Light Truck Drivers', 1_000] });
    expect(combineEvidence('truck driver', [listing('53-3032'), listing('53-3033')], jobs)).toEqual([
      { soc: '53-3032', weight: 7.5 },
      { soc: '53-3033', weight: 2.5 },
    ]);
  });

  it('gives the whole prior to the occupation that bears the name, whatever its jobs', () => {
    const named = facts({ '47-2111': ['Electricians', 10], '47-3013': ['Helpers--Electricians', 990] });
    const rows = [listing('47-2111'), listing('47-3013')].map((row) => ({ ...row, key: 'electrician' }));
    expect(combineEvidence('electrician', rows, named)).toEqual([{ soc: '47-2111', weight: 10 }]);
  });

  it('prefers the direct-match list to the wider one', () => {
    const rows = [listing('53-3032', 'soc'), listing('53-7062')];
    expect(combineEvidence('truck driver', rows, facts({}))).toEqual([{ soc: '53-3032', weight: 10 }]);
  });
});

describe('occupationShares', () => {
  it('drops small shares without giving them to the rest, and keeps six at most', () => {
    const even = Array.from({ length: 10 }, (_, i) => ({ soc: `11-000${i}`, weight: 10 }));
    const shares = occupationShares([...even, { soc: '99-0000', weight: 1 }], (soc) => soc);
    expect(shares).toHaveLength(6);
    expect(shares[0]?.share).toBeCloseTo(10 / 101, 3);
    expect(occupationShares([], (soc) => soc)).toEqual([]);
  });
});
