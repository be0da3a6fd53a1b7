// The framework alone: one route that answers with the bytes of a file. What our own server is measured against.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const page = readFileSync(process.argv[2] ?? '', 'utf8');
const app = new Hono();
app.get('/', (context) => context.html(page));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}\n`),
);
