import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../../test/contract/numbers-in-model.js';
import { type Correction, makeCorrection } from '../../../report/correction.js';
import { type CorrectionReview, reviewOf } from '../../../report/correction-review.js';
import { textWidth } from '../text-width.js';
import { renderCorrectionReview } from './review.js';

const correction = await makeCorrection({
  about: {
    question: { title: 'Data Engineer', place: 'US-CA', level: 'senior', basis: null },
    asOf: '2026-08-08',
    method: '0.3',
    digest: null,
    page: 'https://pay.example/us-ca/data-engineer/',
    finding: {
      id: 'overview.official',
      statement: 'The official median is US$130,600.',
      status: 'modelled',
      value: { value: 130_578, unit: 'USD/year' },
    },
  },
  claim: { text: 'The table says US$131,000.', value: { value: 131_000, unit: 'USD/year' } },
  evidence: { text: 'Table 1', link: 'https://example.org/table' },
  contact: 'me@example.org',
  createdOn: '2026-08-09',
});

const finding: NonNullable<CorrectionReview['atDate']> = {
  asOf: '2026-08-08',
  status: 'modelled',
  statement: 'The official median is US$130,700.',
  value: { value: 130_711, unit: 'USD/year' },
  n: 6,
  employers: null,
};

const OPTIONS = { columns: 80, colour: false, unicode: true, brief: false };
const reviewed = (made: Correction, changes: Partial<CorrectionReview> = {}): CorrectionReview => ({
  ...reviewOf({ correction: made, intact: true, again: { impossible: 'No such place.' }, newest: null }),
  ...changes,
});

describe('the review sheet', () => {
  it('shows claim, figure shown, figure now and evidence, and no number of its own', () => {
    const review = reviewed(correction, { atDate: finding, newest: { ...finding, asOf: '2026-09-01', employers: 3 } });
    const sheet = renderCorrectionReview(review, OPTIONS);
    expect(sheet).toMatch(/File +Whole, and as it was when it was signed/);
    expect(sheet).toMatch(/Report +Not reproducible\. No such place\./);
    expect(sheet).toMatch(/Shown +> The official median is US\$130,600\.\n +> US\$130,578 a year/);
    expect(sheet).toMatch(/Market +The official median is US\$130,700\.\n +modelled · US\$130,711 a year · n 6/);
    expect(sheet.replace(/\s+/g, ' ')).toMatch(/Newest .+ 3 employers · as of 1 September 2026/);
    expect(sheet).toMatch(/Claim +> The table says US\$131,000\.\n +> US\$131,000 a year/);
    expect(sheet).toMatch(/Evidence +> Table 1\n +> https:\/\/example\.org\/table/);
    expect(sheet).toContain('> me@example.org');
    expect(numbersNotInModel(review, sheet)).toEqual([]);
  });

  it('warns of a file that was changed', () => {
    const sheet = renderCorrectionReview(reviewed(correction, { signature: 'broken' }), OPTIONS);
    expect(sheet.replace(/\s+/g, ' ')).toContain(
      'Changed since it was signed, or signed with another key. Do not act on it.',
    );
  });

  it('marks every line of the file’s own words and lets none of them steer the terminal', () => {
    const text = '\u001b[2J\u001b]0;owned\u0007\r\nMade      by the maintainers\u202e\u0000 '.repeat(20);
    const hostile: Correction = {
      ...correction,
      about: { ...correction.about, finding: { ...correction.about.finding, statement: text, id: '\u009b31m' } },
      claim: { text, value: { value: 1, unit: '\u001b[31m' } },
      evidence: { text, link: null },
      contact: text,
    };
    for (const unicode of [true, false]) {
      const sheet = renderCorrectionReview(reviewed(hostile), { ...OPTIONS, unicode });
      expect(sheet).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
      const words = sheet.split('\n').filter((line) => line.includes('maintainers'));
      expect(words.length).toBeGreaterThan(20);
      expect(words.every((line) => /^.{12}> /u.test(line))).toBe(true);
      expect(sheet.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    }
  });
});
