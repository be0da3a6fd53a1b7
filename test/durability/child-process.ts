/** Imports that run in a process of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Mapping } from '../../src/ingest/imports/mapping.js';
import type { ImportOutcome } from '../../src/ingest/imports/run.js';

export const COLUMNS = ['title', 'company', 'place', 'low', 'high', 'posted'];

export const MAPPING: Mapping = {
  kind: 'advertised',
  columns: { title: 'title', employer: 'company', place: 'place', payLow: 'low', payHigh: 'high', date: 'posted' },
  constants: { currency: 'USD', unit: 'year' },
  decimal: '.',
  dateOrder: null,
};

const CHILD = join(import.meta.dirname, 'import-child.mjs');
/** The built program: a child runs no TypeScript. */
const DIST = process.env.GOINGRATE_DIST ?? resolve(import.meta.dirname, '..', '..', 'dist');

export interface ChildRequest {
  readonly own: string;
  readonly path: string;
  readonly waitMs?: number;
  /** Shell words put before the command, such as a limit. */
  readonly limit?: string;
}

export interface ChildImport {
  readonly process: ChildProcess;
  /** Everything the child has told so far. */
  readonly told: readonly Told[];
  /** Resolves with the next thing told for which the test holds; null when the child ends before. */
  until(holds: (told: Told) => boolean): Promise<Told | null>;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

export interface Told {
  readonly ready?: true;
  readonly step?: string;
  readonly said?: string;
  readonly outcome?: ImportOutcome;
  readonly failure?: {
    readonly name: string;
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  };
}

/** A file of many different offers, some of them repeated, some without a place. */
export function offersFile(rows: number, seed: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const mixed = ((at + 1) * 7919 + seed * 104_729) % 1_000_003;
    const low = 40_000 + (mixed % 1000) * 100;
    const place = mixed % 97 === 0 ? 'Nowhere' : 'Somewhere';
    return `Job ${mixed % 3001},Firm ${mixed % 401},${place},${low},${low + 5000},2026-0${(mixed % 5) + 1}-1${mixed % 9}\n`;
  });
  return `${COLUMNS.join(',')}\n${lines.join('')}`;
}

export function startImport({ limit, ...request }: ChildRequest): ChildImport {
  const order = JSON.stringify({ ...request, columns: COLUMNS, mapping: MAPPING, fullSteps: true });
  const command = [process.execPath, CHILD, DIST, order];
  const child =
    limit === undefined
      ? spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const notify = () => {
    for (const look of [...waiting]) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    notify();
  });
  let gone = false;
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      gone = true;
      notify();
      done();
    });
  });
  return {
    process: child,
    told,
    ended,
    until: (holds) =>
      new Promise((done) => {
        const look = () => {
          const found = told.find(holds);
          if (found === undefined && !gone) return;
          waiting.delete(look);
          done(found ?? null);
        };
        waiting.add(look);
        look();
      }),
  };
}
