/** What every test of fetching needs: a folder of downloads, a server, and a file that must survive. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { silentProgress } from '../../src/core/ports.js';
import type { Download } from '../../src/ingest/connector.js';
import { type FetchOptions, fetchDownloads } from '../../src/ingest/fetch/fetch-downloads.js';
import { LocalServer, type Reply } from './local-server.js';

export const PAY = 'https://www.example.org/data/pay.csv';
export const CSV = 'code,mean\n1,100\n2,200\n';
export const TEXT: Download = { address: PAY, path: 'pay/pay.csv', type: 'text', maxBytes: 1000 };

const PATIENT = { firstByteMs: 5_000, spanMs: 5_000, leastBytes: 1 };

export class FetchCase {
  readonly folder: string;
  readonly server: LocalServer;
  /** Pauses that were asked for, none of which was waited for. */
  readonly waits: number[] = [];

  private constructor(folder: string, server: LocalServer) {
    this.folder = folder;
    this.server = server;
  }

  static async begin(): Promise<FetchCase> {
    return new FetchCase(await mkdtemp(join(tmpdir(), 'fetch-')), await LocalServer.start());
  }

  async end(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  fetched(downloads: readonly Download[], more: Partial<FetchOptions> = {}) {
    return fetchDownloads(downloads, {
      folder: this.folder,
      version: '1.2.3',
      progress: silentProgress,
      signal: new AbortController().signal,
      exchange: this.server.exchange,
      patience: PATIENT,
      rng: () => 0,
      wait: async (ms) => void this.waits.push(ms),
      ...more,
    });
  }

  async outcome(download: Download = TEXT, more: Partial<FetchOptions> = {}) {
    return (await this.fetched([download], more)).get(download.address)!;
  }

  content(path = TEXT.path): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Fetches a file whose answer is no good; the one that was there must survive. */
  async failing(reply: Reply, download: Download = TEXT, more: Partial<FetchOptions> = {}) {
    await mkdir(join(this.folder, 'pay'), { recursive: true });
    await writeFile(join(this.folder, download.path), 'the old file');
    this.server.on(download.address, reply);
    const { changed, failure } = await this.outcome(download, more);
    expect(changed).toBe(false);
    expect(failure).not.toBeNull();
    expect(await this.content(download.path)).toBe('the old file');
    expect(await readdir(join(this.folder, 'pay'))).toHaveLength(1);
    return failure!;
  }
}
