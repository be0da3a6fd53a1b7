/** Serves folders of built modules and data to a browser, on this machine alone. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.bin': 'application/octet-stream',
};

export interface ModuleServer {
  readonly address: string;
  /** Paths asked for. */
  readonly requests: string[];
  close(): Promise<void>;
}

/**
 * Starts a server on a free port.
 *
 * @param folders folder on disk by first part of the path
 */
export async function serveModules(folders: Readonly<Record<string, string>>): Promise<ModuleServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(request.url ?? '/'));
    requests.push(path);
    const [, first = '', ...rest] = path.split(/[/\\]/);
    const folder = folders[first];
    if (path === '/' || path === '\\') {
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end('<!doctype html><link rel="icon" href="data:,"><title>engines</title>');
      return;
    }
    try {
      if (folder === undefined) throw new Error('no such folder');
      const body = await readFile(join(folder, ...rest));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    requests,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
