/** The figure of states by pay after prices, in every renderer that draws it. */
import { describe, expect, it } from 'vitest';
import { dataTable } from '../../src/render/charts/data-table.js';
import { drawFigure } from '../../src/render/charts/draw.js';
import { renderTerminal } from '../../src/render/terminal/render-terminal.js';
import { buildReport } from '../../src/report/build.js';
import { unnamedCurrencies } from '../../src/report/defects/named-currency.js';
import { figureSchema } from '../../src/report/schema.js';
import { COST_MARKET, COST_SOURCES } from '../fixtures/cost-market.js';
import { IN_CALIFORNIA } from '../fixtures/question.js';
import { smallAnswers } from '../fixtures/small-report.js';
import { numbersNotInModel } from './numbers-in-model.js';

const utah = {
  place: { ...IN_CALIFORNIA.place, id: 'US-UT', name: 'Utah', states: ['US-UT'] },
  statePlaceId: 'US-UT',
  statePlaceName: 'Utah',
};

async function page() {
  const answers = await smallAnswers({ question: utah, market: COST_MARKET });
  const names = new Map([['US-CA', '<b>California</b>']]);
  const report = buildReport({ answers, sources: COST_SOURCES, notes: [], stateNames: names });
  const figure = report.sections.demand.figures.find(({ id }) => id === 'states-after-prices');
  if (figure?.kind !== 'relative-pay') throw new Error('no figure of relative pay');
  return { report, figure };
}

describe('the figure of states after prices', () => {
  it('draws the highest estimates and the state asked about, each with its interval', async () => {
    const { figure } = await page();
    expect(figureSchema.parse(figure)).toEqual(figure);
    expect(figure.rows.map((row) => row.name)).toHaveLength(9);
    expect(figure.rows.filter((row) => row.highlight).map((row) => row.name)).toEqual(['US-UT']);
    expect(figure.rows[0]).toMatchObject({ at: { label: '114' }, detail: 'paid 125, prices 110', quartiles: null });
    for (const { at, interval } of figure.rows) {
      expect(interval!.low.value).toBeLessThan(at!.value);
      expect(interval!.high.value).toBeGreaterThan(at!.value);
    }
    expect(figure.axis.min).toBeLessThanOrEqual(Math.min(...figure.rows.map((row) => row.interval!.low.value)));
  });

  it.each([80, 120])('is drawn in a terminal of %s columns', async (columns) => {
    const { report } = await page();
    const text = renderTerminal(report, { columns, colour: false, unicode: true, brief: false });
    expect(text).toContain('mean, the nation = 100');
    expect(text).toMatch(/114 .*paid 125/);
    expect(numbersNotInModel(report, text)).toEqual([]);
  });

  it('is drawn as SVG and as a table, with no markup of a name', async () => {
    const { report, figure } = await page();
    const svg = String(drawFigure(figure));
    expect(svg).not.toContain('<b>California</b>');
    expect(numbersNotInModel(report, svg)).toEqual([]);
    const table = dataTable(figure)!;
    expect(table.columns).toContain('After prices, nation = 100');
    expect(table.rows).toHaveLength(9);
  });

  it('has an axis of an index, not of an unnamed currency', async () => {
    const { report } = await page();
    const problems = unnamedCurrencies({ title: 'Data Engineer', place: 'US-UT', report });
    expect(problems.filter((problem) => problem.includes('states-after-prices'))).toEqual([]);
  });
});
