/** The front page and the lists of roles and places. */
import type { Context, Hono } from 'hono';
import type { ByteCache } from './byte-cache.js';
import { type Fault, NO_PAGE } from './faults.js';
import { type Prepared, prepared, send } from './prepared.js';
import { decodedPath, HTML, headersOf, PLACE, withSlash } from './responses.js';

export interface ListRoutes {
  /** The page at a path below the root, or null. */
  readonly pageAt: (path: string) => { readonly html: string } | null;
  /** Changes whenever pages may have changed. */
  readonly version: () => number;
  readonly pages: ByteCache<Prepared | null>;
  readonly fail: (c: Context, fault: Fault) => Response;
}

const FOLDERS = [
  '',
  'roles/',
  'roles/in/:group/',
  'roles/:role/',
  'roles/:role/in/:group/',
  'places/',
  'places/in/:group/',
  `${PLACE}/`,
  `${PLACE}/in/:group/`,
];

/** Adds them at their folders, with `index.html` and, by a redirect, without the slash. */
export function mountLists(app: Hono, { pageAt, version, pages, fail }: ListRoutes): void {
  const list = async (c: Context): Promise<Response> => {
    const path = decodedPath(c);
    if (path === null) return fail(c, NO_PAGE);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const found = await pages.get(`${file}\n${version()}`, async () => {
      const page = pageAt(file);
      return page === null ? null : prepared(HTML, page.html);
    });
    return found === null ? fail(c, NO_PAGE) : send(c, found, { ...headersOf(HTML), 'Cache-Control': 'no-cache' });
  };
  for (const folder of FOLDERS) {
    app.get(`/${folder}`, list);
    app.get(`/${folder}index.html`, list);
    if (folder !== '') app.get(`/${folder.slice(0, -1)}`, withSlash);
  }
}
