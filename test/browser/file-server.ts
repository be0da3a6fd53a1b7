/** A plain web server for a folder, below a path of its own, on this machine alone. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface FileServer {
  /** `http://127.0.0.1:1234/below/a/path/` */
  readonly address: string;
  close(): Promise<void>;
}

/** @param base path at which the folder stands, with slashes at both ends */
export async function serveFolder(folder: string, base: string): Promise<FileServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    const path = normalize(decodeURIComponent(pathname));
    try {
      if (!path.startsWith(base)) throw new Error('outside');
      const name = path.slice(base.length);
      const file = join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name);
      const body = await readFile(file);
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('nothing here');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
