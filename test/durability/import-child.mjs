// One import in a process of its own, to be killed. Arguments: folder of the built program, a JSON request.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = '', request = ''] = process.argv.slice(2);
const { own, path, columns, mapping, waitMs, fullSteps } = JSON.parse(request);
const load = (/** @type {string} */ module) => import(pathToFileURL(join(dist, module)).href);
const { runImport } = await load('ingest/imports/run.js');
const { openImportWorkshop } = await load('store/duckdb/imports/import-workshop.js');
const { READING } = await import('./child-reading.mjs');

/** @param {object} message */
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const bytes = readFileSync(path);
const name = path.split('/').at(-1);
const table = { name, columns, content: { kind: 'csv', path, delimiter: ',' }, rejected: null };
const workshop = openImportWorkshop({ memoryMegabytes: 300 });
tell({ ready: true });
try {
  const outcome = await runImport({
    input: {
      fileName: name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      tables: [table],
    },
    mappings: [mapping],
    home: { own },
    reading: READING,
    workshop,
    progress: { step: (/** @type {string} */ step) => fullSteps && tell({ step }), done: () => {} },
    textVersion: 'test',
    say: (/** @type {string} */ message) => tell({ said: message }),
    waitMs,
  });
  tell({ outcome });
} catch (failure) {
  const { name, code, message, remedy } = /** @type {Record<string, string>} */ (failure);
  tell({ failure: { name, code, message, remedy } });
  process.exitCode = 1;
}
await workshop.close();
