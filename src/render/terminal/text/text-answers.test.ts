import { describe, expect, it } from 'vitest';
import type { TerminalOptions } from '../page.js';
import { textWidth } from '../text-width.js';
import { type ReadTitle, renderClassification, renderClassificationRow } from './classification.js';
import { type ReadMentions, renderMentions } from './mentions.js';
import { type ReadPay, renderPayRanges } from './pay-ranges.js';

const PLAIN: TerminalOptions = { columns: 80, colour: false, unicode: true, brief: false };
const HOSTILE = `\u001b[31m${'文字 '.repeat(40)}\u0007\u202e\n\t${'\u0301'.repeat(50)}\ud800 ${'x'.repeat(300)}`;
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const title: ReadTitle = {
  input: 'Sr. Data Engineer',
  role: { name: 'Data Engineer' },
  level: { id: 'senior', track: 'ic' },
  occupations: [
    { soc: '15-1252', title: 'Software Developers', p: 0.712 },
    { soc: '15-2051', title: 'Data Scientists', p: 0.04 },
  ],
  broader: { code: '15-1200', p: 0.9 },
  status: 'matched',
};

const range = {
  kind: 'base',
  low: 45.5,
  high: 60,
  currency: 'USD',
  unit: 'hour',
  annualLow: 94_640,
  annualHigh: 124_800,
  span: [5, 12],
  confidence: 0.97,
} as const;
const pay: ReadPay = { input: 'Pay: $45.5-60/hr', ranges: [range] };

const mentions: ReadMentions = {
  input: 'Go, go and AWS certified',
  skills: [
    { id: 'go', name: 'Go', span: [0, 2], need: 'preferred' },
    { id: 'go', name: 'Go', span: [4, 6], need: 'required' },
  ],
  credentials: [{ id: 'aws', name: 'AWS Certification', span: [11, 24] }],
};

const hostileTitle: ReadTitle = {
  ...title,
  input: HOSTILE,
  role: { name: HOSTILE },
  level: { id: HOSTILE, track: HOSTILE },
  occupations: [{ soc: '15-1252', title: HOSTILE, p: 1 }],
};
const hostilePay: ReadPay = {
  input: HOSTILE,
  ranges: [{ ...range, low: 1e15, high: 9e15, currency: null, span: [0, HOSTILE.length] }],
};
const hostileMentions: ReadMentions = {
  input: HOSTILE,
  skills: [{ id: 'x', name: HOSTILE, span: [0, HOSTILE.length], need: 'mentioned' }],
  credentials: [],
};

const OUTPUTS: readonly (readonly [string, (options: TerminalOptions) => string])[] = [
  ['a title', (options) => renderClassification(title, options)],
  ['a title among many', (options) => renderClassificationRow(title, options)],
  ['pay', (options) => renderPayRanges(pay, options)],
  ['skills', (options) => renderMentions(mentions, options)],
  ['a hostile title', (options) => renderClassification(hostileTitle, options)],
  ['a hostile title among many', (options) => renderClassificationRow(hostileTitle, options)],
  ['hostile pay', (options) => renderPayRanges(hostilePay, options)],
  ['hostile skills', (options) => renderMentions(hostileMentions, options)],
];

describe.each(OUTPUTS)('the terminal output of %s', (_, render) => {
  it.each([20, 60, 80, 120])('fits %i columns', (columns) => {
    for (const unicode of [true, false]) {
      const lines = render({ ...PLAIN, columns, unicode }).split('\n');
      expect(lines.filter((line) => textWidth(line) > Math.max(60, columns))).toEqual([]);
    }
  });

  it('steers nothing, says the same in colour, and is ASCII where asked', () => {
    const output = render(PLAIN);
    expect(output).not.toMatch(STEERS);
    expect(output.endsWith('\n')).toBe(true);
    expect(render({ ...PLAIN, colour: true }).replace(/\u001b\[[0-9;]*m/g, '')).toBe(output);
    expect(render({ ...PLAIN, unicode: false })).toMatch(/^[\n\x20-\x7e]+$/);
  });
});

describe('a title on a terminal', () => {
  it('is shown with what it was read as', () => {
    expect(renderClassification(title, PLAIN)).toBe(`
  Sr. Data Engineer

  Role    Data Engineer
  Level   senior, individual contributor
  Group   15-1200 90%
  Status  matched

  Occupations (SOC 2018)
  15-1252  Software Developers                               71%  ━━━━━━━━━
  15-2051  Data Scientists                                    4%
`);
  });

  it('says what is not known', () => {
    const unknown: ReadTitle = {
      ...title,
      role: null,
      level: null,
      occupations: [],
      broader: null,
      status: 'abstained',
    };
    const output = renderClassification(unknown, PLAIN);
    expect(output).toContain('none of the catalogue');
    expect(output).toContain('abstained: too little');
    expect(output).not.toContain('Occupations');
    expect(renderClassificationRow(unknown, PLAIN)).toMatch(/^ {2}Sr\. Data Engineer +abstained\n$/);
  });
});

describe('pay on a terminal', () => {
  const shown = (changes: Partial<ReadPay['ranges'][number]>) =>
    renderPayRanges({ ...pay, ranges: [{ ...range, ...changes }] }, { ...PLAIN, columns: 120 });

  it.each<[Partial<ReadPay['ranges'][number]>, string]>([
    [{}, 'US$45.50 to US$60 an hour = US$94,640 to US$124,800 a year, 97% sure'],
    [{ low: null, annualLow: null }, 'up to US$60 an hour = up to US$124,800 a year'],
    [{ high: null, annualHigh: null }, 'from US$45.50 an hour = from US$94,640 a year'],
    [{ unit: 'year', annualLow: null, annualHigh: null }, 'US$45.50 to US$60, 97% sure'],
    [{ high: 45.5 }, 'US$45.50 an hour = '],
    [{ unit: 'year', low: 1_234_567, high: 1_300_000 }, 'US$1,234,567 to US$1,300,000 a year, 97% sure'],
    [{ currency: null }, '45.50 to 60 an hour = 94,640 to 124,800 a year, no currency named, 97% sure'],
    [{ currency: 'CHF' }, 'CHF 45.50 to CHF 60 an hour'],
  ])('%j is %s', (changes, words) => {
    expect(shown(changes)).toContain(words);
  });

  it('quotes the words it was read from', () => {
    expect(shown({})).toContain('“$45.5-6”');
    expect(renderPayRanges({ input: 'none', ranges: [] }, PLAIN)).toContain('no pay stated');
  });
});

describe('skills on a terminal', () => {
  it('are shown once, with the strongest need and the number of mentions', () => {
    expect(renderMentions(mentions, PLAIN)).toBe(`
  Go, go and AWS certified
  Skills (1)
  Go  required   “Go”  (2)
  Credentials (1)
  AWS Certification  “AWS certified”
`);
  });

  it('are said to be none', () => {
    expect(renderMentions({ input: 'x', skills: [], credentials: [] }, PLAIN)).toContain('no skill or credential');
  });
});
