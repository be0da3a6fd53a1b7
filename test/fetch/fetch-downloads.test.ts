import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Download } from '../../src/ingest/connector.js';
import { describeNeeding, sharedData } from '../capabilities.js';
import { CSV, FetchCase, PAY, TEXT } from './fetch-case.js';
import { cutOff, file, inOrder, type Reply } from './local-server.js';

let test: FetchCase;

beforeEach(async () => {
  test = await FetchCase.begin();
});

afterEach(() => test.end());

describe('fetching a file', () => {
  it('puts it where it is read and says who asks', async () => {
    test.server.on(PAY, file(CSV));
    expect(await test.outcome()).toEqual({ changed: true, failure: null });
    expect(await test.content()).toBe(CSV);
    expect(test.server.asked[0]!.headers).toMatchObject({ 'user-agent': 'goingrate/1.2.3', host: 'www.example.org' });
    expect(test.server.asked[0]!.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['an entity tag', { etag: '"one"' }, { 'if-none-match': '"one"' }],
    [
      'a date',
      { lastModified: 'Mon, 06 Jul 2026 10:00:00 GMT' },
      { 'if-modified-since': 'Mon, 06 Jul 2026 10:00:00 GMT' },
    ],
  ])('asks only for changes where the server gives %s', async (_, sent, condition) => {
    test.server.on(PAY, file(CSV, sent));
    await test.outcome();
    expect(await test.outcome()).toEqual({ changed: false, failure: null });
    expect(test.server.asked[1]!.headers).toMatchObject(condition);
    test.server.on(PAY, file(`${CSV}3,300\n`, { etag: '"two"' }));
    expect((await test.outcome()).changed).toBe(true);
    expect(await test.content()).toContain('3,300');
  });

  it('says unchanged when a server without conditions sends the same again', async () => {
    test.server.on(PAY, file(CSV));
    await test.outcome();
    expect(await test.outcome()).toEqual({ changed: false, failure: null });
    expect(test.server.count(PAY)).toBe(2);
  });

  it.each([
    ['was changed', () => writeFile(join(test.folder, TEXT.path), CSV.replace('100', '999'))],
    ['is gone', () => rm(join(test.folder, TEXT.path))],
  ])('fetches a file again that %s on the disk', async (_, harm) => {
    test.server.on(PAY, file(CSV, { etag: '"one"' }));
    await test.outcome();
    await harm();
    expect((await test.outcome()).changed).toBe(true);
    expect(await test.content()).toBe(CSV);
  });

  it('fetches everything again when its records are damaged', async () => {
    test.server.on(PAY, file(CSV, { etag: '"one"' }));
    await test.outcome();
    await writeFile(join(test.folder, 'fetched.json'), '{"half');
    expect((await test.outcome()).failure).toBeNull();
    expect(test.server.asked[1]!.headers).not.toHaveProperty('if-none-match');
  });

  it('does not ask for a pinned file that is there', async () => {
    const sha256 = createHash('sha256').update(CSV).digest('hex');
    test.server.on(PAY, file(CSV));
    await test.outcome({ ...TEXT, sha256 });
    await test.outcome({ ...TEXT, sha256 });
    expect(test.server.count(PAY)).toBe(1);
  });

  it('reads an answer that the server packed unasked', async () => {
    const packed = gzipSync(CSV);
    test.server.on(
      PAY,
      (response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
    );
    expect((await test.outcome()).failure).toBeNull();
    expect(await test.content()).toBe(CSV);
  });

  it('tells how many bytes are there', async () => {
    const steps: string[] = [];
    test.server.on(PAY, file(CSV));
    await test.outcome(TEXT, { progress: { step: (message) => void steps.push(message), done() {} } });
    expect(steps.at(-1)).toBe('Fetching pay.csv from www.example.org, 0.0 of 0.0 MB');
  });
});

describe('many files', () => {
  it('go on when one fails', async () => {
    const other = { ...TEXT, address: 'https://other.example.org/b.csv', path: 'b/b.csv' };
    test.server.on(other.address, file(CSV));
    const outcomes = await test.fetched([TEXT, other]);
    expect(outcomes.get(PAY)!.failure).toMatchObject({ code: 'FETCH_GONE' });
    expect(outcomes.get(other.address)!.changed).toBe(true);
  });

  it('come two at a time and never two from one host', async () => {
    let open = 0;
    let most = 0;
    const hosts = new Set<string>();
    const clashes: string[] = [];
    const slowly: Reply = (response, { host }) => {
      if (hosts.has(host)) clashes.push(host);
      hosts.add(host);
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        hosts.delete(host);
        response.end(CSV);
      }, 20);
    };
    const downloads = [1, 1, 2, 2, 3].map((host, index) => ({
      ...TEXT,
      address: `https://h${host}.example.org/${index}.csv`,
      path: `many/${index}.csv`,
    }));
    for (const { address } of downloads) test.server.on(address, slowly);
    const outcomes = await test.fetched(downloads);
    expect([...outcomes.values()].every(({ failure }) => failure === null)).toBe(true);
    expect({ most, clashes }).toEqual({ most: 2, clashes: [] });
  });

  it('say so soon when there is no network', async () => {
    let tried = 0;
    const exchange = () => {
      tried += 1;
      return Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    };
    const downloads = Array.from({ length: 10 }, (_, index) => ({
      ...TEXT,
      address: `https://h${index}.example.org/pay.csv`,
      path: `many/${index}.csv`,
    }));
    const outcomes = await test.fetched(downloads, { exchange });
    for (const { failure } of outcomes.values()) expect(failure).toMatchObject({ code: 'FETCH_UNREACHABLE' });
    expect(outcomes.size).toBe(10);
    expect(tried).toBeLessThan(6);
  });

  it('stop on request without a trace', async () => {
    const stop = new AbortController();
    const waiting: Reply = (response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': 1000 });
      response.write('code', () => setTimeout(() => stop.abort(), 20));
    };
    test.server.on(PAY, waiting);
    await expect(test.fetched([TEXT], { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(test.folder)).toEqual(['.partial']);
    expect(await readdir(join(test.folder, '.partial'))).toEqual([]);
  });

  it('name a folder that cannot be written in', async () => {
    test.server.on(PAY, file(CSV));
    await writeFile(join(test.folder, 'pay'), 'a file where a folder is needed');
    await expect(test.outcome()).rejects.toMatchObject({ code: 'UNWRITABLE_HOME', exitCode: 2 });
  });
});

describeNeeding(['data'], 'publishers’ own files, replayed', () => {
  it.each<[string, Download['type']]>([
    ['prices-wages-index/cpi_u_us_monthly.csv', 'text'],
    ['ai-jobs-salaries/salaries.csv.gz', 'gzip'],
    ['h1b-lca-fy2024-one-quarter/lca_fy2024_one_quarter.parquet', 'parquet'],
  ])('%s arrives byte for byte', async (path, type) => {
    const bytes = await readFile(join(sharedData!, path));
    const address = `https://www.example.org/${path}`;
    test.server.on(
      address,
      inOrder(cutOff(bytes, Math.floor(bytes.length / 2), { etag: '"r"' }), file(bytes, { etag: '"r"' })),
    );
    expect((await test.outcome({ address, path, type, maxBytes: bytes.length })).failure).toBeNull();
    expect(bytes.equals(await readFile(join(test.folder, path)))).toBe(true);
    expect(test.server.asked).toHaveLength(2);
  });
});
