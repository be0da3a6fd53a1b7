/** A server on this machine that stands in for every publisher, and misbehaves on request. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, exchangeOver } from '../../src/ingest/fetch/exchange.js';

export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** Answers one request; `count` says how often the address was asked before. */
export type Reply = (response: ServerResponse, asked: Asked, count: number) => void | Promise<void>;

export class LocalServer {
  /** Every request, in order. */
  readonly asked: Asked[] = [];
  readonly #server: Server;
  readonly #replies = new Map<string, Reply>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<LocalServer> {
    const server = createServer();
    const local = new LocalServer(server);
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => local.#answer(incoming, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return local;
  }

  /** Says how an official address answers. */
  on(address: string, reply: Reply): void {
    const { host, pathname, search } = new URL(address);
    this.#replies.set(`${host}${pathname}${search}`, reply);
  }

  /** Reaches this server for every host, and tells it which host was meant. */
  readonly exchange: Exchange = (question) => {
    const { url } = question;
    const { port } = this.#server.address() as AddressInfo;
    const here = new URL(`http://127.0.0.1:${port}${url.pathname}${url.search}`);
    return exchangeOver(request, here, { ...question, headers: { ...question.headers, host: url.host } });
  };

  /** How often an address was asked. */
  count(address: string): number {
    const { host, pathname } = new URL(address);
    return this.asked.filter((asked) => asked.host === host && asked.path.split('?')[0] === pathname).length;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = { host: incoming.headers.host ?? '', path: incoming.url ?? '', headers: incoming.headers };
    const before = this.asked.filter(({ host, path }) => host === asked.host && path === asked.path).length;
    this.asked.push(asked);
    const reply = this.#replies.get(`${asked.host}${asked.path}`);
    if (reply === undefined) response.writeHead(404).end('nothing here');
    else await reply(response, asked, before);
  }
}

export interface Sent {
  readonly type?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A well-behaved answer: conditional requests, ranges, length. */
export function file(
  content: string | Buffer,
  { type = 'application/octet-stream', etag, lastModified }: Sent = {},
): Reply {
  const body = Buffer.from(content);
  return (response, { headers }) => {
    const validators = { ...(etag && { etag }), ...(lastModified && { 'last-modified': lastModified }) };
    const unchanged =
      (etag !== undefined && headers['if-none-match'] === etag) ||
      (lastModified !== undefined && headers['if-modified-since'] === lastModified);
    if (unchanged) return void response.writeHead(304, validators).end();
    const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
    if (from !== undefined && [etag, lastModified].includes(String(headers['if-range']))) {
      const start = Number(from);
      response.writeHead(206, {
        ...validators,
        'content-type': type,
        'content-range': `bytes ${start}-${body.length - 1}/${body.length}`,
        'content-length': body.length - start,
      });
      return void response.end(body.subarray(start));
    }
    response.writeHead(200, { ...validators, 'content-type': type, 'content-length': body.length }).end(body);
  };
}

export function status(code: number, headers: Record<string, string> = {}): Reply {
  return (response) => void response.writeHead(code, headers).end('<html>sorry</html>');
}

export function redirect(location: string, code = 302): Reply {
  return (response) => void response.writeHead(code, { location }).end();
}

/** One answer after the other; the last one stays. */
export function inOrder(...replies: readonly Reply[]): Reply {
  return (response, asked, count) => replies[Math.min(count, replies.length - 1)]!(response, asked, count);
}

/** Until then the busiest reader has taken what was written; a connection that breaks off takes unread bytes with it. */
const READ_MS = 250;

/** Sends a part of what it announces, then closes the connection. */
export function cutOff(content: string | Buffer, after: number, { etag, type = 'text/csv' }: Sent = {}): Reply {
  const body = Buffer.from(content);
  return (response) => {
    response.writeHead(200, { ...(etag && { etag }), 'content-type': type, 'content-length': body.length });
    response.write(body.subarray(0, after), () => setTimeout(() => response.destroy(), READ_MS));
  };
}

/** Breaks off in the middle of a chunked answer. */
export function brokenChunks(part: string): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.write(part, () => setTimeout(() => response.destroy(), READ_MS));
  };
}

/** An answer without length that ends when the connection closes, as of old. */
export function untilClosed(content: string | Buffer): Reply {
  return (response) => {
    const socket = response.socket!;
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\nconnection: close\r\n\r\n');
    socket.end(Buffer.from(content));
  };
}

/** Sends some bytes, then nothing, and keeps the connection open. */
export function stalling(part: string): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1000 });
    response.write(part);
  };
}

/** Sends one byte every few milliseconds for ever. */
export function trickling(everyMs: number): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    const timer = setInterval(() => response.write('a'), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}
