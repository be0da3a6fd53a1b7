import { describe, expect, it } from 'vitest';
import { COST_MARKET, LARGE_METRO, wageRow } from '../../../test/fixtures/cost-market.js';
import { IN_CALIFORNIA, IN_SAN_JOSE } from '../../../test/fixtures/question.js';
import { smallContext } from '../../../test/fixtures/small-report.js';
import type { RowOf } from '../../query/tables.js';
import { officialMetroFindings } from './official-metro.js';

const ONE = [{ soc: '15-1252', title: 'Software Developers', share: 1 }];
const find = async (
  prevailing: readonly RowOf<'prevailing'>[],
  { large = true, question = {} }: { large?: boolean; question?: object } = {},
) =>
  officialMetroFindings(
    await smallContext({
      question: { ...IN_SAN_JOSE, asOf: '2026-08-08', ...question },
      market: { ...COST_MARKET, prevailing, series: large ? [LARGE_METRO] : [] },
    }),
  );

describe('official means of a metropolitan area', () => {
  it('are its own in a large one, without an interval', async () => {
    const [finding, ...others] = await find([wageRow()], { question: { occupations: ONE } });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: 'overview.official.metro',
      status: 'supported',
      quantity: { value: 94_500, unit: 'USD/year', interval: null },
      evidence: { n: 1, sources: ['floors'], place: 'US-41940', basis: 'official' },
    });
    expect(finding!.statement).toContain('Official mean, May 2024, San Jose');
    expect(finding!.caveats.join(' ')).toMatch(/no interval.*legal floors.*Not ranked/);
  });

  it('of a mix are weighted by share', async () => {
    const [finding] = await find([wageRow(), wageRow({ soc: '15-2051', mean: 100_000 })]);
    expect(finding).toMatchObject({ status: 'modelled', quantity: { value: 0.6 * 94_500 + 0.4 * 100_000 } });
  });

  it("that other areas share are a wider area's, and nobody's place", async () => {
    const findings = await find([wageRow(), wageRow({ soc: '15-2051', sharing: 1 })]);
    expect(findings.map(({ id }) => id)).toEqual(['overview.official.metro', 'overview.official.metro.15-2051']);
    expect(findings[1]).toMatchObject({ status: 'modelled', evidence: { place: null } });
    expect(findings[1]!.statement).toContain("1 other area has exactly this figure, so it is a wider area's");
  });

  it('of a small area may be those of its neighbours', async () => {
    const [finding] = await find([wageRow()], { large: false, question: { occupations: ONE } });
    expect(finding).toMatchObject({ id: 'overview.official.metro', status: 'modelled', evidence: { place: null } });
    expect(finding!.statement).toContain('the area is small');
  });

  it('are said to be missing where the table has none', async () => {
    for (const rows of [[], [wageRow({ mean: null })]]) {
      expect(await find(rows)).toMatchObject([{ status: 'insufficient', quantity: null }]);
    }
  });

  it('belong to metropolitan areas alone', async () => {
    expect(await find([wageRow()], { question: IN_CALIFORNIA })).toEqual([]);
  });
});
