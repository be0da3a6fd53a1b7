// The floor of any generator: writes pages that are bytes already.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawView } from './site-template.mjs';

const [input = '', out = ''] = process.argv.slice(2);
/** @type {import('./site-peers.mjs').SiteInput} */
const { pages, views } = JSON.parse(readFileSync(input, 'utf8'));
const drawn = views.map((view) => Buffer.from(drawView(view)));
for (const { path, view } of pages) {
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, path, 'index.html'), drawn[view] ?? '');
}
