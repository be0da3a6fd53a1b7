import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { questionWith } from '../../test/fixtures/question.js';
import { LEVELS } from '../core/level.js';
import type { RowOf } from '../query/tables.js';
import { askedFor } from './asked-for.js';

const QUESTION = questionWith({});

const posting = (employer: number | null, changes: Partial<RowOf<'postings'>> = {}): RowOf<'postings'> => ({
  source: 'boards',
  country: QUESTION.place.country,
  role: QUESTION.role.id,
  level: null,
  region: null,
  title: 'data engineer',
  employer,
  seenFrom: QUESTION.asOf,
  seenTo: QUESTION.asOf,
  currency: null,
  annualLow: null,
  annualHigh: null,
  skills: 'python',
  credentials: '',
  readFrom: 'text',
  repeats: 1,
  ...changes,
});

const many = (count: number, make: (index: number) => RowOf<'postings'>) =>
  Array.from({ length: count }, (_, i) => make(i));

const ask = (postings: readonly RowOf<'postings'>[], changes: Parameters<typeof questionWith>[0] = {}) => {
  const skills = [{ source: 'goingrate', skill: 'python', name: 'Python', kind: 'skill' }];
  return askedFor(memoryStore({ postings, skills }), questionWith(changes));
};

describe('what postings ask for', () => {
  it('gives each employer the same weight', async () => {
    const talkative = many(90, () => posting(99, { skills: 'cobol,python' }));
    const others = many(9, (employer) => posting(employer, { skills: employer < 3 ? 'python' : '' }));
    const asked = await ask([...talkative, ...others]);
    expect(asked).toMatchObject({ n: 99, employers: 10 });
    expect(asked!.effectiveEmployers).toBeCloseTo(10, 10);
    const shares = asked!.skills.map(({ id, name, share }) => [id, name, Number(share.value.toFixed(6))]);
    expect(shares).toEqual([
      ['python', 'Python', 0.4],
      ['cobol', 'cobol', 0.1],
    ]);
  });

  it('counts only postings whose text was read, of a known employer, in the window and the country', async () => {
    const asked = await ask([
      posting(1),
      posting(2, { readFrom: 'labels' }),
      posting(3, { country: 'DE' }),
      posting(4, { seenFrom: '2019-01-01', seenTo: '2019-02-01' }),
      posting(5, { seenTo: '2099-01-01' }),
      posting(6, { role: 'another' }),
      posting(null),
    ]);
    expect(asked).toMatchObject({ n: 1, employers: 1 });
  });

  it('speaks of the level group where it has ten employers, else of all levels', async () => {
    const level = LEVELS.find(({ id }) => id === 'senior')!;
    const senior = many(10, (employer) => posting(employer, { level: 'senior', skills: 'sql' }));
    const mid = many(30, (employer) => posting(100 + employer, { level: 'mid' }));
    expect(await ask([...senior, ...mid], { level })).toMatchObject({ n: 10, scope: expect.stringMatching(/senior/) });
    expect(await ask([...senior.slice(1), ...mid], { level })).toMatchObject({
      n: 39,
      scope: expect.stringMatching(/all levels$/),
    });
  });

  it('says how many name any credential, and how many state pay', async () => {
    const asked = await ask(
      many(20, (employer) =>
        posting(employer, employer < 2 ? { credentials: 'cissp', annualLow: 1, annualHigh: 2 } : {}),
      ),
    );
    expect(asked!.anyCredential.value).toBeCloseTo(0.1, 10);
    expect(asked).toMatchObject({ withPay: 2, credentials: [{ id: 'cissp', postings: 2, employers: 2 }] });
  });

  it('is nothing without postings or without a catalogued role', async () => {
    expect(await ask([])).toBe(null);
    expect(await ask([posting(1)], { role: { id: QUESTION.role.id, name: 'x', family: null } })).toBe(null);
  });
});
