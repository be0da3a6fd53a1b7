import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from '../../src/app/market.js';
import type { ReportRequest } from '../../src/app/question.js';
import { answerReport } from '../../src/app/report.js';
import { loadCountableOffers, loadListedTools } from '../../src/models/backtest/defect-facts.js';
import { forecastsOfThePast, laterEvidence } from '../../src/report/defects/after-as-of.js';
import { checkCounts } from '../../src/report/defects/cell-counts.js';
import { namedCredentials, singledOutTools, unfittingTools } from '../../src/report/defects/fitting-skills.js';
import { silentInversions } from '../../src/report/defects/level-order.js';
import { namelessAmounts, unnamedCurrencies } from '../../src/report/defects/named-currency.js';
import { findingOf, type Page } from '../../src/report/defects/page.js';
import { commonestShare, repeatedOverPlaces, repeatedOverRoles } from '../../src/report/defects/repeated-figures.js';
import type { Report } from '../../src/report/model.js';
import { unsoundness } from './soundness.js';

type Finding = Report['headline'];

/** The page with one of its findings changed. */
function withFinding(page: Page, id: string, change: (finding: Finding) => Finding): Page {
  const mend = (finding: Finding): Finding => (finding.id === id ? change(finding) : finding);
  const { report } = page;
  const sections = Object.fromEntries(
    Object.entries(report.sections).map(([key, section]) => [
      key,
      { ...section, findings: section.findings.map(mend) },
    ]),
  ) as unknown as Report['sections'];
  return { ...page, report: { ...report, headline: mend(report.headline), sections } };
}

const withStatement = (page: Page, id: string, statement: string): Page =>
  withFinding(page, id, (finding) => ({ ...finding, statement }));

const withValue = (page: Page, id: string, value: number): Page =>
  withFinding(page, id, (finding) => ({ ...finding, quantity: { ...finding.quantity!, value } }));

describe('the checkers of honesty', () => {
  let market: Market;
  let senior: Page;
  let lead: Page;
  const ask = async (title: string, place: string, more: Partial<ReportRequest> = {}): Promise<Page> => ({
    title,
    place,
    report: await answerReport(market, { title, place, ...more }),
  });

  beforeAll(async () => {
    market = await openMarket();
    senior = await ask('Senior Data Engineer', 'US');
    lead = await ask('Lead Data Engineer', 'US');
  });
  afterAll(() => market.close());

  it('notice a higher level below a lower one in silence, on either page', () => {
    const silent = (page: Page): Page =>
      withFinding(
        withFinding(page, 'headline', (finding) => ({ ...finding, caveats: [] })),
        'overview.levels',
        (finding) => ({ ...finding, caveats: [] }),
      );
    const saying = (page: Page, name: string): Page =>
      withFinding(page, 'headline', (finding) => ({ ...finding, caveats: [`This is below or above ${name}.`] }));
    const low = withValue(silent(senior), 'headline', 200_000);
    const high = withValue(silent(lead), 'headline', 150_000);
    expect(silentInversions([low, high])).toHaveLength(1);
    expect(silentInversions([saying(low, 'lead level'), high])).toHaveLength(1);
    expect(silentInversions([low, saying(high, 'senior level')])).toHaveLength(1);
    expect(silentInversions([saying(low, 'lead level'), saying(high, 'senior level')])).toEqual([]);
    expect(silentInversions([low, withValue(high, 'headline', 250_000)])).toEqual([]);
  });

  it('notice a tool of another occupation, a credential, and a tool singled out', async () => {
    const listed = await loadListedTools(market.store);
    const inDemand = findingOf(senior.report, 'requiredSkills.inDemand')!.statement;
    expect(unfittingTools(senior, listed)).toEqual([]);
    const fitting = new Set(senior.report.question.occupations.flatMap(({ soc }) => [...(listed.get(soc) ?? [])]));
    const foreign = [...listed.get('29-1292')!].find((name) => !fitting.has(name))!;
    const misfit = withStatement(senior, 'requiredSkills.inDemand', inDemand.replace(/\.$/, ` and ${foreign}.`));
    expect(unfittingTools(misfit, listed)).toEqual([expect.stringContaining(foreign.replaceAll(/[.,]/g, ' '))]);
    const certified = withStatement(senior, 'careerMoat.credential', 'An AWS certification protects this role.');
    const none = new Map<string, Set<string>>();
    expect(namedCredentials(certified, none)).toHaveLength(1);
    const winner = withStatement(senior, 'growthCatalyst.skill', 'Apache Kafka moves pay most.');
    expect(singledOutTools(winner, listed)).not.toEqual([]);
  });

  it('notice a constant among the findings of many roles, of many places, and of the ask', () => {
    const constant = (id: string, place: string): Page => {
      const page = withValue(senior, 'headline', 156_401);
      const { question, headline } = page.report;
      const report = {
        ...page.report,
        question: { ...question, role: { ...question.role, id }, place: { ...question.place, id: place } },
        headline: { ...headline, evidence: { ...headline.evidence, place, scope: `${id} jobs at all levels` } },
      };
      return { ...page, place, report };
    };
    const roles = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(repeatedOverRoles(roles.map((id) => constant(id, 'US')))).toContainEqual(
      expect.stringContaining('headline is 156401 for 6 of 6 roles'),
    );
    expect(repeatedOverPlaces(['US', 'GB', 'DE'].map((place) => constant('a', place)))).toContainEqual(
      expect.stringContaining('headline is 156401'),
    );
    const unsaid = withStatement(senior, 'overview.forecast.growth', 'Pay is expected to change by 12.0%.');
    const pages = roles.map((id) => ({
      ...unsaid,
      report: { ...unsaid.report, question: { ...unsaid.report.question, role: { id, name: id } } },
    }));
    expect(repeatedOverRoles(pages)).toContainEqual(expect.stringContaining('overview.forecast.growth'));
    expect(commonestShare([1.12, 1.12, 1.12, 1.08])).toBe(0.75);
  });

  it('notice a projection of what is already past', () => {
    expect(forecastsOfThePast(senior)).toEqual([]);
    const past = withFinding(senior, 'overview.forecast.pay', (finding) => ({
      ...finding,
      evidence: { ...finding.evidence, period: { from: '2026-01-01', to: '2026-08-01' } },
    }));
    expect(forecastsOfThePast(past)).toHaveLength(1);
    const disguised = withStatement(senior, 'overview.growth', 'Pay is projected to be US$175,169 by 2026.');
    expect(forecastsOfThePast(disguised)).toHaveLength(1);
    const late = withFinding(senior, 'headline', (finding) => ({
      ...finding,
      evidence: { ...finding.evidence, period: { from: '2024-01-01', to: '2031-01-01' } },
    }));
    expect(laterEvidence(late)).toHaveLength(1);
  });

  it.each([
    ['The middle is about 210,000 a year.', ['210,000']],
    ['P10 144k, P90 US$196k', ['144k']],
    ['It pays $185,000.', ['$1', '185,000']],
    ['Ask between C$120,000 and 140,000.', ['140,000']],
    ['A pay of 1.2M', ['1.2M']],
    ['2,975 distinct filed wages (3,848 before repeats were removed) pay CHF 144,000.', []],
    ['1,687,890 jobs in May 2025 (90% sure: between 1,671,230 and 1,704,550).', []],
    ['Between £52,000, €1,200 and US$1.2M.', []],
  ])('notice an amount without its currency in "%s"', (text, amounts) => {
    expect(namelessAmounts(text)).toEqual(amounts);
  });

  it('notice a quantity and an axis without a currency', () => {
    expect(unnamedCurrencies(senior)).toEqual([]);
    const unit = withFinding(senior, 'headline', (finding) => ({
      ...finding,
      quantity: { ...finding.quantity!, unit: 'per year' },
    }));
    expect(unnamedCurrencies(unit)).toHaveLength(1);
    const { overview } = senior.report.sections;
    const figures = overview.figures.map((figure) =>
      figure.kind === 'pay-band' ? { ...figure, axis: { ...figure.axis, unit: 'year' } } : figure,
    );
    const axis = { ...senior.report, sections: { ...senior.report.sections, overview: { ...overview, figures } } };
    expect(unnamedCurrencies({ ...senior, report: axis })).toHaveLength(1);
  });

  it('notice a count of another cell', async () => {
    const rows = await loadCountableOffers(market.store);
    const counted = checkCounts(senior, rows);
    expect(counted.wrong).toEqual([]);
    expect(counted.checked).toBeGreaterThanOrEqual(4);
    const other = withFinding(senior, 'headline', (finding) => ({
      ...finding,
      evidence: { ...finding.evidence, scope: 'Data Engineer jobs at mid level' },
    }));
    expect(checkCounts(other, rows).wrong).toHaveLength(1);
    const elsewhere = withFinding(senior, 'overview.posted.cell', (finding) => ({
      ...finding,
      evidence: { ...finding.evidence, place: 'US-WY' },
    }));
    expect(checkCounts(elsewhere, rows).wrong).not.toEqual([]);
    const asked = withFinding(lead, 'headline', (finding) => ({
      ...finding,
      evidence: { ...finding.evidence, asked: { n: 987_654, employers: null } },
    }));
    expect(checkCounts(asked, rows).wrong).toHaveLength(1);
  });

  it.each<[string, (finding: Finding) => Finding]>([
    ['a leaked value', (finding) => ({ ...finding, statement: 'The middle is NaN.' })],
    ['a sentence without an end', (finding) => ({ ...finding, statement: 'The middle is' })],
    ['a figure without a source', (finding) => ({ ...finding, evidence: { ...finding.evidence, sources: [] } })],
    ['an unlisted source', (finding) => ({ ...finding, evidence: { ...finding.evidence, sources: ['rumour'] } })],
    ['a value outside its interval', (finding) => ({ ...finding, quantity: { ...finding.quantity!, value: 1 } })],
    ['an abstention that asks for nothing', (finding) => ({ ...finding, status: 'insufficient', quantity: null })],
    [
      'a period that runs backwards',
      (finding) => ({
        ...finding,
        evidence: { ...finding.evidence, period: { from: '2026-02-01', to: '2026-01-01' } },
      }),
    ],
  ])('notice %s', (_, change) => {
    expect(unsoundness(senior)).toEqual([]);
    expect(unsoundness(withFinding(senior, 'headline', change))).not.toEqual([]);
  });

  it('find an offer at a percentile that rises with the offer', async () => {
    const amounts = [60_000, 120_000, 160_000, 180_000, 200_000, 240_000, 400_000];
    const pages = await Promise.all(amounts.map((offer) => ask('Senior Data Engineer', 'US', { offer })));
    const percentiles = pages.map(
      ({ report }) => findingOf(report, 'negotiation.offer')?.quantity?.value ?? Number.NaN,
    );
    expect(percentiles.every((value, index) => index === 0 || value > percentiles[index - 1]!)).toBe(true);
    expect(percentiles[0]).toBeLessThan(50);
    expect(percentiles.at(-1)).toBeGreaterThan(50);
    expect(pages.flatMap(unsoundness)).toEqual([]);
    expect(pages.flatMap(unnamedCurrencies)).toEqual([]);
  });

  it.each(['2024-12-31', '2025-04-30'])('find no data later than an earlier as-of date, %s', async (asOf) => {
    const rows = await loadCountableOffers(market.store);
    const cells = [
      ['Senior Data Engineer', 'US'],
      ['Machine Learning Lead', 'US-CA'],
      ['Registered Nurse', 'US'],
      ['Data Scientist', 'GB'],
    ] as const;
    const pages = await Promise.all(cells.map(([title, place]) => ask(title, place, { asOf })));
    expect(pages.flatMap(laterEvidence)).toEqual([]);
    expect(pages.flatMap(forecastsOfThePast)).toEqual([]);
    expect(pages.flatMap((page) => checkCounts(page, rows).wrong)).toEqual([]);
    expect(pages.flatMap(unsoundness)).toEqual([]);
    expect(pages.some(({ report }) => report.headline.status !== 'insufficient')).toBe(true);
  });
});
