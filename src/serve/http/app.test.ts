import { describe, expect, it, vi } from 'vitest';
import { sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import { UsageError } from '../../core/errors.js';
import type { Report } from '../../report/model.js';
import { type AppOptions, createApp } from './app.js';
import { BODY_LIMIT } from './limits.js';
import type { ReportQuestion } from './question.js';

async function answer({ title, place }: ReportQuestion): Promise<Report> {
  if (place === 'Nowhere' || place === 'ZZ') {
    throw new UsageError('UNKNOWN_PLACE', `There is no place called ${place}.`, 'Did you mean Norway?');
  }
  if (title === 'break') throw new Error('secret in /srv/market/private.parquet');
  return place === 'US-WY' ? thinReport : sampleReport;
}

function site(options: Partial<AppOptions> = {}) {
  const asked = vi.fn(answer);
  const defaults = {
    titles: ['Machine Learning Lead', 'C++ Developer'],
    places: [{ id: 'US', name: 'United States' }],
  };
  const app = createApp({ answer: asked, styles: 'body{margin:0}', defaults, ...options });
  return { app, asked };
}

describe('pages', () => {
  it('the front page asks without JavaScript and shows examples that work', async () => {
    const { app } = site();
    const text = await (await app.request('/')).text();
    expect(text).toMatch(/<form[^>]* action="\/report" method="get"/);
    expect(text).not.toContain('<script');
    const example = /href="(\/us\/[^"]*)"/.exec(text)?.[1] as string;
    expect((await app.request(example)).status).toBe(200);
  });

  it('a report is asked for by the form and by the address of the site', async () => {
    const { app, asked } = site();
    const byForm = await app.request('/report?title=Machine+Learning+Lead&in=US');
    const byPath = await app.request('/us/machine-learning-lead/');
    expect(byForm.status).toBe(200);
    expect(await byForm.text()).toBe(await byPath.text());
    expect(asked).toHaveBeenCalledExactlyOnceWith({ title: 'Machine Learning Lead', place: 'US' });
  });

  it('an address finds its title again, known or not', async () => {
    const { app, asked } = site();
    await app.request('/us-ca/c-plus-plus-developer/index.html');
    await app.request('/us-35620/dental-nurse/');
    expect(asked.mock.calls).toEqual([
      [{ title: 'C++ Developer', place: 'US-CA' }],
      [{ title: 'dental nurse', place: 'US-35620' }],
    ]);
  });

  it('adds the slash an address lacks', async () => {
    const response = await site().app.request('/us/machine-learning-lead');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/us/machine-learning-lead/']);
  });

  it('passes level, offer and basis on, and empty fields not', async () => {
    const { app, asked } = site();
    await app.request('/report?title=Nurse&in=&level=Senior&offer=91000&basis=filed');
    expect(asked).toHaveBeenCalledWith({ title: 'Nurse', place: 'US', level: 'senior', offer: 91_000, basis: 'filed' });
  });

  it('not enough evidence is an answer', async () => {
    expect((await site().app.request('/report?title=Nurse&in=US-WY')).status).toBe(200);
  });

  it.each([
    ['/report', 400],
    ['/report?title=', 400],
    [`/report?title=${'a'.repeat(301)}`, 400],
    [`/report?title=a&in=${'b'.repeat(101)}`, 400],
    ['/report?title=a&level=emperor', 400],
    ['/report?title=a&offer=lots', 400],
    ['/report?title=a&offer=-5', 400],
    ['/report?title=a&basis=rumour', 400],
    ['/report?title=a&in=Nowhere', 404],
    ['/zz/nurse/', 404],
    ['/nothing', 404],
    ['/us/a/b', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/report', 400],
    ['/api/v1/report?title=a&in=Nowhere', 404],
    ['/report?title=break', 500],
  ])('%s is %i', async (path, status) => expect((await site().app.request(path)).status).toBe(status));

  it('answers HEAD like GET, without a body', async () => {
    const response = await site().app.request('/report?title=Nurse', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('API', () => {
  it('gives the model', async () => {
    const response = await site().app.request('/api/v1/report?title=Machine+Learning+Lead&in=US');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(sampleReport);
  });

  it('names faults by their code', async () => {
    const response = await site().app.request('/api/v1/report?title=a&in=Nowhere');
    expect(await response.json()).toEqual({
      error: { code: 'UNKNOWN_PLACE', message: 'There is no place called Nowhere.', remedy: 'Did you mean Norway?' },
    });
  });

  it('says whether it lives and whether it can answer', async () => {
    expect(await (await site().app.request('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await site().app.request('/readyz')).status).toBe(200);
    expect((await site({ ready: async () => false }).app.request('/readyz')).status).toBe(503);
  });
});

describe('safety', () => {
  it.each([
    '/',
    '/report?title=Nurse',
    '/report',
    '/nothing',
    '/report?title=break',
    '/healthz',
    '/api/v1/report?title=a',
    '/us/nurse',
  ])('%s carries the strict headers', async (path) => {
    const { headers } = await site().app.request(path);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('tells the operator what failed, and visitors only that something did', async () => {
    const onFailure = vi.fn();
    const { app } = site({ onFailure });
    for (const path of ['/report?title=break', '/api/v1/report?title=break']) {
      expect(await (await app.request(path)).text()).not.toMatch(/secret|\/srv|at .*:\d+:\d+/);
    }
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  it('lets no title or place become HTML', async () => {
    const { app } = site({
      answer: async ({ place }) => {
        throw new UsageError('UNKNOWN_PLACE', `No ${place}`, '<b>');
      },
    });
    const text = await (
      await app.request(`/report?title=a&in=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    ).text();
    expect(text).not.toMatch(/<img|<b>(?!Going)/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await site().app.request('/report?title=a', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('refuses large bodies, announced or not', async () => {
    const { app } = site();
    const body = 'x'.repeat(BODY_LIMIT + 1);
    const announced = { method: 'POST', body, headers: { 'content-length': String(body.length) } };
    expect((await app.request('/', announced)).status).toBe(413);
    expect((await app.request('/anything', { method: 'POST', body })).status).toBe(413);
    expect((await app.request('/', { method: 'POST', body: 'small' })).status).toBe(405);
  });

  it('keeps no answer that was asked with an offer, and no failure', async () => {
    const { app, asked } = site();
    for (let round = 0; round < 2; round += 1) {
      const response = await app.request('/report?title=Nurse&offer=90000');
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      await app.request('/report?title=break');
    }
    expect(asked).toHaveBeenCalledTimes(4);
  });
});
