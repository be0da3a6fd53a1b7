import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { SCOREBOARD_SCHEMA_PATH, schemaText, scoreboardJsonSchema } from '../../scripts/schema.mjs';
import { judged } from '../../src/core/score.js';
import * as shapes from '../../src/report/scoreboard.js';

const committed = readFileSync(SCOREBOARD_SCHEMA_PATH, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
  JSON.parse(committed),
);

const faultsOf = (model: unknown): string[] => {
  validate(model);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const score = judged({
  id: 'titles.ece',
  metric: 'error',
  value: 0.01,
  reference: null,
  limits: { low: null, high: 0.03 },
  n: 5,
  counted: 'pairs',
  parts: [{ name: 'p', value: 1, n: 2, limits: null }],
});
const model: shapes.Scoreboard = {
  schema: 'goingrate.scoreboard/1',
  asOf: '2026-08-08',
  summary: { met: 1, missed: 0, reported: 0 },
  scoreboard: [score, { ...score, met: null, hold: null, limits: null, recordedOn: '2026-11-23', standardError: 0.1 }],
  notes: [],
};
const withScore = (changes: object) => ({ ...model, scoreboard: [{ ...score, ...changes }] });

describe('schemas/goingrate.scoreboard-1.schema.json', () => {
  it('is what npm run schema writes', () => {
    expect(committed).toBe(schemaText(scoreboardJsonSchema(shapes)));
  });

  it('fits a scoreboard', () => {
    expect(faultsOf(model)).toEqual([]);
    expect(shapes.scoreboardSchema.safeParse(model).success).toBe(true);
  });

  it.each<[string, object]>([
    ['an unknown id', { id: 'premium.sim.fdr' }],
    ['a verdict in words', { met: 'met' }],
    ['no value', { value: null }],
    ['a negative n', { n: -1 }],
    ['a day that is none', { recordedOn: 'yesterday' }],
    ['more than is known', { extra: 1 }],
  ])('does not fit %s', (_, changes) => {
    expect(faultsOf(withScore(changes))).not.toEqual([]);
  });
});
