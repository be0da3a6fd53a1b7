import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { BENCHMARK_SCHEMA_PATH, benchmarkJsonSchema, schemaText } from '../../scripts/schema.mjs';
import { renderBenchmarkJson, renderBenchmarkLines } from '../../src/render/json/benchmark.js';
import type { BenchmarkRow } from '../../src/report/benchmark-model.js';
import * as shapes from '../../src/report/benchmark-schema.js';
import { benchmarkRow, benchmarkStream, HOSTILE, NO_FIGURE, PAY } from '../fixtures/benchmark-rows.js';

const committed = readFileSync(BENCHMARK_SCHEMA_PATH, 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(committed));

const faultsOf = (model: unknown): string[] => {
  validate(model);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

const ROWS: BenchmarkRow[] = [
  benchmarkRow({ pay: PAY }),
  benchmarkRow({ ...NO_FIGURE, row: 2, title: HOSTILE, currency: null, asOf: null, note: 'No.' }),
];

describe('schemas/goingrate.benchmark-1.schema.json', () => {
  it('is what npm run schema writes', () => {
    expect(committed).toBe(schemaText(benchmarkJsonSchema(shapes)));
  });

  it('fits a benchmark as JSON, with rows and without', async () => {
    for (const rows of [ROWS, []]) {
      const model = JSON.parse(await text(renderBenchmarkJson(benchmarkStream(rows))));
      expect(faultsOf(model)).toEqual([]);
      expect(Object.keys(model)).toEqual(['schema', 'asOf', 'basis', 'rows', 'summary', 'sources', 'method']);
      expect(model.rows).toEqual(rows);
    }
  });

  it('is given row by row as JSON lines', async () => {
    const lines = (await text(renderBenchmarkLines(benchmarkStream(ROWS)))).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(ROWS);
  });

  it('does not fit other things', () => {
    const model = { ...benchmarkStream([]).opening, rows: [benchmarkRow({ n: -1 })], ...benchmarkStream([]).closing() };
    const { hasPay: _, ...plain } = model;
    expect(faultsOf(plain)).toEqual(['/rows/0/n must be >= 0']);
    expect(faultsOf({ ...plain, rows: [], extra: 1 })).toEqual([' must NOT have additional properties']);
  });
});
