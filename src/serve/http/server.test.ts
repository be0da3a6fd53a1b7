import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../test/golden/sample-report.js';
import { UsageError } from '../../core/errors.js';
import { type AppOptions, createSite } from './app.js';
import { type RunningServer, startServer } from './server.js';

let running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

async function start(app: Hono, options: { signals?: EventEmitter; graceMs?: number; port?: number } = {}) {
  const server = await startServer({ app, host: '127.0.0.1', port: 0, signals: null, ...options });
  running.push(server);
  return server;
}

const notHere = async () => {
  throw new UsageError('NOT_HERE', 'Not here.', 'Do not ask.');
};

const site = (options: Partial<AppOptions> = {}) =>
  createSite({
    answer: async () => sampleReport,
    pageFiles: { shared: { styles: 'assets/site.css', script: 'assets/site.js' }, files: [] },
    catalogue: { titles: [], places: [] },
    search: async () => [],
    compare: notHere,
    benchmark: notHere,
    lists: { asOf: '2026-08-08', roles: [], places: [], sources: [] },
    ...options,
  }).app;

/** Sends raw text and gives back everything until the server ends the connection. */
function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}

describe('startServer', () => {
  it('picks a port, tells its address and answers there', async () => {
    const server = await start(site());
    expect(server.address).toBe(`http://127.0.0.1:${server.port}`);
    const response = await fetch(`${server.address}/report?title=Nurse`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Market Overview');
  });

  it('refuses a large body over a real connection', async () => {
    const server = await start(site());
    const response = await fetch(`${server.address}/`, { method: 'POST', body: 'x'.repeat(1_500_000) });
    expect(response.status).toBe(413);
  });

  it('refuses oversized headers', async () => {
    const server = await start(site());
    const reply = await exchange(server.port, `GET /?${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 431/);
  });

  it('closes on a signal once the request under way is answered', async () => {
    const signals = new EventEmitter();
    let finish: () => void = () => {};
    const app = new Hono().get('/slow', async (c) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
        signals.emit('SIGTERM');
      });
      return c.text('answered');
    });
    const server = await start(app, { signals });
    const reply = fetch(`${server.address}/slow`, { headers: { connection: 'close' } });
    await new Promise<void>((resolve) => signals.once('SIGTERM', () => resolve()));
    await expect(fetch(`${server.address}/slow`)).rejects.toThrow();
    finish();
    expect(await (await reply).text()).toBe('answered');
    await server.closed;
    expect(signals.listenerCount('SIGINT') + signals.listenerCount('SIGTERM')).toBe(0);
  });

  it('ends requests that outlast the grace', async () => {
    const app = new Hono().get('/never', () => new Promise<Response>(() => {}));
    const server = await start(app, { graceMs: 50 });
    const reply = fetch(`${server.address}/never`).then(
      () => 'answered',
      () => 'ended',
    );
    await exchange(server.port, 'GET /other HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await server.close();
    expect(await reply).toBe('ended');
  });

  it('survives slow and broken clients and ends with them still connected', async () => {
    const server = await start(site(), { graceMs: 200 });
    const half =
      'POST /api/v1/benchmark HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 900000\r\n\r\ntitle';
    const broken = [
      'GET / HTTP/1.1\r\nHost: a\r\nX-Half: ',
      half,
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n',
      '\u0000\u0001\u0002\r\n\r\n',
      'GET /report?title=a HTTP/1.1\r\n\r\n',
      'GET http://[::1 HTTP/1.1\r\nHost: [\r\n\r\n',
    ];
    const sockets = Array.from({ length: 120 }, (_, at) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(broken[at % broken.length] as string));
      socket.on('error', () => {});
      return socket;
    });
    // Asks for pages and never reads them.
    const deaf = Array.from({ length: 40 }, (_, at) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        for (let round = 0; round < 20; round += 1)
          socket.write(`GET /report?title=Job${at} HTTP/1.1\r\nHost: a\r\n\r\n`);
      });
      socket.on('error', () => {});
      socket.pause();
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const reply = await fetch(`${server.address}/report?title=Nurse`);
    expect([reply.status, (await reply.text()).length > 10_000]).toEqual([200, true]);
    await server.close();
    for (const socket of [...sockets, ...deaf]) socket.destroy();
    await expect(fetch(server.address)).rejects.toThrow();
  });

  it('stays within its memory while it sends away what it cannot answer', async () => {
    let asked = 0;
    const app = site({
      atOnce: 2,
      waiting: 4,
      pageBytes: 4_000_000,
      keptBytes: 4_000_000,
      answer: async () => {
        asked += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return structuredClone(sampleReport);
      },
    });
    const server = await start(app);
    const statuses = new Map<number, number>();
    const round = async (from: number) => {
      await Promise.all(
        Array.from({ length: 30 }, async (_, at) => {
          const { status } = await fetch(`${server.address}/report?title=Job+${from + at}`).then(async (response) => {
            await response.arrayBuffer();
            return response;
          });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
    };
    await round(0);
    const before = process.memoryUsage();
    for (let at = 1; at <= 4; at += 1) await round(30 * at);
    const after = process.memoryUsage();
    expect([...statuses.keys()].sort()).toEqual([200, 503]);
    expect(statuses.get(200)).toBe(asked);
    const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    expect(grown).toBeLessThan(100_000_000);
  }, 120_000);

  it('says when it cannot listen', async () => {
    const { port } = await start(site());
    await expect(start(site(), { port })).rejects.toMatchObject({ code: 'CANNOT_LISTEN', exitCode: 2 });
    await expect(start(site(), { port: 70_000 })).rejects.toMatchObject({ code: 'CANNOT_LISTEN' });
  });
});
