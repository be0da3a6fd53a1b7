/** Listens on a socket, bounds what a client may cost, and closes when asked. */
import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { UsageError } from '../../core/errors.js';

export interface ServerOptions {
  readonly app: Hono;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Where SIGTERM and SIGINT come from; null leaves closing to the caller. */
  readonly signals?: Pick<EventEmitter, 'once' | 'removeListener'> | null;
  /** Milliseconds that requests under way have to finish once the server closes. */
  readonly graceMs?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly port: number;
  /** Stops listening, lets requests under way finish within the grace, then ends them. */
  close(): Promise<void>;
  /** Settles when the server has closed, by whatever cause. */
  readonly closed: Promise<void>;
}

const LIMITS = {
  /** Milliseconds for the headers, for the whole request, and of silence on a connection. */
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  silenceTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
  maxConnections: 1_000,
} as const;

const DEFAULT_GRACE_MS = 8_000;

/**
 * Starts the server.
 *
 * @throws {UsageError} CANNOT_LISTEN when the host is not ours, the port is taken or may not be used
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, host, port, signals = process, graceMs = DEFAULT_GRACE_MS } = options;
  const { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval, maxHeaderSize } = LIMITS;
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval, maxHeaderSize },
  }) as Server;
  server.timeout = LIMITS.silenceTimeout;
  server.maxConnections = LIMITS.maxConnections;
  await listen(server, host, port);

  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  let closing = false;
  const close = (): Promise<void> => {
    if (!closing) {
      closing = true;
      signals?.removeListener('SIGTERM', onSignal);
      signals?.removeListener('SIGINT', onSignal);
      closeWithin(server, graceMs);
    }
    return closed;
  };
  const onSignal = () => void close();
  signals?.once('SIGTERM', onSignal);
  signals?.once('SIGINT', onSignal);

  const bound = server.address() as AddressInfo;
  const shown = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return { address: `http://${shown}:${bound.port}`, port: bound.port, close, closed };
}

function closeWithin(server: Server, graceMs: number): void {
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  server.close(() => clearTimeout(timer));
  server.closeIdleConnections();
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) =>
      reject(
        new UsageError(
          'CANNOT_LISTEN',
          `Cannot listen on ${host}, port ${port}.`,
          'Choose another --host or --port (0 picks a free one).',
          { cause },
        ),
      );
    server.once('error', fail);
    try {
      server.listen(port, host, () => {
        server.removeListener('error', fail);
        resolve();
      });
    } catch (cause) {
      fail(cause as Error);
    }
  });
}
