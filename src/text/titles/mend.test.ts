import { describe, expect, it } from 'vitest';
import { buildVocabulary, mendKey } from './mend.js';

const vocabulary = buildVocabulary([
  'electricians electrical cashiers',
  'machine learning engineer engine',
  'physical therapists receptionists plumber baker insider experience manager',
]);

describe('mendKey', () => {
  it.each([
    ['electrican', 'electrician'],
    ['casheir', 'cashier'],
    ['machin lerning enginer', 'machine learning engineer'],
    ['phisical therapist', 'physical therapist'],
    ['recieptionist', 'receptionist'],
    ['plumer', 'plumber'],
    ['senior enginneer', 'senior engineer'],
  ])('%s is %s', (key, mended) => {
    expect(mendKey(key, vocabulary)).toBe(mended);
  });

  it.each([
    'electrician',
    'baler',
    'inside sales',
    'experienced plumber',
    'rlectrician',
    'truk',
    '',
    'x'.repeat(31),
    '__proto__',
  ])('leaves %j', (key) => {
    expect(mendKey(key, vocabulary)).toBeNull();
  });
});
