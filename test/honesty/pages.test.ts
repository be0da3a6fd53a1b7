import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCount } from '../../src/core/format.js';
import { loadAskedCredentials, loadCountableOffers, loadListedTools } from '../../src/models/backtest/defect-facts.js';
import { PLAIN_FRAME } from '../../src/render/html/frame.js';
import { renderHtml } from '../../src/render/html/report.js';
import { renderMarkdown } from '../../src/render/markdown/report.js';
import { renderTerminal } from '../../src/render/terminal/render-terminal.js';
import { forecastsOfThePast, laterEvidence } from '../../src/report/defects/after-as-of.js';
import { checkCounts } from '../../src/report/defects/cell-counts.js';
import { namedCredentials, singledOutTools, unfittingTools } from '../../src/report/defects/fitting-skills.js';
import { silentInversions } from '../../src/report/defects/level-order.js';
import { namelessAmounts, unnamedCurrencies } from '../../src/report/defects/named-currency.js';
import { findingOf, findingsOf, nameOf, type Page } from '../../src/report/defects/page.js';
import {
  askRatios,
  commonestShare,
  repeatedOverPlaces,
  repeatedOverRoles,
} from '../../src/report/defects/repeated-figures.js';
import { numbersNotInModel } from '../contract/numbers-in-model.js';
import { visibleText } from '../contract/visible-text.js';
import { type Grid, makeGrid, PLACES, TITLES } from './pages.js';
import { unsoundness } from './soundness.js';

describe(`${TITLES.length} titles in ${PLACES.length} places`, () => {
  let grid: Grid;
  let pages: readonly Page[];
  let sample: readonly Page[];

  beforeAll(async () => {
    grid = await makeGrid();
    pages = grid.pages;
    sample = pages.filter((_, index) => index % 11 === 0);
  });
  afterAll(() => grid.market.close());

  it('hold answers and abstentions of every basis that carries a headline', () => {
    const kinds = new Set(pages.map(({ report: { headline } }) => `${headline.status} ${headline.evidence.basis}`));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['supported posted', 'modelled posted', 'supported official', 'modelled official']),
    );
    expect(pages.filter(({ report }) => report.headline.status === 'insufficient').length).toBeGreaterThan(50);
  });

  it('are sound', () => {
    expect(pages.flatMap(unsoundness)).toEqual([]);
  });

  it('say where a higher level shows less than a lower one', () => {
    expect(silentInversions(pages)).toEqual([]);
  });

  it('name only tools that fit the work, and credentials that its employers ask for', async () => {
    const listed = await loadListedTools(grid.market.store);
    expect(pages.flatMap((page) => unfittingTools(page, listed))).toEqual([]);
    expect(pages.flatMap((page) => singledOutTools(page, listed))).toEqual([]);
    const asked = await loadAskedCredentials(grid.market.store);
    expect(asked.size).toBeGreaterThan(1);
    expect(pages.flatMap((page) => namedCredentials(page, asked))).toEqual([]);
    expect(
      pages.filter(({ report }) => findingOf(report, 'requiredSkills.inDemand')?.status === 'supported').length,
    ).toBeGreaterThan(100);
  });

  it('repeat no constant as if it were a finding', () => {
    expect(repeatedOverRoles(pages)).toEqual([]);
    expect(repeatedOverPlaces(pages)).toEqual([]);
    const ratios = askRatios(pages);
    expect(ratios.length).toBeGreaterThan(100);
    expect(commonestShare(ratios)).toBeLessThan(1 / 3);
  });

  it('forecast only what comes after the as-of date', () => {
    expect(pages.flatMap(forecastsOfThePast)).toEqual([]);
    expect(pages.flatMap(laterEvidence)).toEqual([]);
    expect(
      pages.filter(({ report }) => findingOf(report, 'overview.forecast.pay') !== undefined).length,
    ).toBeGreaterThan(100);
  });

  it('name the currency of every amount', () => {
    expect(pages.flatMap(unnamedCurrencies)).toEqual([]);
  });

  it('count the observations of the cell they show', async () => {
    const rows = await loadCountableOffers(grid.market.store);
    const checks = pages.map((page) => checkCounts(page, rows));
    expect(checks.flatMap((check) => check.wrong)).toEqual([]);
    expect(checks.reduce((sum, check) => sum + check.checked, 0)).toBeGreaterThan(500);
    expect(checks.reduce((sum, check) => sum + check.exact, 0)).toBeGreaterThan(200);
  });

  it('print, in every format, only numbers of the model and no nameless amount', () => {
    expect(sample.length).toBeGreaterThanOrEqual(30);
    for (const page of sample) {
      const { report } = page;
      const counts = new Set([
        ...report.exclusions.map(({ count }) => formatCount(count)),
        ...report.sources.map(({ observations }) => formatCount(observations)),
      ]);
      const outputs = {
        terminal: renderTerminal(report, { columns: 80, colour: false, unicode: true, brief: false }),
        brief: renderTerminal(report, { columns: 100, colour: true, unicode: true, brief: true }),
        html: renderHtml(report, { frame: PLAIN_FRAME }),
        md: renderMarkdown(report),
      };
      for (const [format, output] of Object.entries(outputs)) {
        expect(numbersNotInModel(report, output), `${nameOf(page)}, ${format}`).toEqual([]);
        // A heading is a sentence of its own, and so is a paragraph of plain text.
        const sentences = output.replace(/<\/h[1-6]>/g, '. $&').replace(/\n[ \t]*\n/g, '. \n');
        const running = visibleText(sentences).replaceAll(/\s+/g, ' ');
        const nameless = namelessAmounts(running).filter((amount) => !counts.has(amount));
        expect(nameless, `${nameOf(page)}, ${format}`).toEqual([]);
      }
    }
  });

  it('answer the default question with at least twenty findings', () => {
    const page = pages.find(({ title, place }) => title === 'Machine Learning Lead' && place === 'US')!;
    expect(page.report.headline.status).not.toBe('insufficient');
    expect(findingsOf(page.report).length).toBeGreaterThanOrEqual(20);
  });
});
