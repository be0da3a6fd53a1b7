import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../test/golden/sample-report.js';
import { createApp } from './app.js';
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

const site = () =>
  createApp({
    answer: async () => sampleReport,
    styles: '',
    defaults: { titles: ['Nurse'], places: [{ id: 'US', name: 'US' }] },
  });

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

  it('says when it cannot listen', async () => {
    const { port } = await start(site());
    await expect(start(site(), { port })).rejects.toMatchObject({ code: 'CANNOT_LISTEN', exitCode: 2 });
    await expect(start(site(), { port: 70_000 })).rejects.toMatchObject({ code: 'CANNOT_LISTEN' });
  });
});
