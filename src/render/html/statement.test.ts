import { expect, it } from 'vitest';
import { sampleReport } from '../../../test/golden/sample-report.js';
import type { Report } from '../../report/model.js';
import { emphasised, statementMarkup } from './statement.js';

type Finding = Report['headline'];

function finding(statement: string, quantity: Finding['quantity']): Finding {
  return { ...sampleReport.headline, statement, quantity };
}

const pay = (value: number) => ({ value, unit: 'USD/year', interval: { level: 0.9, low: 181_200, high: 212_350 } });

it('puts the estimate in bold, and the interval where it is wanted', () => {
  const one = finding('About US$196,000, between US$181,000 and US$212,000.', pay(196_420));
  expect(emphasised(one).value).toBe('About <b>US$196,000</b>, between US$181,000 and US$212,000.');
  expect(emphasised(one, true).value).toBe('About <b>US$196,000</b>, between <b>US$181,000</b> and <b>US$212,000</b>.');
});

it('finds an amount however it was rounded', () => {
  const median = { value: 120_230, unit: 'USD/year', interval: { level: 0.9, low: 118_000, high: 122_000 } };
  expect(emphasised(finding('median US$120,230', median)).value).toBe('median <b>US$120,230</b>');
  const share = { value: 75.6, unit: 'percent', interval: null };
  expect(emphasised(finding('named in 76% of them', share)).value).toBe('named in <b>76%</b> of them');
});

it('never marks a part of a longer amount, nor a plain count', () => {
  const share = { value: 6, unit: 'percent', interval: null };
  expect(emphasised(finding('96% or 16% or 6%5', share)).value).toBe('96% or 16% or 6%5');
  expect(emphasised(finding('the first 8 of 54', { value: 54, unit: 'count', interval: null })).value).toBe(
    'the first 8 of 54',
  );
  expect(emphasised(finding('US$196,000.5', pay(196_000))).value).toBe('US$196,000.5');
});

it('escapes what is around the amount', () => {
  expect(emphasised(finding('<i>US$196,000</i>', pay(196_420))).value).toBe('&lt;i&gt;<b>US$196,000</b>&lt;/i&gt;');
});

it('links to the findings it names and to no others', () => {
  const [known] = sampleReport.sections.overview.findings as [Finding];
  const text = statementMarkup(finding(`See ${known.id}, ${known.id}.x and no.such.`, null), sampleReport).value;
  expect(text).toBe(`See <a href="#finding-${known.id.replace('.', '-')}">${known.id}</a>, ${known.id}.x and no.such.`);
});

it('marks the amount of a sentence that speaks of the headline without naming a finding', () => {
  const headline = { ...sampleReport.headline, id: 'headline' };
  const text = 'If the headline moves, about US$196,000.';
  const { value } = statementMarkup(finding(text, pay(196_000)), { ...sampleReport, headline });
  expect(value).toBe('If the headline moves, about <b>US$196,000</b>.');
});
