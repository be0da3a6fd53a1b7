import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { IMPORT_SCHEMA_PATH, importJsonSchema, schemaText } from '../../scripts/schema.mjs';
import { joinSummaries } from '../../src/app/join-summaries.js';
import * as shapes from '../../src/report/import-summary.js';

const committed = readFileSync(IMPORT_SCHEMA_PATH, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(committed));

const faultsOf = (model: unknown): string[] => {
  validate(model);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const file = (name: string, quarantined: number): shapes.ImportedFile => ({
  file: name,
  id: '0123456789abcdef',
  kind: 'advertised',
  summary: { rows: 10 + quarantined, imported: 9, repeated: 1, quarantined },
  reasons: quarantined === 0 ? [] : [{ reason: 'no title', count: quarantined }],
  quarantine: quarantined === 0 ? null : `/data/own/quarantine/${name}.csv`,
  error: null,
});

const failed: shapes.ImportedFile = {
  file: 'x.png',
  id: null,
  kind: null,
  summary: null,
  reasons: [],
  quarantine: null,
  error: '"x.png" cannot be read: it is a PNG picture.',
};

describe('schemas/goingrate.import-1.schema.json', () => {
  it('is what npm run schema writes', () => {
    expect(committed).toBe(schemaText(importJsonSchema(shapes)));
  });

  it('fits the summary of one file, whose first key names it', () => {
    const model = joinSummaries([file('a', 2)], false);
    expect(faultsOf(model)).toEqual([]);
    expect(Object.keys(model)).toEqual(['schema', 'summary', 'reasons', 'quarantine']);
    expect(model).toMatchObject({ summary: { rows: 12, quarantined: 2 }, quarantine: '/data/own/quarantine/a.csv' });
  });

  it('fits the sums of a folder, files left out included', () => {
    const model = joinSummaries([file('a', 2), file('b', 3), failed, file('c', 0)], true);
    expect(faultsOf(model)).toEqual([]);
    expect(model).toMatchObject({
      summary: { rows: 35, imported: 27, repeated: 3, quarantined: 5 },
      reasons: [{ reason: 'no title', count: 5 }],
      quarantine: '/data/own/quarantine',
    });
    expect(model.files).toHaveLength(4);
  });

  it('does not fit other things', () => {
    const model = joinSummaries([file('a', 2)], false);
    expect(faultsOf({ ...model, summary: { ...model.summary, rows: -1 } })).toEqual(['/summary/rows must be >= 0']);
    expect(faultsOf({ ...model, extra: 1 })).toEqual([' must NOT have additional properties']);
  });
});
