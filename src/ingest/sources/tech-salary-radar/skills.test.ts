import { describe, expect, it } from 'vitest';
import { buildReaders } from '../../readers.js';
import { type Posting, posting } from './parse.js';
import { labelledPosting, skillsOf } from './skills.js';

const KNOWN = new Map([
  ['Welding', { id: 'welding', guarded: false }],
  ['CAD', { id: 'cad', guarded: false }],
  ['Flow', { id: 'flow', guarded: true }],
  ['Arc', { id: 'arc', guarded: true }],
]);

describe('skillsOf', () => {
  it('sorts ids and believes a common word only beside a certain label', () => {
    expect(skillsOf(['Welding', 'Flow', 'CAD'], KNOWN)).toEqual(['cad', 'flow', 'welding']);
    expect(skillsOf(['Flow'], KNOWN)).toEqual([]);
    expect(skillsOf(['Flow', 'Arc'], KNOWN)).toEqual([]);
    expect(skillsOf([], KNOWN)).toEqual([]);
  });

  it('refuses a label it has never seen', () => {
    expect(() => skillsOf(['Welding', 'Riveting'], KNOWN)).toThrow(/Riveting/);
  });
});

describe('labelledPosting', () => {
  const readers = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => [
    { place: 'PL', name: 'Poland', kind: 'country', country: 'PL', states: '', currency: 'PLN', key: 'poland' },
  ]);
  const POSTING: Posting = posting({
    job_uid: 'lever:acme:1',
    first_seen: '2026-07-18',
    source: 'lever',
    company: 'acme',
    title: 'Welder',
    location_raw: 'Poland',
    employment_type: null,
    currency_original: null,
    salary_min_orig: null,
    salary_max_orig: null,
    salary_interval_orig: null,
    salary_min_usd: null,
    salary_max_usd: null,
  });
  const row = (change: Partial<Posting>, labels: readonly (readonly [string, string[]])[], last = '2026-08-02') =>
    labelledPosting({ ...POSTING, ...change }, null, {
      labels: new Map(labels),
      lastSeen: new Map([['lever:acme:1', last]]),
      known: KNOWN,
      readers,
    });

  it('spans the days of sight and tells nothing found from never read', () => {
    const read = { seenFrom: '2026-07-18', seenTo: '2026-08-02', skills: 'cad', credentials: '', annualLow: null };
    expect(row({}, [['lever:acme:1', ['CAD']]])).toMatchObject(read);
    expect(row({}, [['lever:acme:1', []]])).toMatchObject({ skills: '' });
    expect(row({}, [])).toBe('never read for skills');
  });

  it('never ends before it begins', () => {
    expect(row({}, [['lever:acme:1', []]], '2026-07-01')).toMatchObject({ seenTo: '2026-07-18' });
  });

  it.each<[Partial<Posting>, string]>([
    [{ title: 'Welding Intern' }, 'not regular full-time work'],
    [{ employmentType: 'Contract' }, 'not regular full-time work'],
    [{ location: 'Hybrid' }, 'no country or several countries named'],
  ])('leaves out %j: %s', (change, reason) => {
    expect(row(change, [['lever:acme:1', ['CAD']]])).toBe(reason);
  });
});
