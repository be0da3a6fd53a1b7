import { describe, expect, it } from 'vitest';
import type { MarketRows } from '../../../test/contract/store.contract.js';
import { COST_MARKET, COST_SOURCES } from '../../../test/fixtures/cost-market.js';
import { payRow } from '../../../test/fixtures/market-rows.js';
import { IN_BRITAIN, IN_CALIFORNIA, IN_SAN_JOSE } from '../../../test/fixtures/question.js';
import { smallAnswers } from '../../../test/fixtures/small-report.js';
import { unsoundness } from '../../../test/honesty/soundness.js';
import type { Question } from '../../analysis/question.js';
import type { Finding } from '../../core/finding.js';
import { buildReport } from '../build.js';
import type { Report } from '../model.js';

const STATE_NAMES = new Map([
  ['US-AK', 'Alaska'],
  ['US-AL', 'Alabama'],
  ['US-CA', 'California'],
]);

async function reportOf(question: Partial<Question>, market: MarketRows = COST_MARKET): Promise<Report> {
  const answers = await smallAnswers({ question, market });
  return buildReport({ answers, sources: COST_SOURCES, notes: [], stateNames: STATE_NAMES });
}

async function costsOf(question: Partial<Question>, market?: MarketRows): Promise<Map<string, Finding>> {
  const { demand, overview } = (await reportOf(question, market)).sections;
  const findings = [...demand.findings, ...overview.findings] as readonly Finding[];
  return new Map(findings.map((finding) => [finding.id.replace('demand.costs.', ''), finding]));
}

describe('cost of labour beside cost of living', () => {
  it('of a state says what its pay and prices are to the nation, and what is left', async () => {
    const costs = await costsOf(IN_CALIFORNIA);
    expect(costs.get('labour')!.statement).toMatch(
      /^Cost of labour: the same occupations are paid 25% more in California than in the United States as a whole \(90% sure: between \d+% and \d+% more\), by official mean pay of May 2025; by medians [\d.]+% more\.$/,
    );
    expect(costs.get('labour')).toMatchObject({ status: 'modelled', quantity: { value: 25, unit: 'percent' } });
    expect(costs.get('prices')).toMatchObject({
      status: 'supported',
      statement:
        'Cost of living: consumer prices in California were 10% above the national level in 2023 (regional price parity 110.0); rents alone 50% above.',
      quantity: { value: 10, interval: null },
      evidence: { n: 2, sources: ['price-levels'], place: 'US-CA', basis: null },
    });
    expect(costs.get('real-pay')!.statement).toMatch(
      /^After prices, the same occupations are paid 14% more in California than nationally \(between .+\): pay is 25% above and prices are 10% above the national level\.$/,
    );
    expect(costs.get('real-pay')!.quantity!.value).toBe(13.6);
    expect(costs.get('real-pay')!.caveats.join(' ')).toMatch(/of 2023, pay is of 2025.*pay alone.*Taxes/s);
  });

  it('sets the headline at national prices, with its own interval', async () => {
    const report = await reportOf(IN_CALIFORNIA);
    const finding = report.sections.demand.findings.find(({ id }) => id === 'demand.costs.headline')!;
    const { quantity } = report.headline;
    expect(finding.quantity!.value).toBe(Math.round(quantity!.value / 1.1));
    expect(finding.quantity!.interval!.low).toBe(Math.round(quantity!.interval!.low / 1.1));
    expect(finding.caveats.join(' ')).toContain('nominal');
    expect(finding.evidence).toMatchObject({ basis: 'posted', counts: 'advertised ranges' });
  });

  it('says that pay is about the same where its interval holds no difference', async () => {
    const official = COST_MARKET.official.map((row) => (row.place === 'US-CA' ? { ...row, mean: 66_500 } : row));
    const costs = await costsOf(IN_CALIFORNIA, { ...COST_MARKET, official });
    expect(costs.get('labour')!.statement).toMatch(/paid about the same in California as in .+ less and .+ more\)/);
    expect(costs.get('real-pay')!.statement).toMatch(/ less in California than nationally/);
  });

  it('of a metropolitan area are its own, without an interval', async () => {
    const costs = await costsOf(IN_SAN_JOSE);
    expect(costs.get('labour')).toMatchObject({
      quantity: { value: 38, interval: null },
      evidence: { place: 'US-41940' },
    });
    expect(costs.get('labour')!.statement).toContain('in San Jose than in');
    expect(costs.get('labour')!.caveats.join(' ')).toContain('No interval');
    expect(costs.get('prices')!.statement).toContain('San Jose were 20% above');
    expect(costs.get('real-pay')!.quantity!.value).toBe(15);
    expect(costs.get('headline')!.statement).toContain('in the state of California');
  });

  it("shows borrowed figures of a metropolitan area as the state's", async () => {
    const prevailing = COST_MARKET.prevailing.map((row) => ({ ...row, sharing: 2 }));
    const costs = await costsOf(IN_SAN_JOSE, { ...COST_MARKET, prevailing });
    expect(costs.get('labour')!.statement).toContain('in the state of California than in');
    expect(costs.get('labour')!.caveats.join(' ')).toMatch(/shared with other areas for 2 of 2 .+ the state's\./);
    const small = await costsOf(IN_SAN_JOSE, { ...COST_MARKET, series: [] });
    expect(small.get('labour')!.statement).toContain('in the state of California than in');
    expect(small.get('labour')!.caveats.join(' ')).toMatch(/San Jose is too small to trust/);
    const without = await costsOf(IN_SAN_JOSE, { ...COST_MARKET, prevailing: [] });
    expect(without.get('labour')!.caveats.join(' ')).toMatch(/no figures of San Jose/);
  });

  it('says what is missing where a place has neither pay nor prices', async () => {
    const official = COST_MARKET.official.filter((row) => row.place !== 'US-CA');
    const costs = await costsOf(IN_CALIFORNIA, { ...COST_MARKET, official, priceLevels: [], prevailing: [] });
    for (const id of ['labour', 'prices'])
      expect(costs.get(id)).toMatchObject({ status: 'insufficient', quantity: null });
    expect([costs.has('real-pay'), costs.has('headline'), costs.has('states')]).toEqual([false, false, false]);
  });

  it('of a whole country are the comparison of its states', async () => {
    const costs = await costsOf({});
    expect([costs.has('labour'), costs.has('prices')]).toEqual([false, false]);
    expect(costs.get('states')!.statement).toMatch(
      /^After prices, the same occupations are paid most, by estimate, in California \(14% more than nationally\), Alaska \(9% more\) and Alabama \(6% more\); by the error of pay alone, .+\.$/,
    );
    expect(costs.get('states')!.quantity!.value).toBe(13.6);
  });

  it('names the state asked about beside the first three', async () => {
    const utah = {
      place: { ...IN_CALIFORNIA.place, id: 'US-UT', name: 'Utah', states: ['US-UT'] },
      statePlaceId: 'US-UT',
      statePlaceName: 'Utah',
    };
    expect((await costsOf(utah)).get('states')!.statement).toMatch(/ US-UT: \d+% less\.$/);
  });

  it.each([
    ['a state', IN_CALIFORNIA],
    ['a metropolitan area', IN_SAN_JOSE],
    ['the country', {}],
  ])('makes a sound page of %s', async (_name, question) => {
    const report = await reportOf(question);
    expect(unsoundness({ title: 'Data Engineer', place: 'US', report })).toEqual([]);
  });

  it('lists the price levels with their own use', async () => {
    const { sources } = await reportOf(IN_CALIFORNIA);
    expect(sources.find(({ id }) => id === 'price-levels')!.role).toBe('cost of labour and of living');
    expect(sources.find(({ id }) => id === 'oews-state')!.role).toContain('demand, cost of labour and of living');
  });
});

describe('a foreign headline', () => {
  const month = (year: number, index: number): string => `${year}-${String(index + 1).padStart(2, '0')}-01`;
  const market: MarketRows = {
    ...COST_MARKET,
    pay: Array.from({ length: 40 }, (_, index) =>
      payRow({
        country: 'GB',
        currency: 'GBP',
        region: null,
        employer: index,
        annualLow: 60_000,
        annualHigh: 80_000 + index,
      }),
    ),
    exchangeRates: [2024, 2025, 2026].flatMap((year) =>
      Array.from({ length: year === 2026 ? 4 : 12 }, (_, index) => ({
        source: 'rates',
        currency: 'GBP',
        month: month(year, index),
        perUsd: year === 2026 ? 0.7 : 0.8,
      })),
    ),
  };

  it('is in dollars of its own month and at purchasing power, both named', async () => {
    const found = await costsOf(IN_BRITAIN, market);
    expect(found.get('overview.dollars')!.statement).toMatch(
      /^In US dollars the middle is about US\$100,\d00 a year, between .+, at the average rate of March 2026 \(0\.7 GBP per US dollar\)\.$/,
    );
    expect(found.get('overview.dollars')!.caveats[0]).toContain('An exchange rate is not a cost of living');
    expect(found.get('overview.purchasing-power')!.statement).toMatch(
      /^At the purchasing power parity of 2024 \(0\.68 GBP per US dollar\) the headline buys in the United Kingdom what about US\$10\d,\d00 buys in the United States, between .+\.$/,
    );
    expect(found.get('overview.price-level')).toMatchObject({
      statement:
        'Prices in the United Kingdom were 15% below those of the United States in 2024: a parity of 0.68 over an average exchange rate of 0.8 GBP per US dollar.',
      quantity: { value: -15, unit: 'percent' },
    });
    expect(unsoundness({ title: 'Data Engineer', place: 'GB', report: await reportOf(IN_BRITAIN, market) })).toEqual(
      [],
    );
  });

  it('has no conversion where the market holds no rate', async () => {
    const found = await costsOf(IN_BRITAIN, { ...market, exchangeRates: [], purchasingPower: [] });
    expect([...found.keys()].filter((id) => /dollars|purchasing|price-level/.test(id))).toEqual([]);
  });
});

describe('growth of official pay', () => {
  it('is nominal, with what consumer prices leave of it', async () => {
    const found = await costsOf({});
    expect(found.get('overview.growth')!.statement).toBe(
      'Official mean pay of the mix rose 4.8% from May 2024 to May 2025 in the United States; consumer prices rose 2.0%, so in real terms pay rose 2.7%.',
    );
    expect(found.get('overview.growth')!.caveats.join(' ')).toContain('nominal');
    expect(found.get('overview.growth.span')!.statement).toBe(
      'Since May 2023, the first comparable year, official mean pay of the mix in the United States has risen 10%, 4.9% a year.',
    );
  });
});

describe('a metropolitan area whose principal state is the District of Columbia', () => {
  it('is not said to lie in a state', async () => {
    const washington = {
      place: { ...IN_SAN_JOSE.place, id: 'US-47900', name: 'Washington' },
      statePlaceId: 'US-CA',
      statePlaceName: 'District of Columbia',
    };
    const { statement } = (await costsOf(washington)).get('labour')!;
    expect(statement).toContain('in the District of Columbia than in');
  });
});
