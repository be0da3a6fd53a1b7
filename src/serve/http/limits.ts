/** What every request and every answer must keep to. */
import type { Context, MiddlewareHandler } from 'hono';

/** Largest body that is read, bytes. */
export const BODY_LIMIT = 1_000_000;

/** Headers of every answer; pages bring a content policy of their own. */
export function safeHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
  };
}

/** Only reading is served: 405 for other methods, 413 when they bring more than `BODY_LIMIT`. */
export function readingOnly(refuse: (c: Context, status: 405 | 413) => Response): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (await isTooLarge(c.req.raw)) return refuse(c, 413);
    const response = refuse(c, 405);
    response.headers.set('Allow', 'GET, HEAD');
    return response;
  };
}

/** Whether a request brings more than `BODY_LIMIT`, announced or not; reads what is not announced. */
export async function isTooLarge(request: Request): Promise<boolean> {
  const announced = request.headers.get('content-length');
  if (announced !== null) return Number(announced) > BODY_LIMIT;
  if (request.body === null) return false;
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += (part.value as Uint8Array).byteLength;
    if (bytes <= BODY_LIMIT) continue;
    await reader.cancel().catch(() => {});
    return true;
  }
  return false;
}
