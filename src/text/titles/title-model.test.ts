import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../stats/seeded-rng.js';
import { normaliseTitle } from './normalise.js';
import { ABSTAIN_BELOW, estimateOccupations, readTitleModel } from './title-model.js';

const FILE = resolve(import.meta.dirname, '..', '..', '..', 'market', 'models', 'titles.bin');
const bytes = readFileSync(FILE);
const model = readTitleModel(bytes);
const estimate = (title: string) => estimateOccupations(normaliseTitle(title), model);
const first = (title: string) => estimate(title).occupations[0]?.soc;

describe('the shipped title model', () => {
  it('is small enough to ship', () => {
    expect(bytes.length).toBeLessThanOrEqual(4_000_000);
  });

  it.each([
    ['Software Engineer', '15-1252'],
    ['Senior Software Engineer II', '15-1252'],
    ['Sr. Java Developer (Remote)', '15-1252'],
    ['Data Scientist', '15-2051'],
    ['Lead Data Scientist', '15-2051'],
    ['Data Analyst', '15-2051'],
    ['QA Engineer', '15-1253'],
    ['Database Administrator', '15-1242'],
    ['Network Administrator', '15-1244'],
    ['Cyber Security Analyst', '15-1212'],
    ['UX Designer', '15-1255'],
    ['Marketing Manager', '11-2021'],
    ['Construction Manager', '11-9021'],
    ['Mechanical Engineer', '17-2141'],
    ['Electrical Engineer', '17-2071'],
    ['Civil Engineer', '17-2051'],
    ['Accountant', '13-2011'],
    ['Financial Analyst', '13-2051'],
    ['Attorney', '23-1011'],
    ['Registered Nurse', '29-1141'],
    ['RN - Emergency Department', '29-1141'],
    ['Pharmacist', '29-1051'],
    ['Physical Therapist', '29-1123'],
    ['Dentist', '29-1021'],
    ['Veterinarian', '29-1131'],
    ['High School Math Teacher', '25-2031'],
    ['Elementary School Teacher', '25-2021'],
    ['Cashier', '41-2011'],
    ['Retail Sales Associate', '41-2031'],
    ['Waiter', '35-3031'],
    ['Bartender', '35-3011'],
    ['Truck Driver', '53-3032'],
    ['CDL A Truck Driver', '53-3032'],
    ['School Bus Driver', '53-3051'],
    ['Electrician', '47-2111'],
    ['Plumber', '47-2152'],
    ['Carpenter', '47-2031'],
    ['Welder', '51-4121'],
    ['Janitor', '37-2011'],
    ['Security Guard', '33-9032'],
    ['Police Officer', '33-3051'],
    ['Firefighter', '33-2011'],
    ['Hairdresser', '39-5012'],
    ['Receptionist', '43-4171'],
    ['Chief Executive Officer', '11-1011'],
    ['Actuary', '15-2011'],
    ['Economist', '19-3011'],
    ['Architect', '17-1011'],
  ])('reads %s as %s', (title, soc) => {
    expect([estimate(title).support >= ABSTAIN_BELOW, first(title)]).toEqual([true, soc]);
  });

  it('reads misspelt titles', () => {
    expect([first('Softwre Enginer'), first('Registred Nurse'), first('Mecanical Enginer')]).toEqual([
      '15-1252',
      '29-1141',
      '17-2141',
    ]);
  });

  it('spreads a machine-learning lead over several occupations, and names the group', () => {
    const { occupations, broader } = estimate('Machine Learning Lead');
    expect(occupations.map(({ soc }) => soc)).toEqual(expect.arrayContaining(['15-1252', '15-2051', '15-1221']));
    expect(broader?.code).toMatch(/^15-/);
    expect(occupations.reduce((sum, { p }) => sum + p, 0)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['asdf qwer'],
    ['12345'],
    ['¯\\_(ツ)_/¯'],
    [''],
    ['xkqz vbnw'],
    ['\uD800\uDC00\uD800'],
    ['ﷺ'.repeat(50)],
    ['軟體工程師'],
  ])('has nothing to say about %j', (title) => {
    expect(estimate(title).support).toBeLessThan(ABSTAIN_BELOW);
  });

  it('has nothing to say about random letters', () => {
    const rng = seededRng(5);
    const word = () => Array.from({ length: 4 + Math.floor(rng() * 6) }, () => letter(rng())).join('');
    const titles = Array.from({ length: 500 }, () => `${word()} ${word()}`);
    const abstained = titles.filter((title) => estimateOccupations(title, model).support < ABSTAIN_BELOW);
    expect(abstained.length).toBeGreaterThan(0.95 * titles.length);
  });

  it('keeps every promise of an estimate for any text', () => {
    const rng = seededRng(6);
    for (let i = 0; i < 3000; i += 1) {
      const units = Array.from({ length: Math.floor(rng() * 30) }, () =>
        Math.floor(rng() * (i % 2 === 0 ? 128 : 65_536)),
      );
      const { occupations, broader, support } = estimateOccupations(String.fromCharCode(...units), model);
      const shares = occupations.map(({ p }) => p);
      expect(shares.every((p, at) => p > 0 && p <= (shares[at - 1] ?? 1))).toBe(true);
      expect(shares.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1);
      expect(support >= 0 && support <= 1).toBe(true);
      if (broader !== null) expect(broader.code).toMatch(/^\d\d-\d{4}$/);
    }
  });

  it('takes no more steps for a longer text than its limit allows', () => {
    const steps = (key: string) => {
      const meter = { steps: 0 };
      estimateOccupations(key, model, meter);
      return meter.steps;
    };
    expect(steps('nurse '.repeat(40))).toBeLessThanOrEqual(2 * steps('nurse '.repeat(20)));
    expect(steps('x'.repeat(10_000_000))).toBe(steps('x'.repeat(2000)));
  });

  it('gives the same answer whatever was asked before', () => {
    const once = JSON.stringify(estimate('Data Engineer'));
    estimate('Registered Nurse');
    expect(JSON.stringify(estimate('Data Engineer'))).toBe(once);
  });
});

describe('readTitleModel', () => {
  it.each([
    ['an empty file', new Uint8Array(0)],
    ['half of it', bytes.subarray(0, bytes.length >> 1)],
    ['other bytes', new TextEncoder().encode('not a model at all, but long enough to hold a header '.repeat(4))],
  ])('names the damage of %s', (_, damaged) => {
    expect(() => readTitleModel(damaged)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED', exitCode: 1 }));
  });

  it('notices one changed byte', () => {
    const changed = Uint8Array.from(bytes);
    changed[changed.length >> 1]! ^= 1;
    expect(() => readTitleModel(changed)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }));
  });
});

function letter(at: number): string {
  return String.fromCharCode(97 + Math.floor(at * 26));
}
