import { beforeAll, describe, expect, it } from 'vitest';
import { type MemoryStore, memoryStore } from '../../../test/contract/memory-store.js';
import { officialRow, payRow } from '../../../test/fixtures/market-rows.js';
import type { PayModel, PayModelQuestion, PayPrediction } from '../../core/pay-model.js';
import { silentProgress } from '../../core/ports.js';
import type { RowOf } from '../../query/tables.js';
import { normalQuantile, seededRng } from '../../stats/index.js';
import { evaluatePayModels } from './evaluate.js';
import { featureHash, positionOf } from './feature-hash.js';
import { type FittedPay, fitPayModel } from './fit-pay-model.js';
import { readPayFile } from './pay-file.js';

const LEVELS = [null, 'mid', 'senior', 'principal'] as const;
const LEVEL_EFFECT = { none: 0, mid: -0.1, senior: 0.2, principal: 0.5 };
const TITLES = ['data engineer', 'data analyst', 'platform engineer'];
const TITLE_EFFECT = [0.1, -0.3, 0.25];
const EMPLOYERS = 400;

/** Three offers an employer, drawn from known effects. */
function offers(basis: 'filed' | 'posted', width: number): RowOf<'pay'>[] {
  const rng = seededRng(11);
  const noise = (sd: number) => sd * normalQuantile(0.0005 + 0.999 * rng());
  return Array.from({ length: EMPLOYERS }, (_, employer) => {
    const own = noise(0.1);
    return [0, 1, 2].map((at) => {
      const title = Math.floor(rng() * TITLES.length);
      const level = LEVELS[Math.floor(rng() * LEVELS.length)]!;
      const california = rng() < 0.5;
      const log = 11.5 + TITLE_EFFECT[title]! + LEVEL_EFFECT[level ?? 'none'] + (california ? 0.15 : 0);
      const pay = Math.exp(log + own + noise(0.15));
      return payRow({
        source: basis,
        basis,
        role: title === 1 ? 'data-analyst' : null,
        level,
        title: [level, TITLES[title], `unique${employer}-${at}`].filter((part) => part !== null).join(' '),
        region: california ? 'US-CA' : 'US-TX',
        employer: employer + 1,
        soc: '15-1252',
        annualLow: Math.round(pay * (1 - width)),
        annualHigh: Math.round(pay * (1 + width)),
      });
    });
  }).flat();
}

const PAY = [
  ...offers('filed', 0),
  ...offers('posted', 0.1),
  payRow({ basis: 'filed', level: 'intern', title: 'intern', annualLow: 20_000, annualHigh: 20_000 }),
  ...['a', 'b', 'c'].map((title, i) => payRow({ basis: 'filed', title, soc: '29-1141', employer: 9_000 + i })),
];
const market = (pay: readonly RowOf<'pay'>[]): MemoryStore =>
  memoryStore({
    pay,
    official: [
      officialRow({}),
      officialRow({ place: 'US-CA', p50: 70_000 }),
      officialRow({ place: 'US-TX', p50: 55_000 }),
      officialRow({ soc: '29-1141', p50: 90_000 }),
    ],
  });
const classify = async (title: string) => ({
  occupations: [{ soc: title.length > 1 ? '15-1252' : '29-1141', title: 'Workers', p: 0.9 }],
});
const request = (pay: readonly RowOf<'pay'>[]) => ({ store: market(pay), classify, progress: silentProgress });

const QUESTION: PayModelQuestion = {
  basis: 'filed',
  workKey: 'data engineer',
  role: null,
  level: 'senior',
  state: 'US-CA',
  occupations: [{ soc: '15-1252', title: 'Workers', share: 0.9 }],
};

let fitted: FittedPay;
let model: PayModel;
const ask = (changes: Partial<PayModelQuestion> = {}): PayPrediction => model.predict({ ...QUESTION, ...changes })!;

beforeAll(async () => {
  fitted = await fitPayModel(request(PAY));
  model = fitted.open();
}, 60_000);

describe('fitPayModel', () => {
  it('recovers the effects behind the offers', () => {
    const centre = ask().centre;
    expect(centre).toBeCloseTo(11.5 + 0.1 + 0.2 + 0.15, 1);
    expect(centre - ask({ workKey: 'data analyst', role: 'data-analyst' }).centre).toBeCloseTo(0.4, 1);
    expect(centre - ask({ state: 'US-TX' }).centre).toBeCloseTo(0.15, 1);
    expect(ask({ level: 'principal' }).centre - centre).toBeCloseTo(0.3, 1);
    expect(ask({ state: null }).centre).toBeCloseTo(centre - 0.075, 1);
  });

  it('recovers the spread of offers of employers not seen', () => {
    const { residuals } = ask();
    const sd = Math.sqrt(0.1 ** 2 + 0.15 ** 2);
    expect(residuals['50'].value).toBe(0);
    expect(residuals['90'].value).toBeCloseTo(1.28 * sd, 1);
    expect(residuals['10'].value).toBeCloseTo(-1.28 * sd, 1);
    for (const { sd: error } of Object.values(residuals)) expect(error).toBeGreaterThan(0);
  });

  it('takes an advertised range for pay anywhere in it', () => {
    const { centre, residuals } = ask({ basis: 'posted' });
    expect(centre).toBeCloseTo(11.95, 1);
    expect(residuals['90'].value - residuals['10'].value).toBeGreaterThan(
      ask().residuals['90'].value - ask().residuals['10'].value,
    );
  });

  it('states what it rests on', () => {
    expect(ask()).toMatchObject({ date: '2026-04-15', sources: ['boards', 'filed'], employers: EMPLOYERS });
    expect(ask().n).toBe(3 * EMPLOYERS);
    expect(ask().predictionVariance).toBeGreaterThan(0);
    expect(ask().predictionVariance).toBeLessThan(0.01);
    expect(ask().cellVariance).toBeGreaterThan(0);
    expect(ask().cellKurtosis).toBeGreaterThan(1);
  });

  it('keeps levels in order', () => {
    const centres = (['mid', 'senior', 'principal'] as const).map((level) => ask({ level }).centre);
    expect([...centres].sort((a, b) => a - b)).toEqual(centres);
  });

  it('says nothing outside what it was calibrated on', () => {
    const nursing = [{ soc: '29-1141', title: 'Nurses', share: 1 }];
    for (const changes of [
      { level: 'intern' },
      { state: 'CA-ON' },
      { occupations: nursing },
      { occupations: [] },
      { role: '__proto__', occupations: nursing },
    ] as const) {
      expect(model.predict({ ...QUESTION, ...changes }), JSON.stringify(changes)).toBeNull();
    }
  });

  it('answers hostile titles with a number', () => {
    for (const workKey of ['', ' ', '__proto__ constructor', 'x '.repeat(5_000), 'zzz\u0000']) {
      expect(Number.isFinite(ask({ workKey }).centre)).toBe(true);
    }
  });

  it('gives the same bytes for the same rows in any order', async () => {
    const again = await fitPayModel(request([...PAY].reverse()));
    expect(Buffer.compare(again.bytes, fitted.bytes)).toBe(0);
  }, 60_000);

  it('has no weight for a word that fewer than five employers use', async () => {
    const five = PAY.map((row, at) => {
      const extra =
        at < 15 && at % 3 === 0 ? 'fivefold' : at < 30 && at >= 15 && at < 27 && at % 3 === 0 ? 'fourfold' : '';
      return extra === '' ? row : { ...row, title: `${row.title} ${extra}`, annualLow: 400_000, annualHigh: 400_000 };
    });
    const { filed } = readPayFile((await fitPayModel(request(five))).bytes);
    const known = (name: string) => positionOf(filed.centreHashes, featureHash(name)) >= 0;
    expect(known('word fivefold')).toBe(true);
    expect(known('word fourfold')).toBe(false);
    expect(known('word unique0-0')).toBe(false);
    expect(known('word data')).toBe(true);
  }, 60_000);

  it('leaves a basis without offers out', async () => {
    const alone = (await fitPayModel(request(offers('filed', 0)))).open();
    expect(alone.predict({ ...QUESTION, basis: 'posted' })).toBeNull();
    expect(alone.predict(QUESTION)).not.toBeNull();
    expect((await fitPayModel(request([]))).open().predict(QUESTION)).toBeNull();
  }, 60_000);
});

describe('evaluatePayModels', () => {
  it('covers offers of employers left out as often as it says', async () => {
    const { store, progress } = request(PAY);
    const { filed, posted, sparse } = await evaluatePayModels(store, classify, progress);
    expect(filed.n).toBe(3 * EMPLOYERS + 3);
    expect(filed.employers).toBe(EMPLOYERS + 3);
    for (const { coverage90, band80 } of [filed, posted]) {
      expect(coverage90).toBeGreaterThan(0.87);
      expect(coverage90).toBeLessThan(0.93);
      expect(band80).toBeGreaterThan(0.76);
      expect(band80).toBeLessThan(0.84);
    }
    expect(filed.pinball).toBeLessThan(0.9 * filed.baselinePinball);
    expect(filed.buckets.reduce((sum, { n }) => sum + n, 0)).toBe(filed.n);
    expect(sparse.nLarge).toBeGreaterThan(0);
    expect(sparse.ratioLarge).toBeLessThan(1.02);
  }, 60_000);

  it('scores an empty market as nothing', async () => {
    const { store, progress } = request([]);
    const { filed, sparse } = await evaluatePayModels(store, classify, progress);
    expect(filed).toMatchObject({ n: 0, employers: 0, pinball: 0 });
    expect(sparse).toEqual({ ratio: 0, n: 0, ratioLarge: 0, nLarge: 0 });
  });
});
