/** Assets and documents: known from the start. */
import type { Context, Hono } from 'hono';
import type { SharedFile } from '../../render/html/frame.js';
import { prepared, send } from './prepared.js';
import { FOR_EVER, FRESH, headersOf, withSlash } from './responses.js';

/** A finished page or text, such as methods and licences; its path is below the root. */
export interface ServedDocument {
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

/** Adds them; a document `methods/index.html` stands at `/methods/` too. */
export function mountFiles(app: Hono, assets: readonly SharedFile[], documents: readonly ServedDocument[]): void {
  for (const { path, type, content } of assets) {
    const file = prepared(type, content);
    app.get(`/${path}`, async (c) => send(c, await file, { 'Cache-Control': FOR_EVER }));
  }
  for (const { path, type, content } of documents) {
    const file = prepared(type, content);
    const answer = async (c: Context) => send(c, await file, { ...headersOf(type), 'Cache-Control': FRESH });
    app.get(`/${path}`, answer);
    if (!path.endsWith('/index.html')) continue;
    const folder = `/${path.slice(0, -'index.html'.length)}`;
    app.get(folder, answer);
    app.get(folder.slice(0, -1), withSlash);
  }
}
