import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { COMPARISON_SCHEMA_PATH, comparisonJsonSchema, schemaText } from '../../scripts/schema.mjs';
import { compareReports } from '../../src/report/comparison.js';
import * as shapes from '../../src/report/comparison-schema.js';
import * as parts from '../../src/report/schema.js';
import { comparedReport, TEXAS } from '../fixtures/compared-reports.js';

const committed = readFileSync(COMPARISON_SCHEMA_PATH, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(committed));

const faultsOf = (model: unknown): string[] => {
  validate(model);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const comparison = compareReports([
  comparedReport(),
  comparedReport({ place: TEXAS, median: [150_000, 140_000, 165_000] }),
]);

describe('schemas/goingrate.comparison-1.schema.json', () => {
  it('is what npm run schema writes', () => {
    expect(committed).toBe(schemaText(comparisonJsonSchema(shapes, parts)));
  });

  it('fits comparisons with a difference and without', () => {
    expect(faultsOf(comparison)).toEqual([]);
    expect(faultsOf(compareReports([comparedReport(), comparedReport()]))).toEqual([]);
  });

  it('does not fit other things', () => {
    const { differences, ...rest } = comparison;
    expect(faultsOf(rest)).toEqual([" must have required property 'differences'"]);
    expect(faultsOf({ ...comparison, questions: comparison.questions.slice(0, 1) })).toEqual([
      '/questions must NOT have fewer than 2 items',
    ]);
    expect(faultsOf({ ...rest, differences: [{ ...differences[0], obstacle: 'mood' }] })[0]).toContain(
      '/differences/0/obstacle',
    );
  });
});
