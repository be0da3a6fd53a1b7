import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import { UsageError } from '../../core/errors.js';
import type { Report } from '../../report/model.js';
import { type AppOptions, createSite } from './app.js';
import { BODY_LIMIT } from './limits.js';
import type { ReportQuestion } from './question.js';

async function answer({ title, place }: ReportQuestion): Promise<Report> {
  if (place === 'Nowhere' || place === 'ZZ') {
    throw new UsageError('UNKNOWN_PLACE', `There is no place called ${place}.`, 'Did you mean Norway?');
  }
  if (title === 'break') throw new Error('secret in /srv/market/private.parquet');
  return place === 'US-WY' ? thinReport : withoutOffer;
}

/** What a visitor without an offer is told. */
const withoutOffer: Report = { ...sampleReport, question: { ...sampleReport.question, offer: null } };

const PAGE_FILES = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js' },
  files: [{ path: 'assets/site.css', type: 'text/css', content: Buffer.from('body{margin:0}') }],
};

const CATALOGUE: AppOptions['catalogue'] = {
  titles: [
    { title: 'Machine Learning Lead', group: 'Computer and mathematical', leading: true },
    { title: 'C++ Developer', group: null, leading: true },
  ],
  places: [
    { id: 'US', name: 'United States', kind: 'country', leading: true },
    { id: 'US-WY', name: 'Wyoming', kind: 'state', leading: true },
  ],
};

const HIT = { kind: 'title', name: 'Nurse', href: 'roles/nurse/index.html' } as const;

function site(options: Partial<AppOptions> = {}) {
  const asked = vi.fn(options.answer ?? answer);
  const { app, warmUp } = createSite({
    pageFiles: PAGE_FILES,
    catalogue: CATALOGUE,
    search: async () => [HIT],
    compare: async () => {
      throw new UsageError('NOT_HERE', 'Not compared here.', 'Do not ask.');
    },
    benchmark: async () => {
      throw new UsageError('NOT_HERE', 'Not benchmarked here.', 'Do not ask.');
    },
    lists: { asOf: '2026-08-08', roles: [], places: [], sources: [] },
    documents: [
      { path: 'methods/index.html', type: 'text/html; charset=utf-8', content: '<h1>Methods</h1>' },
      { path: 'sources/notice.txt', type: 'text/plain; charset=utf-8', content: 'Notice' },
    ],
    examples: [{ title: 'Machine Learning Lead', place: 'US' }],
    ...options,
    answer: asked,
  });
  return { app, asked, warmUp };
}

/** Addresses that a page leads to, as a browser reads them. */
function linksOf(text: string, address: string): string[] {
  return [...text.matchAll(/(?:href|src|action)="([^"#]+)"/g)]
    .map(([, link]) => new URL((link as string).replaceAll('&amp;', '&'), `http://here${address}`))
    .filter(({ host }) => host === 'here')
    .map(({ pathname, search }) => pathname + search);
}

describe('pages', () => {
  it('the front page asks without JavaScript, and shows its example once it is known', async () => {
    const { app } = site();
    const before = await (await app.request('/')).text();
    expect(before).toMatch(/<form[^>]* action="report" method="get"/);
    expect(before).not.toMatch(/<script(?! src="assets\/site\.js" defer>)/);
    expect(before).not.toContain('US$');
    await app.request('/us/machine-learning-lead/');
    const after = await (await app.request('/')).text();
    expect(after).toContain('US$196,000');
    expect(numbersNotInModel(sampleReport, after)).toEqual([]);
  });

  it.each(['/', '/roles/', '/places/', '/us/', '/roles/machine-learning-lead/', '/nothing/at/all'])(
    'whatever %s leads to is there',
    async (address) => {
      const { app } = site();
      await app.request('/us/machine-learning-lead/');
      const links = linksOf(await (await app.request(address)).text(), address);
      // Of these only the tests' own documents and assets are served.
      const elsewhere = /^\/(?:assets\/site\.js|sources|scoreboard|compare|report)/;
      for (const link of new Set(links.filter((link) => !elsewhere.test(link)))) {
        expect([link, (await app.request(link)).status]).toEqual([link, 200]);
      }
      expect(links.length).toBeGreaterThan(5);
    },
  );

  it('a report asked for by the form and by its address is one answer in two frames', async () => {
    const { app, asked } = site();
    const byForm = await (await app.request('/report?title=Machine+Learning+Lead&in=US')).text();
    const byPath = await (await app.request('/us/machine-learning-lead/')).text();
    expect(asked).toHaveBeenCalledExactlyOnceWith({ title: 'Machine Learning Lead', place: 'US' });
    for (const [address, text] of [
      ['/report?title=Machine+Learning+Lead&in=US', byForm],
      ['/us/machine-learning-lead/', byPath],
    ] as const) {
      expect(text).toContain(sampleReport.headline.statement.slice(0, 60));
      expect(linksOf(text, address)).toContain('/assets/site.css');
      expect(linksOf(text, address)).toContain('/roles/index.html');
    }
  });

  it('lists of a place and of a role show what is known and lead to the rest', async () => {
    const { app } = site();
    await app.request('/us/machine-learning-lead/');
    await app.request('/us-wy/machine-learning-lead/');
    const us = await (await app.request('/us/')).text();
    expect(us).toContain('US$196,000');
    expect(us).toMatch(/More roles[\s\S]*C\+\+ Developer/);
    const role = await (await app.request('/roles/machine-learning-lead/')).text();
    expect(role).toContain('US$196,000');
    expect(role).not.toContain('More places');
    expect(numbersNotInModel([sampleReport, thinReport], us + role)).toEqual([]);
  });

  it("puts nobody's wording, level or offer into a list", async () => {
    const { app } = site();
    await app.request('/report?title=Anything+I+Like&in=US');
    await app.request('/report?title=C%2B%2B+Developer&in=US&level=senior');
    await app.request('/report?title=C%2B%2B+Developer&in=US&offer=90000');
    const us = await (await app.request('/us/')).text();
    expect(us).not.toContain('Anything');
    expect(us).not.toContain('US$');
  });

  it.each([
    ['/methods/', 200],
    ['/methods/index.html', 200],
    ['/sources/notice.txt', 200],
    ['/us/machine-learning-lead/report.json', 200],
    ['/us/machine-learning-lead/findings.csv', 200],
    ['/us/machine-learning-lead/findings.parquet', 200],
    ['/us/machine-learning-lead/datapackage.json', 200],
    ['/us/machine-learning-lead/secrets.json', 404],
    ['/roles/in/computer-and-mathematical/', 404],
    ['/zz/', 404],
    ['/us/in/nothing/', 404],
    ['/roles/%E0%A4%A/', 404],
    ['/report/x', 404],
  ])('%s is %i', async (path, status) => expect((await site().app.request(path)).status).toBe(status));

  it('sends nothing again that is known, and answers anew once it changed', async () => {
    const { app } = site();
    for (const path of [
      '/us/machine-learning-lead/',
      '/',
      '/assets/site.css',
      '/us/machine-learning-lead/report.json',
    ]) {
      const first = await app.request(path);
      const etag = first.headers.get('etag') as string;
      expect(etag).toMatch(/^"[\w-]+"$/);
      const again = await app.request(path, { headers: { 'If-None-Match': `"other", W/${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await app.request(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    }
    const before = (await app.request('/')).headers.get('etag');
    await app.request('/us-wy/machine-learning-lead/');
    expect((await app.request('/us/')).headers.get('cache-control')).toBe('no-cache');
    expect(before).not.toBeNull();
  });

  it('compresses for those who read that, under another tag', async () => {
    const { app } = site();
    const plain = await app.request('/us/machine-learning-lead/');
    const small = await app.request('/us/machine-learning-lead/', { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    const text = gunzipSync(Buffer.from(await small.arrayBuffer())).toString();
    expect(text).toBe(await plain.text());
    const refused = await app.request('/us/machine-learning-lead/', { headers: { 'Accept-Encoding': 'gzip;q=0' } });
    expect([refused.headers.get('content-encoding'), await refused.text()]).toEqual([null, text]);
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
    ['/api/v1/search', 200],
    ['/api/v1/search?q=nurse&kind=place&limit=20', 200],
    ['/api/v1/search?q=nurse&kind=company', 400],
    ['/api/v1/search?q=nurse&limit=21', 400],
    ['/api/v1/search?q=nurse&limit=0', 400],
    ['/api/v1/search?q=nurse&limit=x', 400],
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
    expect(await response.json()).toEqual(withoutOffer);
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
    expect(text).toContain('value="&lt;img src=x');
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

  it('answers few questions at once, lets some wait and sends the others away', async () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let [running, most] = [0, 0];
    const { app } = site({
      atOnce: 2,
      waiting: 3,
      answer: async () => {
        running += 1;
        most = Math.max(most, running);
        await opened;
        running -= 1;
        return sampleReport;
      },
    });
    const replies = Array.from({ length: 12 }, (_, at) => app.request(`/report?title=Job+${at}`));
    const api = app.request('/api/v1/report?title=Job+12');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/roles/')).status).toBe(200);
    open();
    const statuses = (await Promise.all(replies)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 503)).toHaveLength(7);
    const refused = (await Promise.all(replies)).at(-1) as Response;
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([(await api).status, (await api).headers.get('retry-after')]).toEqual([503, '2']);
    expect(most).toBe(2);
    expect((await app.request('/report?title=Job+11')).status).toBe(200);
  });

  it('keeps within its memory whatever is asked', async () => {
    const { app, asked } = site({ pageBytes: 1_000_000, keptBytes: 2_000_000 });
    for (let at = 0; at < 60; at += 1) await app.request(`/report?title=Job+${at}`);
    await app.request('/report?title=Job+59');
    expect(asked).toHaveBeenCalledTimes(60);
    await app.request('/report?title=Job+0');
    expect(asked).toHaveBeenCalledTimes(61);
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

describe('warm-up', () => {
  it('answers the questions one after the other, past failures, and stops', async () => {
    const { asked, warmUp } = site();
    const questions = ['break', 'Machine Learning Lead', 'C++ Developer'].map((title) => ({ title, place: 'US' }));
    vi.useFakeTimers();
    try {
      warmUp(questions);
      await vi.advanceTimersByTimeAsync(3_000);
      expect(asked.mock.calls.map(([{ title }]) => title)).toEqual(['break', 'Machine Learning Lead', 'C++ Developer']);
      const stop = warmUp([{ title: 'Nurse', place: 'US' }]);
      stop();
      await vi.advanceTimersByTimeAsync(3_000);
      expect(asked).toHaveBeenCalledTimes(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
