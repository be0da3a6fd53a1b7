import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal/render-terminal.js';
import type { Report } from '../../src/report/model.js';
import { sampleReport } from '../golden/sample-report.js';
import { numbersIn, numbersNotInModel } from './numbers-in-model.js';

const OPTIONS = { columns: 100, colour: true, unicode: true, brief: false };

/** The model as a test may write to it. */
type Draft = Writable<Report>;
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

function changed(change: (report: Draft) => void): Report {
  const copy = structuredClone(sampleReport) as Draft;
  change(copy);
  return copy;
}

describe('numbersIn', () => {
  it('reads currency, separators, decimals, signs and endings as parts of a number', () => {
    expect(numbersIn('US$196k, £1,234.50 and −1.6% at the 39th; 2026-08-08, p10, 15-1252')).toEqual([
      'US$196k',
      '£1,234.50',
      '-1.6%',
      '39th',
      '2026',
      '08',
      '08',
      '10',
      '15',
      '1252',
    ]);
  });
});

describe('numbersNotInModel', () => {
  const model = {
    n: 43,
    share: 0.55,
    statement: 'about US$196,000',
    asOf: '2026-08-08',
    quantity: { value: 196_420, unit: 'USD/year', interval: { level: 0.9, low: 181_200, high: 212_350 } },
    at: { value: 231_300, label: 'US$231k' },
  };

  it.each(['n 43', '55%', 'US$196,000', 'US$196k', '90%', '8 August 2026', 'US$181,200', 'US$212k', 'US$231k'])(
    'finds %s in the model',
    (text) => expect(numbersNotInModel(model, text)).toEqual([]),
  );

  it.each([
    ['one more than n', 'n 44', '44'],
    ['a mean of two values', 'US$196,775', 'US$196,775'],
    ['a difference', 'US$31,150', 'US$31,150'],
    ['a count as money', 'US$43', 'US$43'],
    ['a count as a percentage', '43%', '43%'],
    ['a count as an ordinal', '43rd', '43rd'],
    ['another scale', 'US$196M', 'US$196M'],
    ['the value of a mark instead of its label', '231,300', '231,300'],
    ['a digit appended', '439', '439'],
    ['a wrong sign', '-43', '-43'],
  ])('reports %s', (_name, text, token) => expect(numbersNotInModel(model, text)).toEqual([token]));

  it('reads of markup what is seen or heard, not geometry, styles or entities', () => {
    const svg =
      '<svg viewBox="0 0 640 99" aria-label="n 44"><style>a{width:12px}</style><title>n 43</title><rect x="77"/><text y="5">it&#39;s 45</text></svg>';
    expect(numbersNotInModel(model, svg)).toEqual(['44', '45']);
  });

  it.each([
    ['n of the headline', (report: Draft) => (report.headline.evidence.n += 1), '44'],
    ['an axis label', (report: Draft) => relabel(report), 'US$777k'],
    ['a source', (report: Draft) => (report.sources[0]!.observations = 8_765), '8,765'],
    ['an exclusion', (report: Draft) => (report.exclusions[0]!.count = 987), '987'],
  ])('catches a renderer that changes %s', (_name, change, token) => {
    const output = renderTerminal(
      changed((report) => void change(report)),
      OPTIONS,
    );
    expect(numbersNotInModel(sampleReport, output)).toContain(token);
  });
});

function relabel(report: Draft): void {
  const figure = report.sections.overview.figures[0];
  if (figure?.kind === 'pay-band') figure.percentiles[0]!.at.label = 'US$777k';
}
