import { describe, expect, it } from 'vitest';
import { observation, offersOf, officialRow } from '../../test/fixtures/market-rows.js';
import { AS_OF, IN_BRITAIN, IN_CALIFORNIA, levelOf, NO_INDEX, questionWith } from '../../test/fixtures/question.js';
import type { PayModelQuestion, PayPrediction } from '../core/pay-model.js';
import { describeCell } from './estimate.js';
import { type ModelPayOptions, modelPay, officialLogMedian } from './model-pay.js';
import type { PayObservation } from './observation.js';
import { askedCells, noKnownCells } from './pay.js';
import type { Question } from './question.js';

const residual = (value: number) => ({ value, sd: 0 });
const PREDICTION: PayPrediction = {
  centre: Math.log(200_000),
  date: AS_OF,
  cellVariance: 0.01,
  cellKurtosis: 3,
  predictionVariance: 0,
  residuals: {
    '10': residual(-0.3),
    '25': residual(-0.15),
    '50': residual(0),
    '75': residual(0.15),
    '90': residual(0.3),
  },
  behind: 'role',
  n: 900,
  employers: 90,
  sources: ['boards'],
  period: { from: '2025-01-01', to: '2026-03-31' },
};

interface Setting {
  readonly rows?: readonly PayObservation[];
  readonly posted?: Partial<PayPrediction> | null;
  readonly filed?: Partial<PayPrediction> | null;
  /** Posted over filed pay, log points. */
  readonly gap?: number;
  readonly gapSd?: number;
  /** Offers of the work in the whole country. */
  readonly whole?: Readonly<Record<string, readonly PayObservation[]>>;
  readonly ageing?: ModelPayOptions['ageing'];
}

const WHOLE = { posted: [observation({ level: null })], filed: [observation({ level: null, basis: 'filed' })] };
const line = (intercept: number, sd: number) => ({
  centre: Math.log(60_000),
  intercept,
  interceptSd: sd,
  slope: 0,
  slopeSd: 0,
  tau: 0,
  envelope: 0,
  slopeEnvelope: 0,
  n: 10,
});
const biasesOf = (gap: number, sd: number) => ({
  lines: new Map([
    ['boards', line(gap, sd)],
    ['filings', line(0, sd)],
  ]),
  residualSd: null,
});

function options(setting: Setting, question: Question, asked: PayModelQuestion[] = []): ModelPayOptions {
  const { rows = [], posted = {}, filed = null, gap, gapSd = 0.02, whole = WHOLE, ageing = NO_INDEX } = setting;
  return {
    model: {
      version: 'test',
      predict: (put) => {
        asked.push(put);
        const own = put.basis === 'posted' ? posted : filed;
        if (own === null) return null;
        return { ...PREDICTION, sources: [put.basis === 'posted' ? 'boards' : 'filings'], ...own };
      },
    },
    ageing,
    wholeOf: (basis) => [describeCell(whole[basis] ?? [], `${basis} source`, 2)],
    cellsOf: (basis) => askedCells(rows, basis, question, { known: noKnownCells(), designEffect: 2 }),
    logOfficial: officialLogMedian({ rows: [officialRow(), officialRow({ soc: '15-2051' })] }, question),
    sourceBiases: gap === undefined ? undefined : biasesOf(gap, gapSd),
  };
}

const ask = (setting: Setting = {}, changes: Partial<Question> = {}, basis: 'posted' | 'filed' | 'market' = 'market') =>
  modelPay(basis, questionWith(changes), options(setting, questionWith(changes)));
const middle = (setting: Setting, changes: Partial<Question> = {}) => ask(setting, changes)!.percentiles['50']!;

describe('pay by the fitted model', () => {
  it('is the prediction with its residual quantiles where the cell holds nothing', () => {
    const { percentiles, inputs, agreement } = ask()!;
    expect(percentiles['50']!.value).toBeCloseTo(200_000, 6);
    expect(percentiles['90']!.value).toBeCloseTo(200_000 * Math.exp(0.3), 6);
    const { low, high } = percentiles['50']!;
    // At least the normal interval of the cells about the model, 1.645 x .1 log points.
    expect(Math.log(high! / 200_000)).toBeGreaterThan(0.164);
    expect(Math.log(high! / 200_000)).toBeLessThan(0.3);
    expect(Math.log(200_000 / low!)).toBeCloseTo(Math.log(high! / 200_000), 6);
    expect(inputs[0]!.own).toEqual({ n: 0, employers: 0, weight: 0, logMiddle: null, variance: null });
    expect(agreement).toBe('one-source');
  });

  it('moves to the offers of the very cell, the more employers the further', () => {
    const offers = (employers: number) =>
      offersOf(employers, () => ({ region: null, statedLow: 240_000, statedHigh: 260_000 }));
    const [few, many] = [middle({ rows: offers(2) }), middle({ rows: offers(60) })];
    expect(few.value).toBeGreaterThan(205_000);
    expect(many.value).toBeGreaterThan(few.value);
    expect(many.value).toBeLessThan(250_000);
    expect(many.high! / many.low!).toBeLessThan(few.high! / few.low!);
  });

  it('counts an employer once and a file once, however large', () => {
    const one = offersOf(4, () => ({ statedLow: 240_000, statedHigh: 260_000 }));
    const flooded = [
      ...one,
      ...Array.from({ length: 500 }, () => observation({ employer: 1, statedLow: 90_000, statedHigh: 110_000 })),
    ];
    expect(ask({ rows: flooded })!.inputs[0]!.own.weight).toBeLessThan(ask({ rows: one })!.inputs[0]!.own.weight);
    const other = offersOf(400, () => ({ source: 'index', employer: null, statedLow: 140_000, statedHigh: 160_000 }));
    const value = middle({ rows: [...one, ...other] }).value;
    expect(value).toBeGreaterThan(180_000);
    expect(value).toBeLessThan(210_000);
  });

  it('leaves rows of other levels and bases out of the cell', () => {
    const rows = [...offersOf(30, () => ({ level: 'mid' })), ...offersOf(30, () => ({ basis: 'filed' }))];
    expect(ask({ rows }, { level: levelOf('senior') })!.inputs[0]!.own.n).toBe(0);
  });

  it('is carried to the as-of date, with what ageing adds to the interval', () => {
    const ageing = { ...NO_INDEX, factorFrom: () => 1.1, varianceFrom: () => 0.04 };
    const [aged, plain] = [middle({ ageing }), middle({})];
    expect(aged.value).toBeCloseTo(220_000, 6);
    expect(aged.high! / aged.value).toBeGreaterThan(plain.high! / plain.value);
  });

  it('is null where nothing was calibrated, abroad, and before the data of the fit', () => {
    expect(ask({ posted: null, filed: {} })).toBeNull();
    expect(ask({}, IN_BRITAIN)).toBeNull();
    expect(ask({}, { asOf: '2026-04-14' })).toBeNull();
    expect(ask({ filed: {} }, {}, 'filed')!.basis).toBe('filed');
    expect(ask({}, {}, 'filed')).toBeNull();
  });

  it('names no number of employers where some offers name none', () => {
    expect(ask()!.rests.employers).toBe(90);
    const unnamed = { posted: [observation({ level: null, employer: null })] };
    expect(ask({ whole: unnamed })!.rests.employers).toBeNull();
    expect(ask({ posted: { behind: 'occupation' } })!.rests.employers).toBeNull();
  });

  it('asks the model for the work, level and place of the question', () => {
    const asked: PayModelQuestion[] = [];
    const question = questionWith({ ...IN_CALIFORNIA, level: levelOf('lead') });
    modelPay('posted', question, options({}, question, asked));
    expect(asked[0]).toMatchObject({ basis: 'posted', role: 'data-engineer', level: 'lead', state: 'US-CA' });
    expect(asked[0]!.workKey).toBe('data engineer');
    const nurses = questionWith({ role: { id: 'soc-29-1141', name: 'Registered Nurses', family: null } });
    modelPay('posted', nurses, options({}, nurses, asked));
    expect(asked[1]!.role).toBeNull();
  });
});

describe('posted and filed pay together', () => {
  it('are averaged by their errors where they agree, filed pay carried by the gap', () => {
    const pay = ask({ filed: { centre: Math.log(180_000) }, gap: 0.1 })!;
    expect(pay.agreement).toBe('agree');
    expect(pay.inputs.map(({ basis }) => basis)).toEqual(['posted', 'filed']);
    const filed = 180_000 * Math.exp(0.1);
    expect(pay.percentiles['50']!.value).toBeGreaterThan(filed);
    expect(pay.percentiles['50']!.value).toBeLessThan(200_000);
    expect(pay.rests).toMatchObject({ n: 900, sources: ['posted source', 'filed source'] });
    expect(ask({ filed: {} })!.inputs).toHaveLength(1);
    expect(ask({ filed: { sources: ['unknown'] }, gap: 0 })!.inputs).toHaveLength(1);
  });

  it('disagree beyond .15 log points: the middle lies between and the interval spans both', () => {
    const pay = ask({ filed: { centre: Math.log(150_000) }, gap: 0 })!;
    expect(pay.agreement).toBe('disagree');
    const { value, low, high } = pay.percentiles['50']!;
    expect(value).toBeCloseTo(Math.sqrt(200_000 * 150_000), 4);
    expect(low).toBeLessThan(150_000);
    expect(high).toBeGreaterThan(200_000);
  });

  it('stay apart where what parts them is known too roughly', () => {
    const pay = ask({ filed: { centre: Math.log(150_000) }, gap: 0, gapSd: 0.12 })!;
    expect(pay.inputs).toHaveLength(1);
    expect(pay.agreement).toBe('one-source');
    expect(pay.percentiles['50']!.value).toBeCloseTo(200_000, 6);
    expect(pay.apart).toMatchObject({ basis: 'filed', carried: { sd: expect.closeTo(0.12 * Math.SQRT2, 9) } });
    expect(Math.exp(pay.apart!.middle.value)).toBeCloseTo(150_000, 6);
    expect(ask({ filed: {}, gap: 0, gapSd: 0.1 })!.inputs).toHaveLength(2);
  });

  it('do not mix where one basis is asked for', () => {
    expect(ask({ filed: {}, gap: 0 }, {}, 'posted')!.inputs).toHaveLength(1);
  });
});

describe('typical official pay of the mix', () => {
  const question = questionWith({ ...IN_CALIFORNIA, occupations: [{ soc: '15-1252', title: 'Developers', share: 1 }] });

  it('is the newest of the state, else of the country; the mean where the median is capped', () => {
    const rows = [officialRow({ year: 2024, p50: 50_000 }), officialRow()];
    expect(Math.exp(officialLogMedian({ rows }, question)!)).toBeCloseTo(60_000, 6);
    const local = [...rows, officialRow({ place: 'US-CA', p50: null, mean: 90_000 })];
    expect(Math.exp(officialLogMedian({ rows: local }, question)!)).toBeCloseTo(90_000, 6);
    expect(officialLogMedian({ rows: [] }, question)).toBeNull();
  });
});
