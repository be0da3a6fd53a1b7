import { describe, expect, it } from 'vitest';
import { IN_BRITAIN, IN_CALIFORNIA, levelOf } from '../../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../../test/fixtures/small-market.js';
import { type SmallQuestion, smallContext, smallReport } from '../../../test/fixtures/small-report.js';
import type { Finding } from '../../core/finding.js';
import { headlineFinding } from '../headline.js';
import type { Report, SectionId } from '../model.js';
import { checklistSection } from './checklist.js';
import { forecastFindings } from './forecast.js';
import { overviewSection } from './overview.js';

const senior = { question: { level: levelOf('senior') } };
const findingsOf = (report: Report, section: SectionId) => report.sections[section].findings as readonly Finding[];

/** Reports by the question asked: each is built once. */
const built = new Map<string, Promise<Report>>();

async function find(id: string, asked: SmallQuestion = senior): Promise<Finding> {
  const key = JSON.stringify(asked);
  built.set(key, built.get(key) ?? smallReport(asked));
  const report = await built.get(key)!;
  const found = findingsOf(report, id.split('.')[0] as SectionId).find((finding) => finding.id === id);
  expect(found?.id).toBe(id);
  return found!;
}

describe('the market overview', () => {
  it('counts the very cell asked about on each basis', async () => {
    expect(await find('overview.posted.cell')).toMatchObject({
      status: 'supported',
      quantity: { value: 40, unit: 'count' },
    });
    expect((await find('overview.filed.cell')).evidence).toMatchObject({ n: 30, employers: 30, sources: ['filings'] });
    const none = await find('overview.posted.cell', { question: IN_BRITAIN });
    expect(none).toMatchObject({ status: 'insufficient', quantity: null });
  });

  it('tells each source apart', async () => {
    expect((await find('overview.posted.boards')).quantity!.value).toBe(120_000);
    expect((await find('overview.filed.filings')).quantity!.value).toBe(109_801);
    expect((await find('overview.official')).quantity!.unit).toBe('USD/year');
  });

  it('tells growth in money and after prices', async () => {
    const growth = await find('overview.growth');
    expect(growth.quantity!.value).toBe(4.76);
    expect(growth.statement).toContain('4.8%');
    expect(growth.statement).toContain('2.7%');
  });

  it('tells the state and the country apart', async () => {
    expect((await find('overview.official', { question: IN_CALIFORNIA })).quantity!.value).toBe(75_000);
    expect((await find('overview.official.country', { question: IN_CALIFORNIA })).evidence.place).toBe('US');
  });

  it('says of a level whose own page is on another basis that its offers stand here', async () => {
    const lowerShowMore = [{ level: levelOf('lead'), value: 100_000, basis: 'market' as const }];
    const order = { lowerShowMore, higherShowLess: [], higherShowTogether: [] };
    const caveatsOf = async (changes: object) => {
      const context = await smallContext(senior, changes);
      const { findings } = overviewSection(context, headlineFinding(context));
      return findings.find(({ id }) => id === 'overview.levels')!.caveats.join(' ');
    };
    expect(await caveatsOf({ order })).toContain('Here lead level is posted pay as observed');
    expect(await caveatsOf({})).not.toContain('as observed');
  });

  it('compares levels where two have a figure of their own', async () => {
    expect(await find('overview.levels')).toMatchObject({ status: 'supported', evidence: { n: 52, basis: 'posted' } });
    const pay = SMALL_MARKET.pay.filter((row) => row.level === 'senior' && row.basis === 'posted');
    expect((await find('overview.levels', { market: { pay } })).status).toBe('insufficient');
  });
});

describe('the forecast', () => {
  it('grows the headline by the pooled growth of a year', async () => {
    const growth = await find('overview.forecast.growth');
    const pay = await find('overview.forecast.pay');
    const weight = (2 * 1e-4) / (2 * 1e-4 + 2e-4);
    const own = (Math.log(66 / 60) - (0.03 + 0.02)) / 2;
    expect(growth.quantity!.value).toBeCloseTo(100 * (Math.exp(0.03 + weight * own) - 1), 2);
    expect(pay.quantity!.value).toBeCloseTo(120_000 * Math.exp(0.03 + weight * own), -1);
    expect(growth.evidence).toMatchObject({ n: 3, period: { from: '2026-05-15', to: '2027-04-15' } });
  });

  it('of growth alone stands where there is no headline, and is missing without a series', async () => {
    const alone = forecastFindings(await smallContext(senior, { headline: null }));
    expect(alone.map((finding) => finding.id)).toEqual(['overview.forecast.growth']);
    const [missing] = forecastFindings(await smallContext({ question: IN_BRITAIN }));
    expect(missing).toMatchObject({ status: 'insufficient', quantity: null });
  });
});

describe('the demand', () => {
  it('tells jobs, their change, their concentration and what is projected', async () => {
    const here: SmallQuestion = { question: IN_CALIFORNIA };
    const jobs = await find('demand.jobs.US.15-1252', here);
    expect(jobs.quantity).toMatchObject({ value: 12_000, interval: { low: 11_800, high: 12_200 } });
    expect((await find('demand.growth.US.15-1252', here)).quantity!.value).toBe(9.09);
    expect((await find('demand.quotient.US-CA.15-1252', here)).quantity!.value).toBeGreaterThan(1.5);
    expect((await find('demand.openings.15-1252', here)).quantity!.value).toBe(12_345);
  });

  it('names for a country the states where the work is most concentrated', async () => {
    const found = await find('demand.concentration.15-1252');
    expect(found.quantity!.interval!.low).toBeGreaterThan(1);
    expect(found.evidence).toMatchObject({ place: 'US', sources: ['oews-state'] });
    const ids = findingsOf(await smallReport({ question: IN_CALIFORNIA }), 'demand').map((finding) => finding.id);
    expect(ids).not.toContain('demand.concentration.15-1252');
  });

  it('never calls work undersupplied on fewer than three tests', async () => {
    for (const asked of [senior, { question: IN_CALIFORNIA }, { question: IN_BRITAIN }]) {
      expect(await find('demand.tightness', asked)).toMatchObject({ status: 'insufficient', quantity: null });
    }
  });
});

describe('skills and exposure', () => {
  it('name tools, and no premium', async () => {
    expect(await find('requiredSkills.inDemand')).toMatchObject({ quantity: { value: 1 } });
    expect((await find('requiredSkills.hot')).statement).toContain('R');
    for (const id of ['growthCatalyst.skill', 'careerMoat.credential', 'skillPremium.adjusted']) {
      expect(await find(id)).toMatchObject({ status: 'insufficient', quantity: null });
    }
  });

  it('rank the work by each measure and say that they disagree', async () => {
    expect((await find('aiImpact.gpts-beta-model')).quantity!.value).toBe(82);
    expect((await find('aiImpact.microsoft-applicability')).quantity!.value).toBe(18);
    expect((await find('aiImpact.agreement')).quantity!.value).toBe(64);
    expect((await find('aiImpact.agreement')).statement).toContain('disagree');
  });
});

describe('the negotiation', () => {
  it('holds an offer against the distribution', async () => {
    const asked = { ...senior, offer: 120_000 };
    expect((await find('negotiation.offer', asked)).quantity!.value).toBeCloseTo(50, 1);
    expect((await find('negotiation.compaRatio', asked)).quantity!.value).toBe(1);
    expect((await find('negotiation.ask', asked)).quantity!.value).toBe(120_000);
  });

  it('has nothing about an offer that was not made, and no ask without a figure', async () => {
    const ids = findingsOf(await smallReport(senior), 'negotiation').map((finding) => finding.id);
    expect(ids).not.toContain('negotiation.offer');
    const without = findingsOf(await smallReport({ question: IN_BRITAIN, offer: 1 }), 'negotiation');
    expect(without.map(({ id, status }) => [id, status])).toEqual([['negotiation.ask', 'insufficient']]);
  });
});

describe('the checklist', () => {
  const headline = async () => (await smallReport(senior)).headline as Finding;
  const items = (findings: readonly Finding[]) => checklistSection(findings).findings as readonly Finding[];

  it('changes with the grade of the headline', async () => {
    const graded = async (grade: 'A' | 'B' | 'C' | 'D') => {
      const finding = await headline();
      return items([{ ...finding, evidence: { ...finding.evidence, grade } }])[0]!.statement;
    };
    expect(await graded('A')).toBe(await graded('B'));
    expect(await graded('C')).toContain('grade is C');
    expect(await graded('D')).toContain('grade is D');
  });

  it('has no item for what was not found, and one for a missing headline', async () => {
    expect(items([])).toEqual([]);
    const nothing = { ...(await headline()), status: 'insufficient' as const, missing: 'Offers.' };
    expect(items([nothing]).map(({ id, status, missing }) => [id, status, missing])).toEqual([
      ['checklist.1', 'insufficient', 'Offers.'],
    ]);
    const exposure = { ...nothing, id: 'aiImpact.agreement' };
    expect(items([exposure])).toEqual([]);
  });
});
