import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LevelId } from '../../core/level.js';
import { TEXT_VERSION } from '../../text/version.js';
import { type PayFile, writePayFile } from './pay-file.js';
import { readPayModel } from './read-pay-model.js';

const NOTHING: PayFile['filed'] = {
  centreHashes: new Uint32Array(0),
  centres: new Int16Array(0),
  spreadHashes: new Uint32Array(0),
  spreads: new Int16Array(0),
  errors: new Int16Array(0),
};

const file = (description: string) =>
  writePayFile({
    description: new TextEncoder().encode(description),
    officialMedians: new Uint16Array(0),
    officialSpreads: new Int16Array(0),
    filed: NOTHING,
    posted: NOTHING,
  });

const described = (textVersion: string) =>
  JSON.stringify({ version: '7', textVersion, officialPlaces: [], officialOccupations: [], filed: null, posted: null });

describe('readPayModel', () => {
  it('says nothing of a basis that was not fitted', () => {
    const model = readPayModel(file(described(TEXT_VERSION)));
    expect(model.version).toBe('7');
    for (const basis of ['filed', 'posted'] as const) {
      const question = { basis, workKey: 'welder', role: null, level: null, state: null, occupations: [] };
      expect(model.predict(question)).toBeNull();
    }
  });

  it('refuses titles of another version of the text engines', () => {
    expect(() => readPayModel(file(described('0')))).toThrow(/text version 0/);
  });

  it('refuses a description that is none', () => {
    expect(() => readPayModel(file('{'))).toThrow(/damaged/);
  });
});

describe('the shipped pay model', () => {
  const model = readPayModel(readFileSync(new URL('../../../market/models/pay.bin', import.meta.url)));
  const at = (level: LevelId | null) =>
    model.predict({
      basis: 'posted',
      workKey: 'product manager',
      role: 'product-manager',
      level,
      state: 'US-CO',
      occupations: [{ soc: '11-2021', title: 'Marketing Managers', share: 1 }],
    });

  it('says nothing of levels that too few employers name', () => {
    expect(at('executive')).toBeNull();
    expect(at('intern')).toBeNull();
  });

  it('keeps the order of the others', () => {
    const centres = (['entry', 'mid', 'senior', 'lead', 'principal'] as const).map((level) => at(level)!.centre);
    expect(centres).toEqual([...centres].sort((a, b) => a - b));
    expect(at(null)).not.toBeNull();
  });
});
