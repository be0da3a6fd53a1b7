/** `goingrate serve` */
import type { Command } from 'commander';
import { serveReports } from '../../app/serve.js';
import { UsageError } from '../../core/errors.js';
import { openPublicMarket } from '../open-market.js';
import { writeAnswer } from '../output.js';

interface ServeFlags {
  readonly host: string;
  readonly port: string;
}

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('the same pages live, with search and a JSON answer')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 picks a free one', '8080')
    .action(async (flags: ServeFlags) => {
      const port = parsePort(flags.port);
      const market = await openPublicMarket();
      try {
        const server = await serveReports(market, {
          host: flags.host,
          port,
          onFailure: (error) => void process.stderr.write(`goingrate: ${String(error)}\n`),
        });
        await writeAnswer(`Going Rate listens on ${server.address}\n`, undefined);
        await server.closed;
      } finally {
        await market.close();
      }
    });
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new UsageError('INVALID_PORT', `"${text}" is not a port.`, 'Give --port a number from 0 to 65535.');
  }
  return port;
}
