import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { comparedReport, TEXAS } from '../../../test/fixtures/compared-reports.js';
import { UsageError } from '../../core/errors.js';
import { compareReports } from '../../report/comparison.js';
import { mountCompare } from './compare-page.js';
import { safeHeaders } from './limits.js';
import type { ReportQuestion } from './question.js';
import { lookUp } from './site-catalogue.js';

const FRAMES = { shared: { styles: 'assets/s.css', script: 'assets/s.js' }, address: null, live: true };

const TITLES = ['Data Engineer', 'C++ Developer'].map((title) => ({ title, group: null, leading: true }));

function site() {
  const compare = vi.fn(async (questions: readonly ReportQuestion[]) => {
    const lost = questions.find(({ place }) => place === 'Nowhere');
    if (lost !== undefined) throw new UsageError('UNKNOWN_PLACE', `No place <${lost.place}>.`, 'Did you mean Norway?');
    return compareReports(
      questions.map(({ title }, at) =>
        comparedReport({ title, median: [150_000 + at, 140_000, 165_000], place: TEXAS, evidence: { scope: `${at}` } }),
      ),
    );
  });
  const app = new Hono();
  app.use(safeHeaders());
  const { titleAt } = lookUp({ titles: TITLES, places: [] });
  mountCompare(app, { frames: FRAMES, compare, titleAt });
  return { app, compare };
}

const TWO = 'title1=Nurse&in1=US-WA&title2=Cook&in2=US-TX&level2=lead';

describe('the page that compares', () => {
  it.each(['/compare/', '/compare/index.html'])('%s asks with a form that works without a script', async (path) => {
    const { app, compare } = site();
    const response = await app.request(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toMatch(/<form[^>]* action="\.\.\/compare\/index\.html" method="get"/);
    expect([...text.matchAll(/name="title(\d)"/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4']);
    expect(text).not.toMatch(/<script(?! src="\.\.\/assets\/s\.js" defer>)|\son\w+=|\sstyle=/);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(compare).not.toHaveBeenCalled();
  });

  it('leads to its folder, with what was asked', async () => {
    const response = await site().app.request(`/compare?${TWO}`);
    expect([response.status, response.headers.get('location')]).toEqual([301, `/compare/?${TWO}`]);
  });

  it('fills the form with a first question, and asks nothing yet', async () => {
    const { app, compare } = site();
    const text = await (await app.request('/compare/?title1=C%2B%2B+Developer&in1=US-WA&level1=senior')).text();
    expect(text).toContain('name="title1" value="C++ Developer"');
    expect(text).toContain('<option value="senior" selected>');
    expect(text).toContain('name="robots" content="noindex"');
    expect(compare).not.toHaveBeenCalled();
  });

  it('writes the titles of reports that were put aside as their pages do', async () => {
    const { app, compare } = site();
    const query = 'title1=data+engineer&in1=US-WA&title2=c+plus+plus+developer&in2=US&title3=code+poet&in3=US';
    const text = await (await app.request(`/compare/?${query}`)).text();
    const titles = compare.mock.calls[0]![0].map(({ title }) => title);
    expect(titles).toEqual(['Data Engineer', 'C++ Developer', 'code poet']);
    expect(text).toContain('name="title1" value="Data Engineer"');
    await app.request('/compare/?title1=iOS+data+engineer&in1=US&title2=data-engineer&in2=US');
    expect(compare.mock.calls[1]![0].map(({ title }) => title)).toEqual(['iOS data engineer', 'data-engineer']);
  });

  it('compares two and keeps them in the form', async () => {
    const { app, compare } = site();
    const response = await app.request(`/compare/index.html?${TWO}`);
    const text = await response.text();
    expect(compare).toHaveBeenCalledWith([
      { title: 'Nurse', place: 'US-WA' },
      { title: 'Cook', place: 'US-TX', level: 'lead' },
    ]);
    expect(text).toMatch(/<h1>Nurse in Texas against Cook in Texas<\/h1>/);
    expect(text).toContain('name="title2" value="Cook"');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  });

  it.each([
    ['title1=a&title2=b&in2=Nowhere', 404, 'No place &lt;Nowhere&gt;.'],
    ['title1=a&title2=b&level1=emperor', 400, 'There is no such level.'],
    ['title1=a&title2=b&title3=c&title4=d&title5=e', 400, 'Four questions at most'],
    [`title1=a&title2=${'b'.repeat(301)}`, 400, 'too long'],
  ])('%s is %i and leaves the form filled', async (query, status, words) => {
    const response = await site().app.request(`/compare/?${query}`);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toContain(words);
    expect(text).toContain('name="title1" value="a"');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\u202egnp.exe', "' onfocus='x"])(
    'lets %s become nothing but text',
    async (title) => {
      const { app } = site();
      const text = await (
        await app.request(`/compare/?${new URLSearchParams({ title1: title, title2: title, in1: title })}`)
      ).text();
      const tags = text.match(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi) ?? [];
      expect(tags.filter((tag) => /^<img|\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
      expect(text).not.toMatch(/<script>|\u202e/);
    },
  );
});
