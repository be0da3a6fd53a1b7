/** What all routes share: headers of pages, the frame of an address, redirects. */
import type { Context } from 'hono';
import { type SiteFrame, type SiteFrames, siteFrame } from '../../render/html/frame.js';
import { renderMessage } from '../../render/html/message.js';
import { SITE_POLICY } from '../../render/html/page.js';
import { encodePath } from '../../render/html/page-path.js';
import type { Fault } from './faults.js';
import type { ReportQuestion } from './question.js';

export const HTML = 'text/html; charset=utf-8';
export const FRESH = 'public, max-age=300';
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** A place id as it stands in an address: us, us-ca, us-35620. */
export const PLACE = ':place{[a-z]{2}(?:-[a-z0-9]+)?}';

/** Pages bring a content policy of their own. */
export function headersOf(type: string): Record<string, string> {
  return type === HTML ? { 'Content-Security-Policy': `${SITE_POLICY}; frame-ancestors 'none'` } : {};
}

/** Someone's offer is nobody else's to keep. */
export function cacheRule({ offer }: ReportQuestion): string {
  return offer === undefined ? FRESH : 'private, no-store';
}

export function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** The frame of the page at the address asked for; a page that is a folder is known by it. */
export function frameOf(c: Context, frames: SiteFrames): SiteFrame {
  return siteFrame(frames, c.req.path.slice(1).replace(/index\.html$/, ''));
}

/** The path without its slash at the start; null where it is no text. */
export function decodedPath(c: Context): string | null {
  try {
    return decodeURIComponent(c.req.path.slice(1));
  } catch {
    return null;
  }
}

/** To the same address with the slash it lacks. */
export function withSlash(c: Context): Response {
  return c.redirect(`/${encodePath(decodedPath(c) ?? '').replace(/^\/+/, '')}/`, 301);
}

export function faultResponse(c: Context, fault: Fault, frames: SiteFrames): Response {
  const { status, code, heading, message, remedy } = fault;
  const headers = { ...fault.headers, 'Cache-Control': 'no-store' };
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code, message, remedy } }, status, headers);
  const query = queryOf(c);
  const text = renderMessage({
    frame: frameOf(c, frames),
    heading,
    message,
    remedy,
    asked: { title: query.get('title') ?? '', place: query.get('in') ?? '' },
  });
  return c.html(text, status, { ...headersOf(HTML), ...headers });
}
