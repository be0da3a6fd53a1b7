// Writes the published JSON Schemas from the shapes the program is typed with: npm run schema
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..');

export const REPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.report-1.schema.json');

export const IMPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.import-1.schema.json');

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

/** @param {object} schema */
export function schemaText(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = reportJsonSchema(await import('../dist/report/schema.js'));
  const imports = importJsonSchema(await import('../dist/report/import-summary.js'));
  await mkdir(dirname(REPORT_SCHEMA_PATH), { recursive: true });
  const texts = new Map([
    [REPORT_SCHEMA_PATH, schemaText(report)],
    [IMPORT_SCHEMA_PATH, schemaText(imports)],
  ]);
  for (const [path, text] of texts) {
    await writeFile(path, text);
    process.stdout.write(`${path}\n`);
  }
}
