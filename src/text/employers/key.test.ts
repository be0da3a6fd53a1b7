import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPLOYER_LIMIT, type EmployerAliases, employerKey, employerSpelling } from './key.js';

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

  it.each([
    ['femsa', ['FEMSA, S.A. de C.V.', 'Femsa SA DE CV']],
    ['novonordisk', ['Novo Nordisk A/S', 'NOVO NORDISK AS']],
    ['muller', ['Müller GmbH & Co. KG', 'Muller GmbH']],
    ['huawei', ['Huawei Co., Ltd.', 'HUAWEI (Pvt.) Limited']],
    ['ferrari', ['Ferrari S.p.A.', 'FERRARI SPA']],
    ['canva', ['Canva Pty Ltd', 'CANVA PTY. LTD.']],
    ['softbank', ['SoftBank K.K.', 'SoftBank Corp.']],
    [
      'acmerobotics',
      ['Acme Robotics, L.L.C.', 'ACME ROBOTICS L L C', 'Acme Robotics Inc (US)', 'Acme Robotics USA, Inc.'],
    ],
    ['acmesystems', ['ACME SYSTEMSINC', 'Acme Systems']],
    [
      'beta',
      [
        'Beta Corp. (f/k/a Gamma Inc.)',
        'Beta Inc dba Gamma',
        'BETA LLC D/B/A GAMMA',
        'Beta, Inc. formerly known as Gamma',
      ],
    ],
    ['alpha', ['Alpha LLC, a Delaware limited liability company', 'The Alpha Company']],
    ['scaleai', ['scale-ai', 'Scale AI', 'scaleai', 'SCALE AI, INC.']],
    ['loreal', ["L'Oréal S.A.", 'LOREAL']],
    ['carscom', ['Cars.com', 'CARSCOM LLC']],
    ['bankofamerica', ['Bank of America, N.A.', 'BofA Securities, Inc.']],
    ['boyscoutsofamerica', ['Boy Scouts of America']],
    ['oracledbaservices', ['Oracle DBA Services Inc']],
    ['softwareag', ['Software AG', 'Software AG USA Inc']],
    ['株式会社日立製作所', ['株式会社日立製作所']],
  ])('%s', (key, names) => {
    expect(names.map((name) => employerKey(name, aliases))).toEqual(names.map(() => key));
  });

  it.each([
    [
      [
        'Cloud Big Data Technologies LLC',
        'Machine Learning Technologies LLC',
        'HCL America Inc',
        'HTC Global Services',
      ],
    ],
    [['Apple Inc', 'Apple Bank for Savings', 'Apple American Group']],
    [['Delta Air Lines, Inc.', 'Delta Dental of California', 'Delta Global Services', 'Delta Electronics']],
    [['Meta Platforms, Inc.', 'Metabase, Inc.', 'META HUB IT SOLUTIONS LLC', 'Meta Soft Inc']],
    [['General Motors', 'General Mills', 'General Electric', 'General Dynamics']],
    [['First Republic Bank', 'First Citizens Bank', 'First Bank']],
    [['Square, Inc.', 'Square Enix, Inc.', 'Squarespace']],
    [['Compass, Inc.', 'Compass Group USA, Inc.']],
    [['Brunswick Corporation', 'Brunswick Group LLC']],
    [['Siemens AG', 'Siemens Energy, Inc.', 'Siemens Healthineers']],
    [['HCL America', 'HCL Global Systems Inc']],
    [['Indus Group Inc', 'Indus USA']],
    [['Amazon', 'Audible, Inc.', 'Whole Foods Market', 'Twitch Interactive']],
    [['Microsoft', 'LinkedIn Corporation', 'GitHub, Inc.']],
    [['Fidelity Investments', 'Fidelity National Financial', 'Fidelity and Guaranty Life']],
    [['Roche', 'Genentech']],
    [['Citadel Americas LLC', 'Citadel Securities']],
    [['Bank of America', 'Bank of the West', 'Bank of Montreal']],
    [['Mercury', 'Mercury Systems', 'Mercury Insurance']],
    [['Prudential Financial', 'Prudential plc']],
    [['Relativity', 'Relativity Space']],
  ])('keeps apart %j', (names) => {
    expect(new Set(names.map((name) => employerKey(name, aliases))).size).toBe(names.length);
  });

  it.each([
    '\u0000',
    '\ud800',
    '\u202e',
    '((((',
    ', a ',
    'dba',
    'formerly',
    '&&&',
    'Inc. Inc. Inc.',
    '__proto__',
    'constructor LLC',
  ])('survives %j', (name) => {
    expect(employerKey(name, aliases)).not.toContain(' ');
  });

  it('reads a bounded part of a huge name', () => {
    const meter = { steps: 0 };
    const huge = 'Acme, a '.repeat(1_000_000);
    expect(employerKey(huge, aliases, meter)).toBe(employerKey(huge.slice(0, EMPLOYER_LIMIT), aliases));
    expect(meter.steps).toBe(EMPLOYER_LIMIT);
  });

  it('keeps a name that is nothing but a legal form, and has no key for none', () => {
    expect(employerKey('Company', {})).toBe('company');
    expect(employerKey(' - ', {})).toBe('');
  });

  it('has aliases written as they are looked up', () => {
    expect(Object.keys(aliases).filter((alias) => employerSpelling(alias) !== alias)).toEqual([]);
  });

  it('has no alias of an alias', () => {
    const keys = new Set(Object.values(aliases));
    const chained = Object.entries(aliases).filter(([alias, key]) => keys.has(alias) && alias !== key);
    expect(chained).toEqual([]);
    expect([...keys].filter((key) => employerKey(key, aliases) !== key.replaceAll(' ', ''))).toEqual([]);
  });
});
