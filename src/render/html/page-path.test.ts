import { expect, it } from 'vitest';
import { addressPart, encodePath, reportPath } from './page-path.js';

it.each([
  ['Machine Learning Lead', 'machine-learning-lead'],
  ['C++ Developer', 'c-plus-plus-developer'],
  ['C# Developer', 'c-sharp-developer'],
  ['R&D / Lab  Tech.', 'r-and-d-lab-tech'],
  ['../../etc/passwd', 'etc-passwd'],
  ['データ分析', 'データ分析'],
  ['???', 'untitled'],
])('addressPart of %s', (text, part) => expect(addressPart(text)).toBe(part));

it('never leaves the folder of the place', () => {
  expect(reportPath('..', 'US-CA')).toBe('us-ca/untitled');
  expect(encodePath('us/データ')).toBe('us/%E3%83%87%E3%83%BC%E3%82%BF');
});
