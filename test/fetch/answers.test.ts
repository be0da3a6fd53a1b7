import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CSV, FetchCase, PAY, TEXT } from './fetch-case.js';
import {
  brokenChunks,
  cutOff,
  file,
  inOrder,
  type Reply,
  redirect,
  stalling,
  status,
  trickling,
  untilClosed,
} from './local-server.js';

let test: FetchCase;

beforeEach(async () => {
  test = await FetchCase.begin();
});

afterEach(() => test.end());

describe('redirects', () => {
  it('are followed within the host and to the hosts the publisher sends to', async () => {
    test.server.on(PAY, redirect('/moved/pay.csv', 301));
    test.server.on('https://www.example.org/moved/pay.csv', redirect('https://files.example.net/pay.csv', 307));
    test.server.on('https://files.example.net/pay.csv', file(CSV));
    expect((await test.outcome({ ...TEXT, redirects: ['files.example.net'] })).failure).toBeNull();
    expect(test.server.asked.map(({ host }) => host)).toEqual([
      'www.example.org',
      'www.example.org',
      'files.example.net',
    ]);
  });

  it.each([
    ['another host', 'https://files.example.net/pay.csv'],
    ['a host whose name begins alike', 'https://www.example.org.evil.net/pay.csv'],
    ['a host below the official one', 'https://x.www.example.org/pay.csv'],
    ['another port', 'https://www.example.org:8443/pay.csv'],
    ['an address without TLS', 'http://www.example.org/pay.csv'],
    ['an address with a password', 'https://me:secret@www.example.org/pay.csv'],
    ['a file of this machine', 'file:///etc/passwd'],
    ['an address of this machine', 'https://127.0.0.1/pay.csv'],
  ])('to %s are refused, and it is not asked', async (_, target) => {
    const failure = await test.failing(redirect(target));
    expect(failure).toMatchObject({ code: 'FETCH_ADDRESS', exitCode: 1 });
    expect(failure.message + failure.remedy).not.toContain('secret');
    expect(test.server.asked).toHaveLength(1);
  });

  it('in a circle end', async () => {
    expect(await test.failing(redirect(PAY))).toMatchObject({ code: 'FETCH_REDIRECT' });
    expect(test.server.count(PAY)).toBe(6);
  });

  it('without an address are named', async () => {
    expect(await test.failing(status(302))).toMatchObject({ code: 'FETCH_REDIRECT' });
  });
});

describe('official addresses', () => {
  it.each([
    'http://www.example.org/pay.csv',
    'https://me@www.example.org/pay.csv',
    'https://www.example.org:444/p',
    'pay.csv',
  ])('are asked as they stand or not at all: %s', async (address) => {
    expect((await test.outcome({ ...TEXT, address })).failure).toMatchObject({ code: 'FETCH_ADDRESS' });
    expect(test.server.asked).toEqual([]);
  });

  it('never lead out of the folder of downloads', async () => {
    await expect(test.outcome({ ...TEXT, path: '../outside.csv' })).rejects.toMatchObject({ code: 'PATH_OUTSIDE' });
  });
});

describe('answers that may pass', () => {
  it('asks again with growing pauses after 500 and then takes the file', async () => {
    test.server.on(PAY, inOrder(status(500), status(503), file(CSV)));
    expect(await test.outcome()).toEqual({ changed: true, failure: null });
    expect(test.waits).toEqual([500, 1000]);
  });

  it('waits as long as a busy server asks', async () => {
    test.server.on(PAY, inOrder(status(429, { 'retry-after': '7' }), file(CSV)));
    expect((await test.outcome()).failure).toBeNull();
    expect(test.waits).toEqual([7000]);
  });

  it('does not wait an hour', async () => {
    const failure = await test.failing(status(429, { 'retry-after': '3600' }));
    expect(failure).toMatchObject({ code: 'FETCH_BUSY', message: expect.stringContaining('3600 seconds') });
    expect(test.waits).toEqual([]);
  });

  it('gives up after four attempts', async () => {
    expect(await test.failing(status(502))).toMatchObject({
      code: 'FETCH_SERVER',
      message: expect.stringContaining('502'),
    });
    expect(test.server.count(PAY)).toBe(4);
  });

  it.each([
    [403, 'FETCH_FORBIDDEN'],
    [404, 'FETCH_GONE'],
    [410, 'FETCH_GONE'],
    [400, 'FETCH_STATUS'],
  ])('does not ask again after %i and names the address', async (code, expected) => {
    const failure = await test.failing(status(code));
    expect(failure).toMatchObject({ code: expected, message: expect.stringContaining(PAY) });
    expect(test.server.count(PAY)).toBe(1);
  });

  it('refuses "unchanged" as an answer to a question without a condition', async () => {
    expect(await test.failing(status(304))).toMatchObject({ code: 'FETCH_STATUS' });
  });
});

describe('broken answers', () => {
  const CODES = ['FETCH_BROKEN', 'FETCH_TRUNCATED'];

  it.each<[string, Reply]>([
    ['fewer bytes than stated', cutOff(CSV, 5)],
    ['a chunk that breaks off', brokenChunks('code,mean\n1,1')],
    ['an end in the middle of a line, none being stated', untilClosed('code,mean\n1,1')],
  ])('%s: asked for again, then named', async (_, reply) => {
    expect(CODES).toContain((await test.failing(reply)).code);
    expect(test.server.count(PAY)).toBe(4);
  });

  it('goes on where the connection broke off', async () => {
    test.server.on(PAY, inOrder(cutOff(CSV, 5, { etag: '"one"' }), file(CSV, { etag: '"one"' })));
    expect((await test.outcome()).failure).toBeNull();
    expect(test.server.asked[1]!.headers).toMatchObject({ range: 'bytes=5-', 'if-range': '"one"' });
    expect(await test.content()).toBe(CSV);
  });

  it('begins anew when the file changed in between', async () => {
    test.server.on(PAY, inOrder(cutOff(CSV, 5, { etag: '"one"' }), file(`new ${CSV}`, { etag: '"two"' })));
    expect((await test.outcome()).failure).toBeNull();
    expect(await test.content()).toBe(`new ${CSV}`);
  });

  it('begins anew when the server sends another part than asked for', async () => {
    const other: Reply = (response) =>
      void response.writeHead(206, { 'content-range': 'bytes 0-3/9', 'content-length': 4 }).end('code');
    test.server.on(PAY, inOrder(cutOff(CSV, 5, { etag: '"one"' }), other, file(CSV)));
    expect((await test.outcome()).failure).toBeNull();
    expect(await test.content()).toBe(CSV);
  });

  it('goes on in the next run with what a killed one left', async () => {
    test.server.on(PAY, cutOff(CSV, 5, { etag: '"one"' }));
    await test.outcome();
    test.server.on(PAY, file(CSV, { etag: '"one"' }));
    expect((await test.outcome()).failure).toBeNull();
    expect(test.server.asked.at(-1)!.headers.range).toBe('bytes=5-');
    expect(await readdir(join(test.folder, '.partial'))).toEqual([]);
  });
});

describe('slow answers', () => {
  const short = { patience: { firstByteMs: 60, spanMs: 60, leastBytes: 100 }, retries: undefined };
  const once = { ...short, retries: { attempts: 1, baseMs: 1, longestMs: 1, longestAskedMs: 1 } };

  it.each<[string, Reply]>([
    ['no head', () => {}],
    ['a body that stands still', stalling('code')],
    ['a body that only trickles', trickling(10)],
  ])('%s: ended', async (_, reply) => {
    expect(await test.failing(reply, { ...TEXT, maxBytes: 1e6 }, once)).toMatchObject({ code: 'FETCH_SLOW' });
  });
});
