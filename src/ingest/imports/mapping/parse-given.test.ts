import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { UsageError } from '../../../core/errors.js';
import type { Mapping } from '../mapping.js';
import { nearestName } from './nearest-name.js';
import { isColumnList, parseColumnList, parseSettings } from './parse-given.js';
import { readSavedMapping, saveMapping } from './saved-mapping.js';

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    const { code, message, remedy } = failure as UsageError;
    return `${code}: ${message} ${remedy}`;
  }
  return 'no fault';
}

describe('--map', () => {
  it.each([
    [
      'title=Job Title,payLow=Min',
      [
        ['title', 'Job Title'],
        ['payLow', 'Min'],
      ],
    ],
    [
      'pay=Salary, gross (EUR),title=X',
      [
        ['pay', 'Salary, gross (EUR)'],
        ['title', 'X'],
      ],
    ],
    [
      'TITLE = a=b , paylow=c',
      [
        ['title', 'a=b'],
        ['payLow', 'c'],
      ],
    ],
    [
      'level=,title=職種',
      [
        ['level', null],
        ['title', '職種'],
      ],
    ],
  ] as const)('reads %s', (value, expected) => {
    expect(isColumnList(value)).toBe(true);
    expect(parseColumnList(value).map(({ field, column }) => [field, column])).toEqual(expected);
  });

  it.each([
    ['titel=X', 'UNKNOWN_FIELD: --map names no field of ours: "titel". Did you mean title?'],
    ['min=X', 'Did you mean payLow?'],
    ['location=X', 'Did you mean place?'],
    ['zzzzqq=X', 'Fields: title, employer,'],
    ['title=A,title=B', 'FIELD_TWICE: --map gives title twice.'],
  ])('refuses %s', (value, fault) => {
    expect(faultOf(() => parseColumnList(value))).toContain(fault);
  });

  it('tells names and files of saved mappings from columns', () => {
    for (const value of ['payroll', 'a.json', './maps/a.json', 'C:\\maps\\a.json'])
      expect(isColumnList(value)).toBe(false);
  });
});

describe('--set', () => {
  it('reads values for all rows and how the file is written', () => {
    const values = [
      'currency=eur',
      'country=DE',
      'kind=paid',
      'decimal=,',
      'dateOrder=day-first',
      'unit=Month',
      'date=2026-03',
    ];
    expect(parseSettings(values)).toEqual({
      constants: { currency: 'EUR', country: 'DE', unit: 'month', date: '2026-03' },
      kind: 'paid',
      decimal: ',',
      dateOrder: 'day-first',
    });
  });

  it.each([
    ['currency=EURO', 'no currency code of ISO 4217'],
    ['currency', 'it has no value'],
    ['unit=fortnight', 'Values: year month week day hour.'],
    ['level=guru', 'it is no level'],
    ['date=03/04/2026', 'it is no date'],
    ['occupation=2131', 'no SOC 2018 code'],
    ['pay=5', 'pay differs from row to row'],
    ['kind=payroll', 'Values: advertised paid.'],
    ['contry=DE', 'Did you mean country?'],
    ['currency=\u001b[31m', 'no currency code'],
  ])('refuses %s', (value, fault) => {
    const said = faultOf(() => parseSettings([value]));
    expect(said).toContain(fault);
    expect(said).not.toContain('\u001b');
  });
});

describe('saved mappings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-mappings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const mapping: Mapping = {
    kind: 'paid',
    columns: { title: 'Job', pay: 'Salary' },
    constants: { country: 'DE' },
    decimal: ',',
    dateOrder: null,
  };

  it('come back as they were, by name and by path', async () => {
    const path = await saveMapping(join(folder, 'kept'), 'pay-2026', mapping);
    expect(await readSavedMapping(join(folder, 'kept'), 'pay-2026')).toEqual(mapping);
    expect(await readSavedMapping(folder, path)).toEqual(mapping);
    await expect(readSavedMapping(join(folder, 'kept'), 'pay-2025')).rejects.toMatchObject({
      remedy: 'Did you mean pay-2026?',
    });
  });

  it('may leave parts open', async () => {
    writeFileSync(join(folder, 'short.json'), '{"columns":{"title":"Job"}}');
    expect(await readSavedMapping(folder, 'short')).toMatchObject({ kind: 'advertised', constants: {}, decimal: '.' });
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it is no JSON object'],
    ['{"columns":{"titel":"x"}}', '"titel" is no field of ours'],
    ['{"columns":{"title":5}}', 'columns is no object of texts'],
    ['{"columns":{},"kind":"x"}', 'kind is neither'],
    ['{"columns":{},"more":1}', 'it has a part "more"'],
    ['{"columns":{},"decimal":";"}', 'decimal is neither'],
    ['{"columns":{},"dateOrder":"x"}', 'dateOrder is none'],
  ])('are refused where they are damaged: %s', async (text, fault) => {
    writeFileSync(join(folder, 'bad.json'), text);
    await expect(readSavedMapping(folder, 'bad')).rejects.toThrow(fault);
  });

  it.each(['../evil', 'a/b', '..', '', 'a\u0000b', '.hidden'])(
    'never have a name that leads elsewhere: %j',
    async (name) => {
      await expect(saveMapping(folder, name, mapping)).rejects.toMatchObject({ code: 'INVALID_NAME' });
    },
  );
});

it('finds the nearest name', () => {
  expect(nearestName('Job Titel', ['Pay', 'Job Title', 'Town'])).toBe('Job Title');
  expect(nearestName('salary', ['Base Salary (EUR)', 'Town'])).toBe('Base Salary (EUR)');
  expect(nearestName('qqqq', ['Pay', 'Town'])).toBeNull();
});
