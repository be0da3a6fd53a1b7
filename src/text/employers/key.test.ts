import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EmployerAliases, employerKey, employerSpelling } from './key.js';

const aliases = JSON.parse(
  readFileSync(new URL('../../../reviewed/employer-aliases.json', import.meta.url), 'utf8'),
) as EmployerAliases;

describe('employerKey', () => {
  it.each([
    ['google', ['Google LLC', 'GOOGLE LLC', 'google', 'Google, Inc.']],
    ['meta', ['Meta Platforms, Inc.', 'META PLATFORMS, INC.  ', 'Facebook, Inc.', 'meta']],
    ['tcs', ['TATA CONSULTANCY SERVICES LIMITED', 'Tata Consultancy Services Limited']],
    [
      'amazon',
      [
        'Amazon.com Services LLC',
        'AMAZON.COM SERVICES LLC',
        'Amazon Web Services, Inc.',
        'Amazon Development Center U.S., Inc.',
      ],
    ],
    ['jpmorganchase', ['JPMorgan Chase & Co.', 'JPMORGAN CHASE & CO.', 'JPMorgan Chase Bank, N.A.']],
    ['ltimindtree', ['LTIMINDTREE LIMITED \t', 'LTIMindtree Limited']],
    ['walmart', ['WAL-MART ASSOCIATES, INC.', 'Walmart']],
    ['grafanalabs', ['grafanalabs', 'Grafana Labs']],
    ['bedrockrobotics', ['bedrock-robotics', 'Bedrock Robotics, Inc.']],
    ['ohiostateuniversity', ['The Ohio State University', 'OHIO STATE UNIVERSITY']],
    ['ernstandyoung', ['Ernst & Young U.S. LLP']],
    ['bloomberg', ['Bloomberg L.P.', 'Bloomberg']],
    ['openai', ['openai', 'OpenAI OpCo, LLC']],
    ['anthropic', ['anthropic', 'Anthropic, PBC']],
    ['att', ['AT&T SERVICES, INC.', 'AT&T']],
    ['nestle', ['Nestlé S.A.', 'NESTLE SA']],
    ['constructor', ['Constructor Inc']],
  ])('%s', (key, names) => {
    expect(names.map((name) => employerKey(name, aliases))).toEqual(names.map(() => key));
  });

  it('keeps different employers apart', () => {
    const keys = [
      'Cloud Big Data Technologies LLC',
      'Machine Learning Technologies LLC',
      'HCL America Inc',
      'HTC Global Services',
    ];
    expect(new Set(keys.map((name) => employerKey(name, aliases))).size).toBe(keys.length);
  });

  it('keeps a name that is nothing but a legal form, and has no key for none', () => {
    expect(employerKey('Company', {})).toBe('company');
    expect(employerKey(' - ', {})).toBe('');
  });

  it('has aliases written as they are looked up', () => {
    expect(Object.keys(aliases).filter((alias) => employerSpelling(alias) !== alias)).toEqual([]);
  });
});
