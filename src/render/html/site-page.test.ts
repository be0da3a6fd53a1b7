/** What a report page has on a site: data for machines, comparison, downloads, citation, places for the script. */
import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { hostileReport, sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import type { Report } from '../../report/model.js';
import type { PageData } from '../../report/page-data.js';
import { reportDigest } from '../json/report-digest.js';
import { type SiteFrames, siteFrame } from './frame.js';
import { occupationData } from './json-ld.js';
import { renderHtml } from './report.js';

const FRAMES: SiteFrames = {
  shared: { styles: 'assets/a.css', script: 'assets/a.js' },
  address: 'https://pay.example/base/',
  live: false,
};
const page = (report: Report, live = false, path = 'us/machine-learning-lead/') =>
  renderHtml(report, { frame: siteFrame({ ...FRAMES, live }, path) });

const publicReport: Report = { ...sampleReport, question: { ...sampleReport.question, offer: null } };
const ownReport: Report = {
  ...publicReport,
  sources: [{ ...(publicReport.sources[0] as Report['sources'][number]), id: 'mine', name: 'Your own data' }],
};

function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(html)?.[1] as string);
}

function linkedData(html: string): unknown {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
  return text === undefined ? null : JSON.parse(text);
}

describe('a report page of a site', () => {
  it('prints no number that is not in the model', () => {
    expect(numbersNotInModel(publicReport, page(publicReport))).toEqual([]);
  });

  it('asks for its fonts early where a server answers, and not from a folder', () => {
    const shared = { ...FRAMES.shared, fonts: ['assets/inter.woff2'] };
    const head = (live: boolean) =>
      renderHtml(publicReport, { frame: siteFrame({ ...FRAMES, shared, live }, 'us/a/') }).split(
        '</head>',
      )[0] as string;
    expect(head(true)).toContain('<link rel="preload" href="../../assets/inter.woff2" as="font"');
    expect(head(true).indexOf('preload')).toBeLessThan(head(true).indexOf('rel="stylesheet"'));
    expect(head(false)).not.toContain('preload');
  });

  it('tells search engines the distribution as it is shown', () => {
    expect(linkedData(page(publicReport))).toMatchObject({
      '@type': 'Occupation',
      name: 'Machine Learning Lead',
      occupationLocation: [{ '@type': 'Country', name: 'United States' }],
      estimatedSalary: [
        {
          '@type': 'MonetaryAmountDistribution',
          currency: 'USD',
          duration: 'P1Y',
          percentile10: 144_000,
          percentile25: 168_000,
          median: 196_000,
          percentile75: 231_000,
          percentile90: 269_000,
        },
      ],
    });
  });

  it('tells search engines nothing of a thin page, of own data, or of pay by the hour', () => {
    expect(linkedData(page(thinReport))).toBeNull();
    expect(linkedData(page(ownReport))).toBeNull();
    const quantity = { value: 53.33, unit: 'CAD/hour', interval: null };
    expect(occupationData({ ...publicReport, headline: { ...publicReport.headline, quantity } })).toBeNull();
  });

  it('gives its script the headline and the digest of report.json', () => {
    const data = dataOf(page(publicReport));
    expect(data).toMatchObject({ schema: 'goingrate.page/1', method: publicReport.method.version });
    expect(data.headline.quantity).toEqual(publicReport.headline.quantity);
    expect(data.digest).toBe(reportDigest(publicReport));
    expect(page(publicReport)).toContain(`<code class="digest">${reportDigest(publicReport)}</code>`);
  });

  it('gives its script neither an offer nor what an offer could be guessed from', () => {
    const html = page(sampleReport);
    const data = dataOf(html);
    expect(JSON.stringify(data)).not.toMatch(/offer"|185000/);
    expect(data.digest).toBeNull();
    expect(html).not.toContain(reportDigest(sampleReport));
  });

  it('offers downloads beside itself, only where a folder is its own and nothing is private', () => {
    const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)" download>/g)].map(([, href]) => href);
    expect(hrefs(page(publicReport))).toEqual(['report.json', 'findings.csv', 'findings.parquet', 'datapackage.json']);
    expect(hrefs(page(publicReport, true, 'report'))).toEqual([]);
    expect(hrefs(page(ownReport))).toEqual([]);
  });

  it('keeps own data out of citation, comparison and corrections', () => {
    const html = page(ownReport);
    for (const part of ['id="citation"', 'data-island="correction"', 'compare-bar']) expect(html).not.toContain(part);
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  it('is cited with its date, its method and its address', () => {
    const html = page(publicReport);
    expect(html).toContain('https://pay.example/base/us/machine-learning-lead/</a>.</cite>');
    expect(html).toMatch(/Going Rate \(2026\)\. .*As of 8 August 2026, method version/);
    expect(html).toContain('@misc{goingrate-us-machine-learning-lead,');
  });

  it('leads to comparisons with the levels beside it, and asks for others only where a server answers', () => {
    const html = page(publicReport);
    const first = '../../compare/index.html?title1=Machine+Learning+Lead&amp;in1=US&amp;level1=lead';
    expect(html).toContain(`<a href="${first}">Another job, level or place</a>`);
    expect(html).toContain(`${first}&amp;title2=Machine+Learning+Engineer&amp;in2=US&amp;level2=senior">Senior level`);
    expect(html).toContain('level2=principal">Principal level');
    expect(html).not.toContain('<form');
    expect(page(publicReport, true)).toContain(
      '<form class="compare-form" action="../../compare/index.html" method="get">',
    );
  });

  it('asks again at once where a title names no work and a server answers', () => {
    const unknown = { ...thinReport, question: { ...thinReport.question, title: 'Zz "qq"', occupations: [] } };
    const form = /<header class="answer[\s\S]*?(<form class="ask"[\s\S]*?<\/form>)/.exec(page(unknown, true))?.[1];
    expect(form).toContain('value="Zz &quot;qq&quot;"');
    expect(form).toContain(`value="${unknown.question.place.name}"`);
    expect(page(unknown)).not.toContain('class="ask"');
    expect(page(publicReport, true)).not.toContain('class="ask"');
  });

  it('links to related pages it is given', () => {
    const frame = siteFrame(FRAMES, 'us/x/');
    const html = renderHtml(publicReport, {
      frame,
      related: [{ href: '../../us-ca/x/index.html', name: 'California' }],
    });
    expect(html).toContain('<li><a href="../../us-ca/x/index.html">California</a>');
  });

  it('has a place for the offer check without a form, an address or a name', () => {
    const block = /<section class="offer[\s\S]*?<\/section>/.exec(page(publicReport))?.[0] as string;
    expect(block).toContain('hidden');
    expect(block).not.toMatch(/<form|action=|href=|name=/);
    expect(page(thinReport)).not.toContain('data-island="offer"');
  });

  it('lets no text of a hostile report end its data or become an element', () => {
    const html = page(hostileReport);
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)?.length as number);
    const tags = html.match(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi) ?? [];
    expect(tags.filter((tag) => /^<img\b/i.test(tag))).toEqual([]);
    expect(dataOf(html).headline.statement).toBe(hostileReport.headline.statement);
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u);
  });
});
