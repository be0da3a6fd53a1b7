import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { benchmarkRow, benchmarkStream, HOSTILE } from '../../../test/fixtures/benchmark-rows.js';
import { comparedReport, TEXAS } from '../../../test/fixtures/compared-reports.js';
import { UsageError } from '../../core/errors.js';
import { compareReports } from '../../report/comparison.js';
import { type ApiOptions, mountApi } from './api.js';
import type { BenchmarkUpload } from './api-benchmark.js';
import { BODY_LIMIT, safeHeaders } from './limits.js';
import type { ReportQuestion } from './question.js';

const LISTS: ApiOptions['lists'] = {
  asOf: '2026-08-08',
  roles: [{ id: 'nurse', name: 'Nurse', family: 'care', familyName: 'care jobs' }],
  places: [{ id: 'US', name: 'United States', kind: 'country', country: 'US', currency: 'USD' }],
  sources: [{ id: 's', name: 'S', publisher: 'P', address: '', vintage: '2025', licence: 'CC0', attribution: null }],
};

async function answer({ title, place }: ReportQuestion) {
  if (place === 'Nowhere') throw new UsageError('UNKNOWN_PLACE', 'There is no Nowhere.', 'Did you mean Norway?');
  if (title === 'break') throw new Error('secret in /srv/private.parquet');
  return comparedReport({
    title,
    place: place === 'US-TX' ? TEXAS : { id: 'US-WA', name: 'Washington', kind: 'state' },
  });
}

function api(changes: Partial<ApiOptions> = {}) {
  const compare = vi.fn(async (questions: readonly ReportQuestion[]) =>
    compareReports(await Promise.all(questions.map(answer))),
  );
  const uploads: BenchmarkUpload[] = [];
  const benchmark = vi.fn(async (upload: BenchmarkUpload) => {
    uploads.push(upload);
    return benchmarkStream([benchmarkRow({ title: HOSTILE }), benchmarkRow({ row: 2 })]);
  });
  const onFailure = vi.fn();
  const app = new Hono();
  app.use(safeHeaders());
  mountApi(app, { answer, compare, benchmark, lists: LISTS, onFailure, ...changes });
  return { app, compare, benchmark, uploads, onFailure };
}

const post = (body: BodyInit, type = 'text/csv', headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': type, ...headers },
});
const CSV = 'title,place\nNurse,US\n';

describe('GET', () => {
  it('gives a report, and keeps none that holds an offer', async () => {
    const { app } = api();
    const plain = await app.request('/api/v1/report?title=Nurse&in=US-TX');
    expect([plain.status, plain.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect((await plain.json()).question.title).toBe('Nurse');
    const offered = await app.request('/api/v1/report?title=Nurse&offer=90000');
    expect(offered.headers.get('cache-control')).toBe('private, no-store');
  });

  it('leaves sending a report to whoever keeps its bytes', async () => {
    const { app } = api({ sendReport: async (c, { title }) => c.text(`kept ${title}`) });
    expect(await (await app.request('/api/v1/report?title=Nurse')).text()).toBe('kept Nurse');
  });

  it('compares what the numbered fields ask, empty ones left out', async () => {
    const { app, compare } = api();
    const response = await app.request(
      '/api/v1/compare?title1=Nurse&in1=US-WA&level1=&title2=+&in2=GB&title3=Nurse&in3=US-TX&level3=senior&title4=&basis=posted',
    );
    expect((await response.json()).schema).toBe('goingrate.comparison/1');
    expect(compare).toHaveBeenCalledWith([
      { title: 'Nurse', place: 'US-WA', basis: 'posted' },
      { title: 'Nurse', place: 'US-TX', level: 'senior', basis: 'posted' },
    ]);
  });

  it('lists roles, places and sources', async () => {
    const { app } = api();
    const model = async (path: string) => (await app.request(path)).json();
    expect(await model('/api/v1/roles')).toEqual({ roles: LISTS.roles });
    expect(await model('/api/v1/places')).toEqual({ places: LISTS.places });
    expect(await model('/api/v1/sources')).toEqual({ asOf: LISTS.asOf, sources: LISTS.sources });
  });

  it.each([
    ['/api/v1/report', 400, 'EMPTY_TITLE'],
    ['/api/v1/report?title=a&level=emperor', 400, 'UNKNOWN_LEVEL'],
    ['/api/v1/report?title=a&in=Nowhere', 404, 'UNKNOWN_PLACE'],
    ['/api/v1/report?title=break', 500, 'FAILED'],
    ['/api/v1/compare', 400, 'TOO_FEW_QUESTIONS'],
    ['/api/v1/compare?title1=a', 400, 'TOO_FEW_QUESTIONS'],
    ['/api/v1/compare?title1=a&title2=b&title3=c&title4=d&title5=e', 400, 'TOO_MANY_QUESTIONS'],
    ['/api/v1/compare?title1=a&title2=b&in2=Nowhere', 404, 'UNKNOWN_PLACE'],
    [`/api/v1/compare?title1=a&title2=${'b'.repeat(301)}`, 400, 'TITLE_TOO_LONG'],
    ['/api/v1/compare?title1=a&title2=b&basis=rumour', 400, 'UNKNOWN_BASIS'],
    ['/api/v1/compare?title1=a&title2=break', 500, 'FAILED'],
  ])('%s is %i %s', async (path, status, code) => {
    const { app, onFailure } = api();
    const response = await app.request(path);
    const { error } = await response.json();
    expect([response.status, error.code]).toEqual([status, code]);
    expect([error.message, error.remedy].every((text) => text.length > 0 && !text.includes('\n'))).toBe(true);
    expect(JSON.stringify(error)).not.toMatch(/secret|\/srv/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(onFailure).toHaveBeenCalledTimes(status === 500 ? 1 : 0);
  });

  it.each(['/api/v1/report?title=a', '/api/v1/roles', '/openapi.json'])(
    '%s answers HEAD and says nothing of other origins',
    async (path) => {
      const { app } = api();
      const response = await app.request(path, { method: 'HEAD', headers: { origin: 'https://elsewhere.example' } });
      expect([response.status, await response.text()]).toEqual([200, '']);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it.each([
    ['/api/v1/report', 'POST', 'GET, HEAD'],
    ['/api/v1/compare', 'DELETE', 'GET, HEAD'],
    ['/openapi.json', 'OPTIONS', 'GET, HEAD'],
    ['/api/v1/benchmark', 'GET', 'POST'],
    ['/api/v1/benchmark', 'PUT', 'POST'],
    ['/api/v1/benchmark', 'OPTIONS', 'POST'],
  ])('%s refuses %s and allows %s', async (path, method, allow) => {
    const response = await api().app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect((await response.json()).error.code).toBe('NOT_ALLOWED');
  });
});

describe('POST /api/v1/benchmark', () => {
  it('answers as JSON, and one row a line where that is asked for', async () => {
    const { app } = api();
    const whole = await app.request('/api/v1/benchmark', post(CSV));
    expect([whole.status, whole.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await whole.json()).rows).toHaveLength(2);
    for (const accept of ['application/x-ndjson', 'application/jsonl;q=0.9']) {
      const lines = await app.request('/api/v1/benchmark', post(CSV, 'text/csv', { accept }));
      expect(lines.headers.get('content-type')).toContain('application/x-ndjson');
      expect(
        (await lines.text())
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).title),
      ).toEqual([HOSTILE, benchmarkRow().title]);
    }
    const both = await app.request(
      '/api/v1/benchmark',
      post(CSV, 'text/csv', { accept: 'application/json, application/x-ndjson' }),
    );
    expect(both.headers.get('content-type')).toContain('application/json');
  });

  it('hands on body, form, basis and place', async () => {
    const { app, uploads } = api();
    await app.request(
      '/api/v1/benchmark?basis=official&in=US-CA',
      post('{"title":"a"}\n', 'application/x-ndjson; charset=utf-8'),
    );
    const [{ bytes, form, basis, place, mostRows }] = uploads as [BenchmarkUpload];
    expect([Buffer.from(bytes).toString(), form, basis, place]).toEqual([
      '{"title":"a"}\n',
      'jsonl',
      'official',
      'US-CA',
    ]);
    expect(mostRows).toBeGreaterThan(0);
  });

  it.each([
    ['no type', { method: 'POST', body: new Uint8Array([65]) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['plain text', post(CSV, 'text/plain'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', post('title=a', 'application/x-www-form-urlencoded'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', post(CSV, 'text/csv', { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a disguised gzip', post(new Uint8Array([0x1f, 0x8b, 8, 0])), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a disguised workbook', post(new Uint8Array([0x50, 0x4b, 3, 4])), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a megabyte and more', post('x'.repeat(BODY_LIMIT + 1)), 413, 'TOO_LARGE'],
    ['one that announces more', post(CSV, 'text/csv', { 'content-length': String(BODY_LIMIT + 1) }), 413, 'TOO_LARGE'],
  ] as const)('refuses %s', async (_name, request, status, code) => {
    const { app, benchmark } = api();
    const response = await app.request('/api/v1/benchmark', request);
    expect([response.status, (await response.json()).error.code]).toEqual([status, code]);
    expect(benchmark).not.toHaveBeenCalled();
  });

  it('stops reading a body without an announced length', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(65));
      },
    });
    const request = { ...post(''), body, duplex: 'half' } as RequestInit;
    expect((await api().app.request('/api/v1/benchmark', request)).status).toBe(413);
    expect(sent).toBeLessThan(BODY_LIMIT + 500_000);
  });

  it.each([
    ['TOO_MANY_ROWS', 413],
    ['NO_TITLE_COLUMN', 400],
    ['UNREADABLE_FILE', 400],
  ])('%s is %i', async (code, status) => {
    const benchmark = async () => {
      throw new UsageError(code, 'Wrong.', 'Mend it.');
    };
    const response = await api({ benchmark }).app.request('/api/v1/benchmark', post(CSV));
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: { code, message: 'Wrong.', remedy: 'Mend it.' } },
    ]);
  });

  it('tells the operator of a failure without the body, and not of a caller who left', async () => {
    const left = new AbortController();
    const benchmark = async ({ signal }: BenchmarkUpload): Promise<never> => {
      signal.throwIfAborted();
      throw new Error('disk');
    };
    const { app, onFailure } = api({ benchmark });
    expect((await app.request('/api/v1/benchmark', post('title,place\nsecret,US\n'))).status).toBe(500);
    expect(JSON.stringify(onFailure.mock.calls.map(([error]) => String(error)))).not.toContain('secret');
    left.abort();
    await app.request(new Request('http://x/api/v1/benchmark', { ...post(CSV), signal: left.signal }));
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  it('lets two wait and sends the next away', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const benchmark = async () => {
      await held;
      return benchmarkStream([benchmarkRow()]);
    };
    const { app } = api({ benchmark });
    const asked = [1, 2, 3, 4].map(() => app.request('/api/v1/benchmark', post(CSV)));
    const busy = await Promise.race(asked);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await api().app.request('/api/v1/roles')).status).toBe(200);
    release();
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 503]);
  });

  it('refuses an unknown basis', async () => {
    const response = await api().app.request('/api/v1/benchmark?basis=rumour', post(CSV));
    expect([response.status, (await response.json()).error.code]).toEqual([400, 'UNKNOWN_BASIS']);
  });
});
