import { describe, expect, it } from 'vitest';
import { questionWith } from '../../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../../test/fixtures/small-market.js';
import { smallReport } from '../../../test/fixtures/small-report.js';
import type { Finding } from '../../core/finding.js';
import type { RowOf } from '../../query/tables.js';
import type { SectionId } from '../model.js';

const QUESTION = questionWith({});

const postings = (count: number, change: (index: number) => Partial<RowOf<'postings'>>): RowOf<'postings'>[] =>
  Array.from({ length: count }, (_, index) => ({
    source: 'boards',
    country: 'US',
    role: QUESTION.role.id,
    level: null,
    region: null,
    title: QUESTION.titleKey,
    employer: index + 1,
    seenFrom: QUESTION.asOf,
    seenTo: QUESTION.asOf,
    currency: null,
    annualLow: null,
    annualHigh: null,
    skills: '',
    credentials: '',
    readFrom: 'text',
    repeats: 1,
    ...change(index),
  }));

const NAMES = [
  { source: 'goingrate', skill: 'python', name: 'Python', kind: 'skill' },
  { source: 'goingrate', skill: 'cissp', name: 'CISSP', kind: 'credential' },
];

async function findings(rows: readonly RowOf<'postings'>[], section: SectionId): Promise<readonly Finding[]> {
  const report = await smallReport({ market: { ...SMALL_MARKET, postings: rows, skills: NAMES } });
  return report.sections[section].findings as readonly Finding[];
}

describe('required skills', () => {
  it('are shares of postings with the employers behind them', async () => {
    const rows = postings(20, (index) => ({ skills: index < 15 ? 'python' : '' }));
    const [first] = await findings(rows, 'requiredSkills');
    expect(first).toMatchObject({
      id: 'requiredSkills.asked.python',
      status: 'supported',
      quantity: { value: 75, unit: 'percent', interval: { level: 0.9 } },
      evidence: { n: 20, employers: 20, sources: ['boards'], counts: 'postings' },
    });
    expect(first!.statement).toMatch(
      /^Of 20 postings with text .* from 20 employers: Python is named in 75% \(between /,
    );
  });

  it('are not given for a handful of employers', async () => {
    const asked = (
      await findings(
        postings(9, () => ({ skills: 'python' })),
        'requiredSkills',
      )
    )[0];
    expect(asked).toMatchObject({
      id: 'requiredSkills.postings',
      status: 'insufficient',
      evidence: { n: 9, employers: 9 },
    });
    expect(asked!.missing).toContain('10 employers');
    const none = (await findings([], 'requiredSkills'))[0];
    expect(none!.statement).toContain('no posting of this role with text was found');
  });

  it('leave out what few name, and say so when nothing is left', async () => {
    const rows = postings(40, (index) => ({ skills: index === 0 ? 'python' : '' }));
    expect((await findings(rows, 'requiredSkills'))[0]!.statement).toContain(
      'no skill of our list is named in 5% or more',
    );
  });
});

describe('credentials', () => {
  it('are said to be asked for as often as they are', async () => {
    const rows = postings(20, (index) => ({ credentials: index < 5 ? 'cissp' : '' }));
    const [asked, premium] = await findings(rows, 'careerMoat');
    expect(asked).toMatchObject({ id: 'careerMoat.asked', quantity: { value: 25, unit: 'percent' } });
    expect(asked!.statement).toContain('most often CISSP (5 postings from 5 employers)');
    expect(premium).toMatchObject({ id: 'careerMoat.credential', status: 'insufficient' });
  });

  it('named by a few employers are not named here, and said to be rare', async () => {
    const rows = postings(60, (index) => ({ credentials: index < 4 ? 'cissp' : '' }));
    const [asked] = await findings(rows, 'careerMoat');
    expect(asked!.statement).toMatch(/rarely asked for: named in 7% .*, none of them by 5 employers\.$/);
    expect(asked!.statement).not.toContain('CISSP');
  });

  it('that nobody names have an upper limit', async () => {
    const [asked] = await findings(
      postings(30, () => ({})),
      'careerMoat',
    );
    expect(asked!.statement).toMatch(/none names a certificate or licence; at most 10% of such postings do/);
  });
});

describe('premiums', () => {
  it('are not claimed, and say how many postings state pay', async () => {
    const rows = postings(12, (index) => (index < 3 ? { currency: 'USD', annualLow: 1, annualHigh: 2 } : {}));
    const [premium] = await findings(rows, 'skillPremium');
    expect(premium).toMatchObject({ status: 'insufficient', evidence: { n: 3, counts: 'postings' } });
    expect(premium!.statement).toContain('3 of 12 postings with text state pay');
  });
});
