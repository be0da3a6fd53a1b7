import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  CELLS_SCHEMA_PATH,
  cellsJsonSchema,
  EXPORT_SCHEMA_PATH,
  exportJsonSchema,
  schemaText,
} from '../../scripts/schema.mjs';
import * as shapes from '../../src/report/publication.js';

const cells = readFileSync(CELLS_SCHEMA_PATH, 'utf8');
const summary = readFileSync(EXPORT_SCHEMA_PATH, 'utf8');
const ajv = new Ajv2020({ strict: true, allErrors: true });
const faultsWith = (committed: string) => {
  const validate = ajv.compile(JSON.parse(committed));
  return (model: unknown): string[] => {
    validate(model);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};

const cell: shapes.PublicationCell = {
  basis: 'paid',
  work: { kind: 'role', id: 'data-engineer', name: 'Data Engineer' },
  level: null,
  place: { id: 'US', name: 'United States' },
  currency: 'USD',
  period: { from: '2026-01', to: '2026-06' },
  records: { from: 1000, to: null },
  employers: null,
  percentiles: { '50': 120_000 },
};
const publication: shapes.Publication = { schema: 'goingrate.cells/1', rules: ['a rule'], cells: [cell] };

describe('the schemas of an export', () => {
  const faults = { cells: faultsWith(cells), summary: faultsWith(summary) };

  it('are what npm run schema writes', () => {
    expect(cells).toBe(schemaText(cellsJsonSchema(shapes)));
    expect(summary).toBe(schemaText(exportJsonSchema(shapes)));
  });

  it('fit what is written, and nothing that says more', () => {
    expect(faults.cells(publication)).toEqual([]);
    expect(faults.cells({ ...publication, cells: [{ ...cell, n: 12 }] })).toEqual([
      '/cells/0 must NOT have additional properties',
    ]);
    expect(faults.cells({ ...publication, cells: [{ ...cell, percentiles: { '50': 1, '99': 2 } }] })).toEqual([
      '/cells/0/percentiles must NOT have additional properties',
    ]);
    expect(
      faults.cells({ ...publication, cells: [{ ...cell, period: { from: '2026-01-05', to: '2026-06' } }] }),
    ).toHaveLength(1);
  });

  it('fit the summary', () => {
    const counted = { reason: 'fewer than 10 persons', count: 3 };
    const model: shapes.ExportSummary = {
      schema: 'goingrate.export/1',
      file: null,
      records: 9,
      leftOut: [],
      groups: { published: 0, repeated: 0, suppressed: 3 },
      suppressed: [counted],
    };
    expect(faults.summary(model)).toEqual([]);
    expect(faults.summary({ ...model, records: -1 })).toEqual(['/records must be >= 0']);
  });
});
