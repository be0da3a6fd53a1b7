// Writes the published JSON Schemas from the shapes the program is typed with: npm run schema
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..');

export const REPORT_SCHEMA_PATH = join(ROOT, 'schemas', 'goingrate.report-1.schema.json');

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

/** @param {object} schema */
export function schemaText(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const shapes = await import('../dist/report/schema.js');
  await mkdir(dirname(REPORT_SCHEMA_PATH), { recursive: true });
  await writeFile(REPORT_SCHEMA_PATH, schemaText(reportJsonSchema(shapes)));
  process.stdout.write(`${REPORT_SCHEMA_PATH}\n`);
}
