import { beforeAll, describe, expect, it } from 'vitest';
import { type Cells, openGuess, useOf } from '../../../../test/fixtures/guess-columns.js';
import { FIELDS } from '../mapping.js';
import type { Given } from './guess-mapping.js';

let guess: Awaited<ReturnType<typeof openGuess>>;
beforeAll(async () => {
  guess = await openGuess();
});

const columnsOf = (cells: Cells, given: Partial<Given> = {}) => guess(cells, given).mapping.columns;

const TITLES = ['Software Engineer', 'Data Analyst', 'Nurse'];

describe('names of columns', () => {
  it.each<[string, Cells, Record<string, string>]>([
    [
      'English',
      {
        'Job Title': TITLES,
        Company: ['Harbour Inc'],
        Location: ['Austin, TX'],
        'Min Salary': ['100000'],
        'Max Salary': ['150000'],
        'Date Posted': ['2026-01-02'],
      },
      {
        title: 'Job Title',
        employer: 'Company',
        place: 'Location',
        payLow: 'Min Salary',
        payHigh: 'Max Salary',
        date: 'Date Posted',
      },
    ],
    [
      'snake case',
      {
        job_title: TITLES,
        comp_min: ['1000'],
        comp_max: ['1500'],
        posted_at: ['2026-01-02T10:00:00Z'],
        salary_currency: ['USD'],
        employer_name: ['A'],
      },
      {
        title: 'job_title',
        payLow: 'comp_min',
        payHigh: 'comp_max',
        date: 'posted_at',
        currency: 'salary_currency',
        employer: 'employer_name',
      },
    ],
    [
      'nested JSON',
      {
        title: TITLES,
        'hiringOrganization.name': ['A'],
        'jobLocation.address.addressRegion': ['TX'],
        'jobLocation.address.addressLocality': ['Austin'],
        'jobLocation.address.addressCountry': ['US'],
        'baseSalary.value.minValue': ['10'],
        'baseSalary.value.maxValue': ['20'],
        'baseSalary.value.unitText': ['HOUR'],
        'baseSalary.currency': ['USD'],
      },
      {
        title: 'title',
        employer: 'hiringOrganization.name',
        region: 'jobLocation.address.addressRegion',
        city: 'jobLocation.address.addressLocality',
        country: 'jobLocation.address.addressCountry',
        payLow: 'baseSalary.value.minValue',
        payHigh: 'baseSalary.value.maxValue',
        unit: 'baseSalary.value.unitText',
        currency: 'baseSalary.currency',
      },
    ],
    [
      'German',
      {
        Stellenbezeichnung: TITLES,
        Arbeitgeber: ['A GmbH'],
        Ort: ['Berlin'],
        'Gehalt von': ['50.000'],
        'Gehalt bis': ['60.000'],
        Währung: ['EUR'],
        'Veröffentlicht am': ['01.02.2026'],
      },
      {
        title: 'Stellenbezeichnung',
        employer: 'Arbeitgeber',
        place: 'Ort',
        payLow: 'Gehalt von',
        payHigh: 'Gehalt bis',
        currency: 'Währung',
        date: 'Veröffentlicht am',
      },
    ],
    [
      'French',
      {
        'Intitulé du poste': TITLES,
        Entreprise: ['A'],
        Ville: ['Lyon'],
        'Salaire minimum': ['40 000'],
        'Salaire maximum': ['50 000'],
      },
      {
        title: 'Intitulé du poste',
        employer: 'Entreprise',
        city: 'Ville',
        payLow: 'Salaire minimum',
        payHigh: 'Salaire maximum',
      },
    ],
    [
      'Spanish',
      { Puesto: TITLES, Empresa: ['A'], Salario: ['30.000'], País: ['España'] },
      { title: 'Puesto', employer: 'Empresa', pay: 'Salario', country: 'País' },
    ],
    [
      'Portuguese',
      { Cargo: TITLES, Empresa: ['A'], 'Salário mínimo': ['5.000'], Cidade: ['Lisboa'] },
      { title: 'Cargo', employer: 'Empresa', payLow: 'Salário mínimo', city: 'Cidade' },
    ],
    [
      'Dutch',
      {
        Functie: TITLES,
        Werkgever: ['A'],
        'Salaris vanaf': ['3000'],
        'Salaris tot': ['4000'],
        Standplaats: ['Utrecht'],
      },
      {
        title: 'Functie',
        employer: 'Werkgever',
        payLow: 'Salaris vanaf',
        payHigh: 'Salaris tot',
        place: 'Standplaats',
      },
    ],
    [
      'Italian',
      { Mansione: TITLES, Azienda: ['A'], 'Retribuzione lorda': ['30000'], Sede: ['Milano'] },
      { title: 'Mansione', employer: 'Azienda', pay: 'Retribuzione lorda', place: 'Sede' },
    ],
    [
      'Polish',
      {
        Stanowisko: TITLES,
        Pracodawca: ['A'],
        'Wynagrodzenie od': ['8000'],
        'Wynagrodzenie do': ['9000'],
        Miasto: ['Łódź'],
      },
      {
        title: 'Stanowisko',
        employer: 'Pracodawca',
        payLow: 'Wynagrodzenie od',
        payHigh: 'Wynagrodzenie do',
        city: 'Miasto',
      },
    ],
    [
      'Japanese',
      { 職種: ['エンジニア'], 会社名: ['A'], 最低年収: ['400万円'], 最高年収: ['500万円'], 勤務地: ['東京'] },
      { title: '職種', employer: '会社名', payLow: '最低年収', payHigh: '最高年収', place: '勤務地' },
    ],
    [
      'Chinese',
      { 职位名称: ['工程师'], 公司名称: ['A'], 月薪: ['10000'], 城市: ['北京'] },
      { title: '职位名称', employer: '公司名称', pay: '月薪', city: '城市' },
    ],
    [
      'one well-known export',
      {
        work_year: ['2024'],
        experience_level: ['SE'],
        employment_type: ['FT'],
        job_title: TITLES,
        salary: ['100000'],
        salary_currency: ['EUR'],
        salary_in_usd: ['110000'],
        employee_residence: ['DE'],
        remote_ratio: ['100'],
        company_location: ['DE'],
        company_size: ['M', 'L'],
      },
      {
        date: 'work_year',
        level: 'experience_level',
        employment: 'employment_type',
        title: 'job_title',
        pay: 'salary',
        currency: 'salary_currency',
        country: 'company_location',
      },
    ],
    [
      'another',
      {
        job_title_short: ['Data Analyst'],
        job_title: TITLES,
        job_location: ['Austin, TX'],
        job_via: ['via X'],
        job_schedule_type: ['Full-time'],
        job_posted_date: ['2023-08-01 11:00:00'],
        job_country: ['United States'],
        salary_rate: ['year'],
        salary_year_avg: ['90000.0'],
        company_name: ['A'],
        job_skills: ["['sql']"],
      },
      {
        title: 'job_title',
        place: 'job_location',
        employment: 'job_schedule_type',
        date: 'job_posted_date',
        country: 'job_country',
        pay: 'salary_year_avg',
        employer: 'company_name',
        skills: 'job_skills',
      },
    ],
  ])('%s', (_, cells, expected) => {
    expect(columnsOf(cells)).toEqual(expected);
  });

  it('never gives two fields one column, or one field two', () => {
    const cells = {
      Position: TITLES,
      Title: TITLES,
      Job: TITLES,
      Pay: ['1'],
      Salary: ['2'],
      Location: ['Berlin'],
      City: ['Berlin'],
    };
    const columns = Object.values(columnsOf(cells));
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('reads currency and unit in the name of a column of pay', () => {
    const cells = { Title: TITLES, 'Hourly rate (EUR)': ['25', '30'], Country: ['Germany'] };
    expect(guess(cells).mapping).toMatchObject({
      columns: { pay: 'Hourly rate (EUR)' },
      constants: { currency: 'EUR', unit: 'hour' },
    });
    const stated = { ...cells, Currency: ['USD'] };
    expect(guess(stated).mapping.constants).toEqual({ unit: 'hour' });
  });

  it('takes neither sizes for genders nor every ratio for pay', () => {
    const found = guess({
      Title: TITLES,
      Pay: ['1'],
      Country: ['DE'],
      company_size: ['M', 'M', 'L'],
      remote_ratio: ['0', '100'],
    });
    expect(useOf(found, 'company_size')).toMatchObject({ personal: null, reason: 'no use for it' });
    expect(useOf(found, 'remote_ratio').reason).toBe('no use for it');
    expect(found.mapping.kind).toBe('advertised');
  });

  it('prefers the surer of two names, and a unit in the name of the pay to a column of units', () => {
    const cells = {
      role: TITLES,
      title: ['Baker of fine bread', 'Data Analyst'],
      ANNUAL_WAGE: ['50000'],
      UNIT_OF_PAY: ['Hour'],
      Country: ['US'],
    };
    expect(guess(cells).mapping).toMatchObject({
      columns: { title: 'title', pay: 'ANNUAL_WAGE' },
      constants: { unit: 'year' },
    });
    expect(columnsOf(cells).unit).toBeUndefined();
    expect(columnsOf(cells, { columns: { unit: 'UNIT_OF_PAY' } }).unit).toBe('UNIT_OF_PAY');
  });

  it('reads no level from what is none', () => {
    expect(
      columnsOf({ Title: TITLES, Pay: ['1'], Country: ['DE'], 'Education level': ["Bachelor's", 'PhD'] }).level,
    ).toBeUndefined();
  });

  it('tells amounts in thousands', () => {
    expect(guess({ 職種: ['エンジニア'], '年収(万円)': ['500'], 勤務地: ['東京'] }).scaled).toEqual(['年収(万円)']);
    expect(guess({ Title: TITLES, 'Salary (k€)': ['65'], Country: ['DE'] }).scaled).toEqual(['Salary (k€)']);
    expect(guess({ Title: TITLES, Salary: ['65000'], Country: ['DE'] }).scaled).toEqual([]);
  });

  it('passes over pay that is not base pay, and says so', () => {
    const found = guess({
      Title: TITLES,
      'Target Bonus': ['5000'],
      'Total Compensation': ['9'],
      'Base Salary': ['50000'],
      Country: ['US'],
      'Net pay': ['4'],
    });
    expect(found.mapping.columns.pay).toBe('Base Salary');
    for (const name of ['Target Bonus', 'Total Compensation', 'Net pay'])
      expect(useOf(found, name).reason).toBe('not base pay');
  });
});

describe('what the user gave', () => {
  it('stands', () => {
    const cells = { A: TITLES, B: ['1000'], 'Job Title': TITLES, Country: ['DE'] };
    const given = {
      columns: { title: 'A', pay: 'B' },
      constants: { country: 'AT' },
      unmapped: ['level' as const],
      kind: 'paid' as const,
    };
    const { mapping } = guess(cells, given);
    expect(mapping).toMatchObject({ kind: 'paid', columns: { title: 'A', pay: 'B' }, constants: { country: 'AT' } });
    expect(mapping.columns.country).toBeUndefined();
  });

  it('and what is missing is said', () => {
    expect(guess({ x: ['1'], y: ['2'] }).missing).toEqual(['title', 'pay', 'place']);
    expect(guess({ Title: TITLES, Pay: ['1'] }, { constants: { country: 'DE' } }).missing).toEqual([]);
  });
});

it('no name of a column steers the guess beyond our fields', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    '\u001b[2J',
    '=cmd()',
    '<script>',
    'a'.repeat(10_000),
    '',
    '🚀',
    '\ud800',
  ];
  const cells = Object.fromEntries(hostile.map((name) => [`${name} `, ['x']]));
  const { uses, mapping } = guess({ ...cells, Title: TITLES });
  expect(uses.filter(({ field }) => field !== null)).toHaveLength(1);
  for (const field of Object.keys(mapping.columns)) expect(FIELDS).toContain(field);
});
