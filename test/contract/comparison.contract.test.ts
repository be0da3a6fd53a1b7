/** What every renderer of a comparison must do, whatever its format. */
import { describe, expect, it } from 'vitest';
import { renderComparisonCsv } from '../../src/render/csv/comparison.js';
import { comparisonBody } from '../../src/render/html/comparison.js';
import { comparePage, renderComparison } from '../../src/render/html/comparison-page.js';
import { PLAIN_FRAME, siteFrame } from '../../src/render/html/frame.js';
import { renderComparisonJson } from '../../src/render/json/comparison.js';
import { renderComparisonMarkdown } from '../../src/render/markdown/comparison.js';
import { renderComparisonText } from '../../src/render/terminal/comparison.js';
import { textWidth } from '../../src/render/terminal/text-width.js';
import { compareReports } from '../../src/report/comparison.js';
import type { Comparison } from '../../src/report/comparison-model.js';
import { BRITAIN, comparedReport, figureFinding, TEXAS } from '../fixtures/compared-reports.js';
import { HOSTILE_TEXTS } from '../golden/sample-report.js';
import { numbersNotInModel } from './numbers-in-model.js';
import { isMarkup, visibleText } from './visible-text.js';

const OPTIONS = { columns: 80, colour: false, unicode: true, brief: false };
const RENDERERS = {
  terminal: (comparison: Comparison) => renderComparisonText(comparison, OPTIONS),
  'ASCII terminal': (comparison: Comparison) => renderComparisonText(comparison, { ...OPTIONS, unicode: false }),
  html: (comparison: Comparison) => renderComparison(comparison, PLAIN_FRAME),
  markdown: renderComparisonMarkdown,
  csv: renderComparisonCsv,
} as const;

const texas = comparedReport({ place: TEXAS, median: [151_000, 140_000, 165_000], status: 'modelled' });
const britain = comparedReport({
  place: BRITAIN,
  currency: 'GBP',
  median: [61_000, 56_000, 66_000],
  overview: [
    figureFinding('overview.dollars', [81_000, 75_000, 88_000], { unit: 'USD/year' }),
    figureFinding('overview.purchasing-power', [91_000, 85_000, 98_000], { unit: 'USD/year' }),
    figureFinding('overview.forecast.growth', [2.94, -3.1, 7.2], { unit: 'percent' }),
  ],
});
const official = comparedReport({ title: 'Nurse', median: [99_000, 97_000, 101_000], evidence: { basis: 'official' } });
const missing = comparedReport({ title: 'Zorblax', median: null });

const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ['two states', compareReports([comparedReport(), texas], { notes: ['A note of how.'] })],
  ['four questions of every kind', compareReports([comparedReport(), britain, official, missing])],
  ['a question asked twice', compareReports([texas, texas])],
  ['nothing known', compareReports([missing, comparedReport({ title: 'Other', median: null })])],
];

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(Object.entries(RENDERERS))('%s renderer of a comparison', (name, render) => {
  describe.each(COMPARISONS)('of %s', (_case, comparison) => {
    const output = render(comparison);
    const seen = squeezed(isMarkup(output) ? visibleText(output) : output.replaceAll('\\', ''));

    it('states every difference and the limits of each', () => {
      const texts = comparison.differences.flatMap(({ finding }) => [
        finding.statement,
        ...(name === 'csv' ? [] : finding.caveats),
      ]);
      const plain = (text: string) =>
        name === 'ASCII terminal' ? text.replaceAll('’', "'").replaceAll('£', 'GBP ') : text;
      expect(texts.filter((text) => !seen.includes(squeezed(plain(text))))).toEqual([]);
    });

    it('prints no number that is not in the model', () => {
      expect(numbersNotInModel(comparison, name === 'csv' ? numbersApart(output) : output)).toEqual([]);
    });

    it('prints the same again and no missing value', () => {
      expect(render(structuredClone(comparison))).toBe(output);
      expect(seen).not.toMatch(/\b(?:undefined|NaN|null|Infinity)\b|\[object/);
    });
  });

  it('lets no text become markup, a formula or an escape', () => {
    const hostile = HOSTILE_TEXTS.slice(0, 12);
    for (let at = 0; at + 1 < hostile.length; at += 2) {
      const pair = [comparedReport({ title: hostile[at]! }), comparedReport({ title: hostile[at + 1]!, place: TEXAS })];
      const output = render(compareReports(pair));
      const tags = output.match(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi) ?? [];
      const markup = name === 'html' ? tags : [];
      expect(markup.filter((tag) => /^<(?:script|img|iframe|style)\b(?!>)/i.test(tag))).toEqual([]);
      if (name === 'html') expect(output).not.toMatch(/<(?:script|img|iframe)\b/i);
      if (name.includes('terminal'))
        expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      if (name === 'markdown') expect(output).not.toMatch(/^(?:#{1,6} .*\n){2}|<[a-z]/im);
      if (name === 'csv')
        expect(
          output
            .split('\r\n')
            .flatMap((line) => line.split(','))
            .filter((cell) => /^"?[=+@]/.test(cell)),
        ).toEqual([]);
    }
  });
});

/** Numbers of a CSV stand bare: as the model holds them, to the hundredth. */
function numbersApart(csv: string): string {
  return csv.replace(/,-?\d+(?:\.\d+)?(?=,)/g, ',');
}

describe('comparisons in a terminal', () => {
  it.each([60, 80, 120])('stay within %i columns', (columns) => {
    for (const [, comparison] of COMPARISONS) {
      const lines = renderComparisonText(comparison, { ...OPTIONS, columns }).split('\n');
      expect(lines.filter((line) => textWidth(line) > columns)).toEqual([]);
    }
  });
});

describe('comparisons as data', () => {
  it('are the model as JSON', () => {
    for (const [, comparison] of COMPARISONS) expect(JSON.parse(renderComparisonJson(comparison))).toEqual(comparison);
  });

  it('have every number of the differences in CSV', () => {
    const [, comparison] = COMPARISONS[0]!;
    const line = renderComparisonCsv(comparison)
      .split('\r\n')
      .find((text) => text.startsWith('difference,'))!;
    const { value, interval } = comparison.differences[0]!.finding.quantity!;
    expect(line).toContain(`,modelled,${value},${interval!.low},${interval!.high},0.9,USD/year,`);
  });
});

describe('comparisons on a site', () => {
  const [, comparison] = COMPARISONS[0]!;
  const frames = { shared: { styles: 'assets/s.css', script: 'assets/s.js' }, address: null, live: true };

  it('lead to the reports only where there are some', () => {
    const live = renderComparison(comparison, siteFrame(frames, 'compare/'));
    expect(live).toContain('href="../report?title=Data+Scientist&amp;in=US-WA"');
    expect(live).toContain('<form');
    expect(renderComparison(comparison, siteFrame({ ...frames, live: false }, 'compare/'))).not.toContain('<form');
    expect(renderComparison(comparison, PLAIN_FRAME)).not.toContain('report?');
  });

  it('leave a static site a sentence that works without a script, and its script what it needs', () => {
    const shared = { ...frames.shared, search: 'assets/search.js', compare: 'assets/compare.js' };
    const { path, html } = comparePage({ ...frames, shared, live: false });
    expect(path).toBe('compare/index.html');
    expect(html).toMatch(
      /data-island="compare" data-root="\.\.\/" data-script="assets\/compare\.js" data-index="assets\/search\.js"/,
    );
    expect(html).toContain('href="../places/index.html"');
    expect(comparePage({ ...frames, live: false }).html).not.toContain('data-script');
  });

  it('are drawn alike for a page that makes its own links', () => {
    const body = comparisonBody(comparison, {
      reportHref: ({ place }) => `../${place.id.toLowerCase()}/x/index.html`,
    }).value;
    expect(body).toContain('href="../us-tx/x/index.html"');
  });
});
