// Writes the published JSON Schemas from the shapes the program is typed with: npm run schema
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..');

export const REPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.report-1.schema.json');

export const IMPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.import-1.schema.json');

export const SCOREBOARD_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.scoreboard-1.schema.json');

export const BENCHMARK_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.benchmark-1.schema.json');

export const COMPARISON_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.comparison-1.schema.json');

export const CELLS_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.cells-1.schema.json');

export const EXPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.export-1.schema.json');

export const CORRECTION_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.correction-1.schema.json');

export const CORRECTION_REVIEW_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.correction-review-1.schema.json');

/** Parts of a report that other programs want to name. */
const NAMED = { findingSchema: 'Finding', figureSchema: 'Figure', sectionSchema: 'Section' };

/**
 * The JSON Schema (draft 2020-12) of a report.
 *
 * @param {typeof import('../src/report/schema.js')} shapes
 */
export function reportJsonSchema(shapes) {
  for (const [key, id] of Object.entries(NAMED)) {
    const shape = shapes[/** @type {keyof typeof NAMED} */ (key)];
    z.globalRegistry.add(shape, { ...z.globalRegistry.get(shape), id });
  }
  const { $schema, ...body } = z.toJSONSchema(shapes.reportSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:report:1',
    title: 'Going Rate report',
    description: 'Model of one report, goingrate.report/1: every output is made from it and from nothing else.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of what an import did.
 *
 * @param {typeof import('../src/report/import-summary.js')} shapes
 */
export function importJsonSchema(shapes) {
  const { $schema, ...body } = z.toJSONSchema(shapes.importSummarySchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:import:1',
    title: 'Going Rate import summary',
    description: 'What an import of own data did, goingrate.import/1: rows imported, repeated and set aside.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of the scoreboard.
 *
 * @param {typeof import('../src/report/scoreboard.js')} shapes
 */
export function scoreboardJsonSchema(shapes) {
  const { $schema, ...body } = z.toJSONSchema(shapes.scoreboardSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:scoreboard:1',
    title: 'Going Rate scoreboard',
    description: 'What goingrate backtest measured, goingrate.scoreboard/1: each score with its hold, misses included.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of a benchmark; a row alone is its `BenchmarkRow`.
 *
 * @param {typeof import('../src/report/benchmark-schema.js')} shapes
 */
export function benchmarkJsonSchema(shapes) {
  z.globalRegistry.add(shapes.benchmarkRowSchema, { id: 'BenchmarkRow' });
  const { $schema, ...body } = z.toJSONSchema(shapes.benchmarkSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:benchmark:1',
    title: 'Going Rate benchmark',
    description:
      'A payroll, or a list of titles and places, held against the market, goingrate.benchmark/1: a row each.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of a comparison.
 *
 * @param {typeof import('../src/report/comparison-schema.js')} shapes
 * @param {Pick<typeof import('../src/report/schema.js'), 'findingSchema'>} parts
 */
export function comparisonJsonSchema(shapes, { findingSchema }) {
  z.globalRegistry.add(findingSchema, { ...z.globalRegistry.get(findingSchema), id: 'Finding' });
  const { $schema, ...body } = z.toJSONSchema(shapes.comparisonSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:comparison:1',
    title: 'Going Rate comparison',
    description:
      'Two to four questions side by side, goingrate.comparison/1: every difference with its interval or its obstacle.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of published groups of own data; a group alone, a line of JSON lines, is its
 * `PublishedGroup`.
 *
 * @param {typeof import('../src/report/publication.js')} shapes
 */
export function cellsJsonSchema(shapes) {
  z.globalRegistry.add(shapes.publicationCellSchema, { id: 'PublishedGroup' });
  const { $schema, ...body } = z.toJSONSchema(shapes.publicationSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:cells:1',
    title: 'Going Rate published groups',
    description:
      'Figures from own pay records that may be published, goingrate.cells/1: groups large enough, and no more.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of what an export did.
 *
 * @param {typeof import('../src/report/publication.js')} shapes
 */
export function exportJsonSchema(shapes) {
  const { $schema, ...body } = z.toJSONSchema(shapes.exportSummarySchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:export:1',
    title: 'Going Rate export summary',
    description: 'What an export did, goingrate.export/1: groups published, repeated and suppressed, with the reasons.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of a correction.
 *
 * @param {typeof import('../src/report/correction-schema.js')} shapes
 */
export function correctionJsonSchema(shapes) {
  const { $schema, ...body } = z.toJSONSchema(shapes.correctionSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:correction:1',
    title: 'Going Rate correction',
    description: 'What a reader says is wrong in a report, goingrate.correction/1, with evidence and a signature.',
    ...body,
  };
}

/**
 * The JSON Schema (draft 2020-12) of the review of a correction.
 *
 * @param {typeof import('../src/report/correction-review-schema.js')} shapes
 */
export function correctionReviewJsonSchema(shapes) {
  const { $schema, ...body } = z.toJSONSchema(shapes.correctionReviewSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:goingrate:schema:correction-review:1',
    title: 'Going Rate review of a correction',
    description: 'A correction held against the market, goingrate.correction-review/1.',
    ...body,
  };
}

/** @param {object} schema */
export function schemaText(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = reportJsonSchema(await import('../dist/report/schema.js'));
  const imports = importJsonSchema(await import('../dist/report/import-summary.js'));
  const scoreboard = scoreboardJsonSchema(await import('../dist/report/scoreboard.js'));
  const benchmarks = benchmarkJsonSchema(await import('../dist/report/benchmark-schema.js'));
  const comparisons = comparisonJsonSchema(
    await import('../dist/report/comparison-schema.js'),
    await import('../dist/report/schema.js'),
  );
  const publication = await import('../dist/report/publication.js');
  await mkdir(dirname(REPORT_SCHEMA_PATH), { recursive: true });
  const texts = new Map([
    [REPORT_SCHEMA_PATH, schemaText(report)],
    [CORRECTION_SCHEMA_PATH, schemaText(correctionJsonSchema(await import('../dist/report/correction-schema.js')))],
    [
      CORRECTION_REVIEW_SCHEMA_PATH,
      schemaText(correctionReviewJsonSchema(await import('../dist/report/correction-review-schema.js'))),
    ],
    [IMPORT_SCHEMA_PATH, schemaText(imports)],
    [COMPARISON_SCHEMA_PATH, schemaText(comparisons)],
    [CELLS_SCHEMA_PATH, schemaText(cellsJsonSchema(publication))],
    [EXPORT_SCHEMA_PATH, schemaText(exportJsonSchema(publication))],
    [BENCHMARK_SCHEMA_PATH, schemaText(benchmarks)],
    [SCOREBOARD_SCHEMA_PATH, schemaText(scoreboard)],
  ]);
  for (const [path, text] of texts) {
    await writeFile(path, text);
    process.stdout.write(`${path}\n`);
  }
}
