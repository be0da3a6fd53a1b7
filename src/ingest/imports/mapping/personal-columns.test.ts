import { beforeAll, describe, expect, it } from 'vitest';
import { type Cells, COLUMN_NAMES, openGuess, useOf } from '../../../../test/fixtures/guess-columns.js';
import type { Given } from './guess-mapping.js';

let guess: Awaited<ReturnType<typeof openGuess>>;
beforeAll(async () => {
  guess = await openGuess();
});

const columnsOf = (cells: Cells, given: Partial<Given> = {}) => guess(cells, given).mapping.columns;

const TITLES = ['Software Engineer', 'Data Analyst', 'Nurse'];

describe('persons', () => {
  const payroll: Cells = {
    'Employee ID': ['E1', 'E2'],
    Name: ['Ada L', 'Bo M'],
    'First Name': ['Ada'],
    Email: ['a@b.example'],
    Gender: ['F', 'M'],
    'Date of Birth': ['1990-01-01'],
    Nationality: ['German'],
    'Home Address': ['Example Street 1'],
    'Job Title': TITLES,
    'Hire Date': ['2020-01-01'],
    'Base Salary': ['50000'],
    Country: ['DE'],
    Department: ['IT'],
    Manager: ['Cy'],
  };

  it('make the rows their pay, and what tells about them is never read', () => {
    const found = guess(payroll);
    expect(found.mapping).toMatchObject({
      kind: 'paid',
      columns: { title: 'Job Title', pay: 'Base Salary', country: 'Country' },
    });
    const personal = found.uses.filter(({ personal }) => personal !== null).map(({ column }) => column);
    expect(personal).toEqual([
      'Employee ID',
      'Name',
      'First Name',
      'Email',
      'Gender',
      'Date of Birth',
      'Nationality',
      'Home Address',
      'Manager',
    ]);
    expect(useOf(found, 'Hire Date').field).toBeNull();
  });

  it.each(
    Object.entries(COLUMN_NAMES.personal).flatMap(([kind, { exact, within }]) =>
      [...exact, ...within].map((name) => [kind, name]),
    ),
  )('a column about %s is never read: %s', (kind, name) => {
    const found = guess({ [name!]: ['x1', 'x2', 'x3'], 'Job Title': TITLES, Pay: ['1000'], 'Country code': ['DE'] });
    expect(useOf(found, name!)).toMatchObject({ field: null, personal: kind });
  });

  it.each([
    ['e-mail', ['ann@firm.example', 'bo@firm.example']],
    ['identity number', ['123-45-6789', '987-65-4321']],
    ['telephone', ['+49 170 1234567', '+1 (555) 010-9999']],
    ['gender', ['male', 'female', 'Female']],
    ['gender', ['Mr', 'Mrs.', 'Dr']],
  ])('are found by values, whatever the name: %s', (personal, values) => {
    expect(useOf(guess({ Title: values, 'Job Title': TITLES, Pay: ['1'], Country: ['DE'] }), 'Title')).toMatchObject({
      field: null,
      personal,
    });
  });

  it('are not confused with firms', () => {
    const found = guess({
      Name: ['Ann Lee'],
      'Company Name': ['Lee & Co'],
      'Organization Name': ['Lee'],
      Title: TITLES,
      Pay: ['1'],
      Country: ['US'],
    });
    expect(found.mapping.columns.employer).toMatch(/Company Name|Organization Name/);
    expect(useOf(found, 'Name').personal).toBe('name');
    expect(found.mapping.kind).toBe('advertised');
  });

  it('who recruit do not make an advert a payroll', () => {
    const cells = {
      Title: TITLES,
      'Recruiter Name': ['Ann'],
      'Hiring Manager': ['Bo'],
      'Contact Email': ['a@b.example'],
      'Salary Min': ['1'],
      'Salary Max': ['2'],
      Country: ['US'],
    };
    expect(guess(cells).mapping.kind).toBe('advertised');
  });

  it('have one pay, offers have a range', () => {
    const cells = { Title: TITLES, Country: ['US'], Salary: ['55000'], 'Range Min': ['50000'], 'Range Max': ['60000'] };
    expect(Object.keys(columnsOf(cells)).sort()).toEqual(['country', 'payHigh', 'payLow', 'title']);
    expect(Object.keys(columnsOf({ ...cells, 'Employee ID': ['E1'] })).sort()).toEqual(['country', 'pay', 'title']);
  });
});
