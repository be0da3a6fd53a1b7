import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Download } from '../../src/ingest/connector.js';
import { CSV, FetchCase, PAY, TEXT } from './fetch-case.js';
import { brokenChunks, file } from './local-server.js';
import { zipFile } from './zip-file.js';

let test: FetchCase;

beforeEach(async () => {
  test = await FetchCase.begin();
});

afterEach(() => test.end());

describe('files that are not what they should be', () => {
  const page = '<!DOCTYPE html><html><body>Please log in</body></html>';
  const typed = (type: Download['type']): Download => ({ ...TEXT, type });

  it.each(['text', 'json', 'gzip', 'zip', 'xlsx', 'parquet'] as const)('a web page for %s', async (type) => {
    const failure = await test.failing(file(page, { type: 'application/octet-stream' }), typed(type));
    expect(failure).toMatchObject({ code: 'FETCH_TYPE', message: expect.stringContaining('sent a web page') });
    expect(test.server.count(PAY)).toBe(1);
  });

  it('text that the server calls a web page', async () => {
    expect(await test.failing(file('Please log in', { type: 'text/html; charset=utf-8' }))).toMatchObject({
      code: 'FETCH_TYPE',
    });
  });

  it.each<[Download['type'], Buffer | string]>([
    ['text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['text', '%PDF-1.7 ...'],
    ['text', ''],
    ['json', 'code,mean\n'],
    ['gzip', 'code,mean\n'],
    ['zip', gzipSync(CSV)],
    ['xlsx', zipFile({ 'pay.csv': CSV })],
    ['parquet', 'code,mean\n'],
  ])('something else for %s', async (type, sent) => {
    expect(await test.failing(file(sent), typed(type))).toMatchObject({ code: 'FETCH_TYPE' });
  });

  it.each<[Download['type'], Buffer | string]>([
    ['json', '{"code": [1, 2'],
    ['json', '{"code": [1, 2}'],
    ['gzip', gzipSync(CSV.repeat(50)).subarray(0, 40)],
    ['zip', zipFile({ 'pay.csv': CSV }).subarray(0, 60)],
    ['xlsx', zipFile({ 'xl/workbook.xml': CSV }).subarray(0, 60)],
    ['parquet', Buffer.from('PAR1 and then nothing')],
  ])('a %s without its end, though its length is as stated', async (type, sent) => {
    expect(await test.failing(file(sent), typed(type))).toMatchObject({ code: 'FETCH_TRUNCATED' });
  });

  it.each<[Download['type'], Buffer | string]>([
    ['json', '\ufeff [1, 2]\n'],
    ['gzip', gzipSync(CSV)],
    ['zip', zipFile({ 'pay.csv': CSV })],
    ['xlsx', zipFile({ 'xl/workbook.xml': CSV })],
    ['parquet', Buffer.from('PAR1 rows PAR1')],
  ])('takes %s as it should be', async (type, sent) => {
    test.server.on(PAY, file(sent));
    expect((await test.outcome(typed(type))).failure).toBeNull();
  });

  it('too large, as stated or as it comes', async () => {
    const small = { ...TEXT, maxBytes: 10 };
    expect(await test.failing(file(CSV), small)).toMatchObject({ code: 'FETCH_TOO_LARGE' });
    expect(await test.failing(brokenChunks(CSV), small)).toMatchObject({ code: 'FETCH_TOO_LARGE' });
    expect(test.server.count(PAY)).toBe(2);
  });

  it('a gzip file that unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000));
    const failure = await test.failing(file(bomb), { ...typed('gzip'), maxBytes: bomb.length });
    expect(failure).toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });

  it('another checksum than that of the release', async () => {
    expect(await test.failing(file(CSV), { ...TEXT, sha256: '0'.repeat(64) })).toMatchObject({
      code: 'FETCH_CHECKSUM',
    });
  });
});

describe('archives', () => {
  const ZIP = 'https://www.example.org/release.zip';
  const member = (name: string | RegExp, path: string): Download => ({
    address: ZIP,
    path,
    type: 'text',
    maxBytes: 1000,
    member: name,
  });
  const one = member('db/one.txt', 'pay/one.txt');
  const two = member(/two\.txt$/, 'other/two.txt');

  it('are fetched once for all their members', async () => {
    test.server.on(ZIP, file(zipFile({ 'db/one.txt': 'one\n', 'db/two.txt': 'two\n' }), { etag: '"a"' }));
    expect((await test.fetched([one, two])).get(ZIP)).toEqual({ changed: true, failure: null });
    expect(test.server.count(ZIP)).toBe(1);
    expect(await test.content('pay/one.txt')).toBe('one\n');
    expect(await test.content('other/two.txt')).toBe('two\n');
    expect((await test.fetched([one, two])).get(ZIP)!.changed).toBe(false);
    expect(test.server.asked[1]!.headers['if-none-match']).toBe('"a"');
  });

  it('are fetched again for a member that was not wanted before', async () => {
    test.server.on(ZIP, file(zipFile({ 'db/one.txt': 'one\n', 'db/two.txt': 'two\n' }), { etag: '"a"' }));
    await test.fetched([one]);
    await test.fetched([two]);
    expect(test.server.asked[1]!.headers).not.toHaveProperty('if-none-match');
    expect(await test.content('other/two.txt')).toBe('two\n');
  });

  it('do not pass an old member for a new one', async () => {
    test.server.on(ZIP, file(zipFile({ 'db/one.txt': 'one\n', 'db/two.txt': 'two\n' }), { etag: '"a"' }));
    await test.fetched([one, two]);
    test.server.on(ZIP, file(zipFile({ 'db/one.txt': 'one b\n', 'db/two.txt': 'two b\n' }), { etag: '"b"' }));
    await test.fetched([one]);
    expect((await test.fetched([two])).get(ZIP)!.changed).toBe(true);
    expect(await test.content('other/two.txt')).toBe('two b\n');
  });

  it.each<[string, Record<string, string>, string]>([
    ['without the member', { 'db/three.txt': 'x\n' }, "'db/three.txt'"],
    ['with two that fit', { 'a/two.txt': 'x\n', 'b/two.txt': 'y\n' }, '2 members'],
  ])('%s are named, and nothing is touched', async (_, members, named) => {
    const failure = await test.failing(file(zipFile(members)), { ...two, path: 'pay/two.txt' });
    expect(failure).toMatchObject({ code: 'FETCH_MEMBER', message: expect.stringContaining(named) });
  });

  it('with a member larger than believed, or with a damaged one, are refused', async () => {
    const archive = zipFile({ 'db/one.txt': 'one\n'.repeat(20) });
    expect(await test.failing(file(archive), { ...one, maxBytes: 10 })).toMatchObject({ code: 'FETCH_TOO_LARGE' });
    const damaged = Buffer.from(archive);
    damaged[45] = damaged[45]! ^ 0xff;
    expect(await test.failing(file(damaged), one)).toMatchObject({ code: 'FETCH_TRUNCATED' });
  });

  it('may not give a web page for a table', async () => {
    const failure = await test.failing(file(zipFile({ 'db/one.txt': '<html></html>' })), one);
    expect(failure).toMatchObject({ code: 'FETCH_TYPE' });
  });
});
