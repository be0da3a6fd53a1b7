/** `GET /api/v1/search?q=&kind=&limit=`: titles and places as someone types. */
import type { Hono } from 'hono';
import { UsageError } from '../../core/errors.js';
import { MOST_HITS, type SearchHit, type SearchOptions } from '../../core/search.js';

/** Answers at once or, while the index is still made, soon. */
export type SearchAnswer = (query: string, options: SearchOptions) => Promise<readonly SearchHit[]>;

const CACHE_CONTROL = 'public, max-age=300';

/** Adds the route. Whatever the query, the work is bounded: only its first 120 characters and 8 words are read. */
export function mountSearch(app: Hono, search: SearchAnswer): void {
  app.get('/api/v1/search', async (c) => {
    const results = await search(c.req.query('q') ?? '', readOptions(c.req.query('kind'), c.req.query('limit')));
    return c.json({ results }, 200, { 'Cache-Control': CACHE_CONTROL });
  });
}

function readOptions(kind = '', limit = ''): SearchOptions {
  if (kind !== '' && kind !== 'title' && kind !== 'place') {
    throw new UsageError('UNKNOWN_KIND', 'There is no such kind of result.', 'Use kind=title or kind=place.');
  }
  const count = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (limit !== '' && (count < 1 || count > MOST_HITS)) {
    throw new UsageError('BAD_LIMIT', 'The limit is not usable.', `Give limit as a number from 1 to ${MOST_HITS}.`);
  }
  return { ...(kind === '' ? {} : { kind }), ...(limit === '' ? {} : { limit: count }) };
}
