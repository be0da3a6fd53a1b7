import { describe, expect, it } from 'vitest';
import { payRow } from '../../../test/fixtures/market-rows.js';
import { AS_OF, IN_BRITAIN, IN_CALIFORNIA, levelOf } from '../../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../../test/fixtures/small-market.js';
import { type SmallQuestion, smallContext } from '../../../test/fixtures/small-report.js';
import { headlineFinding } from '../headline.js';
import type { Figure } from '../model.js';
import { exposureFigure } from './exposure.js';
import { fanFigure } from './forecast.js';
import { bySourceFigure, ladderFigure, payBandFigure } from './pay.js';
import { statesFigure } from './states.js';

/** The member of the union whose kinds include this one. */
type OfKind<K extends Figure['kind']> = Figure extends infer F extends Figure
  ? F extends unknown
    ? K extends F['kind']
      ? F
      : never
    : never
  : never;
/** The figure as its kind; fails when it is another. */
function as<K extends Figure['kind']>(kind: K, figure: Figure | null): OfKind<K> {
  expect(figure?.kind).toBe(kind);
  return figure as OfKind<K>;
}
const senior = { question: { level: levelOf('senior') } };
const nowhere = { question: { ...IN_BRITAIN, occupations: [] }, market: {} };

describe('the pay band', () => {
  const draw = async (asked: SmallQuestion) => payBandFigure(await smallContext(asked), 'the scope', 'the sources');

  it('has the five percentiles of the headline in order, with intervals on the axis', async () => {
    const figure = as('pay-band', await draw(senior));
    expect(figure.percentiles.map((entry) => entry.p)).toEqual([10, 25, 50, 75, 90]);
    for (const { at, interval } of figure.percentiles) {
      expect(interval!.low.value).toBeLessThan(at.value);
      expect(interval!.high.value).toBeGreaterThan(at.value);
      expect(interval!.low.value).toBeGreaterThanOrEqual(figure.axis.min);
      expect(interval!.high.value).toBeLessThanOrEqual(figure.axis.max);
    }
    expect(figure.percentiles[2]!.at).toEqual({ value: expect.closeTo(120_000, 3), label: 'US$120k' });
    expect(figure.percentiles.some((entry) => entry.modelled)).toBe(false);
    expect([figure.offer, figure.axis.unit]).toEqual([null, 'USD/year']);
  });

  it('rounds each percentile by its own interval, as the headline says it', async () => {
    const { headline } = (await smallContext(senior)).answers;
    const percentiles = {
      '25': { value: 94_400, low: 93_900, high: 94_800 },
      '50': { value: 138_700, low: 103_200, high: 196_400 },
      '75': { value: 174_300, low: 168_800, high: 181_200 },
    };
    const context = await smallContext(senior, { headline: { ...headline!, percentiles } });
    const figure = as('pay-band', payBandFigure(context, 'the scope', 'the sources'));
    expect(figure.percentiles.map(({ at }) => at.label)).toEqual(['US$94.4k', 'US$140k', 'US$174k']);
    expect(figure.percentiles[1]!.interval!.low.label).toBe('US$105k');
    expect(figure.title).toBe('Half are between US$94.4k and US$174k');
    const { statement } = headlineFinding(context);
    for (const amount of ['US$94,400', 'US$140,000', 'US$105,000', 'US$195,000', 'US$174,000']) {
      expect(statement).toContain(amount);
    }
  });

  it('marks the percentiles that are modelled', async () => {
    const figure = as('pay-band', await draw({ question: { level: levelOf('lead') } }));
    expect(figure.percentiles.map((entry) => entry.modelled)).toEqual([true, false, false, false, true]);
  });

  it("has the sources' own medians on its axis, each by what it states", async () => {
    const figure = as('pay-band', await draw(senior));
    const strip = as('by-source', bySourceFigure(await smallContext(senior)));
    expect(figure.sources.map(({ group, name }) => `${group} · ${name}`)).toEqual(
      strip.rows.filter(({ at }) => at!.value !== figure.percentiles[2]!.at.value).map(({ name }) => name),
    );
    expect(figure.sources.map(({ group }) => group)).toContain('official');
    for (const { at, interval } of figure.sources) {
      expect(at.value).toBeGreaterThanOrEqual(figure.axis.min);
      expect(interval?.high.value ?? at.value).toBeLessThanOrEqual(figure.axis.max);
    }
  });

  it('has room for the offer', async () => {
    const figure = as('pay-band', await draw({ ...senior, offer: 400_000 }));
    expect(figure.offer!.at).toEqual({ value: 400_000, label: 'US$400k' });
    expect(figure.axis.max).toBeGreaterThanOrEqual(400_000);
  });

  it('is empty without a headline', async () => {
    expect(as('empty', await draw({ ...nowhere, offer: 1 })).id).toBe('pay-band');
  });
});

describe('the strip by source', () => {
  it('has a row a source and basis, the headline basis marked', async () => {
    const figure = as('by-source', bySourceFigure(await smallContext(senior)));
    expect(figure.rows.map((row) => [row.name, row.highlight, Math.round(row.at!.value)])).toEqual([
      ['posted · boards', true, 120_000],
      ['filed · filings', false, 109_801],
      ['official · oews-national', false, expect.any(Number)],
    ]);
    expect(figure.rows[0]!.detail).toContain('40 ranges, 40 employers');
    expect(figure.alt.split('; ')).toHaveLength(3);
  });

  it('is empty where no source has a median', async () => {
    expect(as('empty', bySourceFigure(await smallContext(nowhere))).id).toBe('by-source');
  });
});

describe('the ladder of levels', () => {
  it('has the levels in order and marks the one asked about', async () => {
    const figure = as('ladder', ladderFigure(await smallContext(senior)));
    expect(figure.rows.map((row) => [row.name, row.highlight, row.at!.label])).toEqual([
      ['Senior', true, 'US$120k'],
      ['Lead', false, 'US$160k'],
    ]);
  });

  it('leaves a level without its own figure blank and says what it holds', async () => {
    const entry = [1, 2, 3].map((employer) => payRow({ employer, level: 'entry' }));
    const market = { ...SMALL_MARKET, pay: [...SMALL_MARKET.pay, ...entry] };
    const [first, second] = as('ladder', ladderFigure(await smallContext({ market }))).rows;
    expect(first).toMatchObject({ name: 'Entry', at: null, interval: null, quartiles: null });
    expect(first!.detail).toContain('not enough evidence: n 3');
    expect(second!.at).not.toBeNull();
    expect(as('empty', ladderFigure(await smallContext(nowhere))).id).toBe('ladder');
  });
});

describe('the fan', () => {
  it('starts after the as-of date at the headline, and its bands lie within each other', async () => {
    const figure = as('fan', fanFigure(await smallContext(senior)));
    expect(figure.observed.map((point) => [point.date, point.at.value])).toEqual([
      ['2023-05-15', expect.closeTo(60_000, 6)],
      ['2024-05-15', expect.closeTo(63_000, 6)],
      ['2025-05-15', expect.closeTo(66_000, 6)],
    ]);
    expect(figure.aged).toMatchObject({ date: AS_OF, at: { value: expect.closeTo(120_000, 3) } });
    for (const { date, at, bands } of figure.forecast) {
      expect(date > AS_OF).toBe(true);
      expect(bands.map((band) => band.level)).toEqual([0.5, 0.8, 0.9]);
      const edges = [...bands]
        .reverse()
        .map((band) => band.low.value)
        .concat(
          at.value,
          bands.map((band) => band.high.value),
        );
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      expect(edges[0]).toBeGreaterThanOrEqual(figure.axis.min);
      expect(edges.at(-1)).toBeLessThanOrEqual(figure.axis.max);
    }
    for (const { at } of figure.observed) {
      expect(at.value).toBeGreaterThan(figure.officialAxis.min);
      expect(at.value).toBeLessThan(figure.officialAxis.max);
    }
    expect([figure.axis.scale, figure.officialAxis.scale]).toEqual(['log', 'log']);
    expect(figure.forecast.at(-1)!.date).toBe('2027-04-15');
  });

  it('is empty without a headline or a series', async () => {
    as('empty', fanFigure(await smallContext(nowhere)));
    as('empty', fanFigure(await smallContext(senior, { forecast: null })));
    as('empty', fanFigure(await smallContext(senior, { headline: null })));
  });
});

describe('the exposure dots', () => {
  it('have a row a measure, and a bar from the lowest to the highest', async () => {
    const figure = as('dots', exposureFigure(await smallContext()));
    expect(figure.rows.map((row) => row.at.value)).toEqual([
      expect.closeTo(0.6 * 90 + 0.4 * 70, 9),
      expect.closeTo(0.6 * 10 + 0.4 * 30, 9),
    ]);
    expect(figure.range).toMatchObject({ low: { label: '18th' }, high: { label: '82nd' } });
    expect([figure.axis.min, figure.axis.max]).toEqual([0, 100]);
  });

  it('have no bar for one measure and are empty without any', async () => {
    const { answers } = await smallContext();
    const one = { exposure: { ranks: answers.exposure.ranks.slice(0, 1), spread: null } };
    expect(as('dots', exposureFigure(await smallContext({}, one))).range).toBeNull();
    as('empty', exposureFigure(await smallContext(nowhere)));
  });
});

describe('the map of states', () => {
  const states = ['CA', 'TX', 'NY', 'WA', 'OR', 'NV', 'UT'].map((short, i) => ({
    place: `US-${short}`,
    median: 50_000 - 1000 * i,
    jobs: 1,
    quotient: null,
    source: 'survey',
  }));
  const names = new Map([['US-CA', 'California']]);

  it('has every state once, ranked in fifths, the one asked about marked', async () => {
    const figure = as('tiles', statesFigure(await smallContext({ question: IN_CALIFORNIA }, { states }), names));
    expect(figure.tiles).toHaveLength(51);
    expect(new Set(figure.tiles.map((tile) => tile.id)).size).toBe(51);
    const tile = (short: string) => figure.tiles.find((entry) => entry.short === short)!;
    const rising = ['UT', 'NV', 'OR', 'WA', 'NY', 'TX', 'CA'];
    expect(rising.map((short) => tile(short).fifth)).toEqual([1, 1, 2, 3, 3, 4, 5]);
    expect(tile('CA')).toMatchObject({ name: 'California', highlight: true, at: { value: 50_000 }, printed: '50' });
    expect(figure.unit).toBe('US$ thousand a year');
    expect(tile('WY')).toMatchObject({ at: null, printed: null, fifth: null, highlight: false, name: 'US-WY' });
  });

  it('is empty without a published median, and not drawn outside the country', async () => {
    expect(as('empty', statesFigure(await smallContext({}, { states: [] }), names)).id).toBe('state-map');
    expect(statesFigure(await smallContext({ question: IN_BRITAIN }, { states }), names)).toBeNull();
    expect(statesFigure(await smallContext({ question: { occupations: [] } }, { states }), names)).toBeNull();
  });
});
