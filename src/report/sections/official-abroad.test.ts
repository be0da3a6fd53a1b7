import { describe, expect, it } from 'vitest';
import { IN_BRITAIN } from '../../../test/fixtures/question.js';
import { smallContext } from '../../../test/fixtures/small-report.js';
import type { ClassEarnings, EarningsAbroad } from '../../analysis/earnings-abroad.js';
import { officialAbroadFindings } from './official-abroad.js';

const ENTRY: ClassEarnings = {
  row: {
    source: 'survey',
    country: 'GB',
    taxonomy: 'UK SOC 2020',
    code: '2134',
    label: 'Programmers and software development professionals',
    year: 2024,
    unit: 'year',
    currency: 'GBP',
    population: 'full-time employees, bonuses included',
    jobs: null,
    mean: 63_363,
    p10: 31_628,
    p25: null,
    p50: 54_669,
    p75: null,
    p90: 93_824,
    medianRsePercent: 1,
  },
  match: 'reviewed by hand',
  matchSource: 'matches',
  share: 1,
};

const find = async (abroad: EarningsAbroad) =>
  officialAbroadFindings(await smallContext({ question: IN_BRITAIN }), abroad);
const one = async (changes: Partial<ClassEarnings['row']>) =>
  (await find({ classes: [{ ...ENTRY, row: { ...ENTRY.row, ...changes } }], published: [] }))[0]!;

describe('official earnings abroad', () => {
  it('are told as published, with whose pay it is and how the class was found', async () => {
    expect(await one({})).toMatchObject({
      id: 'overview.official',
      status: 'supported',
      statement:
        'Official earnings, 2024, the United Kingdom: class 2134 of UK SOC 2020, "Programmers and software development professionals", has a median of £54,669 a year, all levels (P10 £31,628, P90 £93,824).',
      quantity: { value: 54_669, unit: 'GBP/year', interval: { low: 53_769.69, high: 55_568.31 } },
      evidence: { sources: ['survey', 'matches'], basis: 'official', place: 'GB' },
      caveats: ['Full-time employees, bonuses included.', expect.stringContaining('reviewed by hand')],
    });
  });

  it('stay in their unit', async () => {
    const hourly = await one({ unit: 'hour', p50: 48.08, p10: 30, p90: null });
    expect(hourly.statement).toContain('a median of £48.08 an hour, all levels (P10 £30.00)');
    expect(hourly.quantity).toMatchObject({ value: 48.08, unit: 'GBP/hour' });
    expect((await one({ unit: 'month', p50: null, p10: null, p90: null })).statement).toContain(
      'a mean of £63,363 a month',
    );
  });

  it('name what makes them a year, and that it is our arithmetic', async () => {
    const monthly = (await one({ unit: 'month', p50: 6_000, p10: null, p90: null })).caveats.join(' ');
    expect(monthly).toContain(
      'Published by the month. Times 12 months it is £72,000 a year of full-time work: our arithmetic',
    );
    expect((await one({})).caveats.join(' ')).not.toContain('Times');
  });

  it('without a published error have no interval, and say so', async () => {
    const finding = await one({ medianRsePercent: null });
    expect(finding.quantity!.interval).toBeNull();
    expect(finding.caveats.join(' ')).toContain('states no error');
    expect((await one({})).caveats.join(' ')).not.toContain('states no error');
  });

  it('of two digits are said to hold many kinds of work', async () => {
    expect((await one({ code: '25' })).caveats.join(' ')).toContain('two digits');
  });

  it('name an unreliable median', async () => {
    expect((await one({ medianRsePercent: 13 })).caveats.join(' ')).toContain('13.0%');
  });

  it('that are too coarse are no figure', async () => {
    const [finding] = await find({ classes: [], published: [{ source: 'survey', taxonomy: 'ISCO-08', digits: 1 }] });
    expect(finding).toMatchObject({ status: 'insufficient', quantity: null, evidence: { sources: ['survey'] } });
    expect(finding!.statement).toContain('one digit only: too coarse');
  });

  it('without a match say what would be needed', async () => {
    const [finding] = await find({
      classes: [],
      published: [{ source: 'survey', taxonomy: 'UK SOC 2020', digits: 4 }],
    });
    expect(finding!.statement).toContain('none of its classes');
    expect(finding!.missing).toContain('UK SOC 2020');
  });
});
