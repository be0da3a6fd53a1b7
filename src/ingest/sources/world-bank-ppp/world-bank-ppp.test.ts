import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import { worldBankPpp } from './connector.js';
import { normalizeParities } from './normalize.js';
import { parityAnswer } from './parse.js';

const COUNTRIES = new Set(['DE', 'GB', 'VE', 'AR']);
const parity = (area: string, year: string, value: string | null) => ({ area, year, value });

describe('normalizeParities', () => {
  it('keeps countries and rounds to six digits', () => {
    const reading = normalizeParities(
      [parity('DE', '2030', '0.7123456789'), parity('1W', '2030', '1'), parity('DE', '2005', '0.8')],
      COUNTRIES,
    );
    expect(reading.tables.purchasingPower).toEqual([{ country: 'DE', year: 2030, perUsd: 0.712346 }]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1, newest: '2030-12-31' });
  });

  it('leaves out what says nothing', () => {
    const reading = normalizeParities(
      [
        parity('VE', '2030', '0.0000000000268'),
        parity('GB', '2030', null),
        parity('AR', '2029', '139.8'),
        parity('AR', '2030', '419.9'),
        parity('AR', '2031', '500'),
      ],
      COUNTRIES,
    );
    expect(reading.tables.purchasingPower!.map(({ country, year }) => `${country} ${year}`)).toEqual([
      'AR 2029',
      'AR 2031',
    ]);
  });

  it('refuses what is no figure', () => {
    expect(() => normalizeParities([parity('DE', '2030', 'n/a')], COUNTRIES)).toThrow(/n\/a/);
  });
});

describe('parityAnswer', () => {
  const record = { country: { id: 'DE', value: 'Germany' }, countryiso3code: 'DEU', date: '2030', value: 0.7 };

  it("reads the publisher's answer", () => {
    expect(parityAnswer([{ page: 1, pages: 1 }, [record, { ...record, value: null }]])).toEqual([
      parity('DE', '2030', '0.7'),
      parity('DE', '2030', null),
    ]);
  });

  it.each([[{}], [[{ message: [{ id: '120' }] }]], [[{}, [{ ...record, value: '0.7' }]]], [[{}, [{ date: '2030' }]]]])(
    'refuses %j',
    (answer) => {
      expect(() => parityAnswer(answer)).toThrow(/PA\.NUS\.PPP/);
    },
  );
});

describeNeeding(['data'], 'world-bank-ppp on the published file', () => {
  it('gives one parity a country and year and accounts for every record', async () => {
    const list = resolve(import.meta.dirname, '..', '..', '..', '..', 'reviewed', 'countries.json');
    const reading = await readSharedSource(worldBankPpp(JSON.parse(readFileSync(list, 'utf8'))));
    expect([reading.rowsIn, accountedFor(reading)]).toEqual([6856, 6856]);
    const rows = reading.tables.purchasingPower!;
    expect(tiedRows('purchasingPower', rows)).toEqual([]);
    expect(theRow(rows, { country: 'US', year: 2024 }).perUsd).toBe(1);
    expect(theRow(rows, { country: 'GB', year: 2024 }).perUsd).toBeGreaterThan(0.6);
    expect(theRow(rows, { country: 'GB', year: 2024 }).perUsd).toBeLessThan(0.75);
    expect(rows.filter(({ country }) => country === 'VE' || country === 'XK')).toEqual([]);
  });
});
