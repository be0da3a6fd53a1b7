import { describe, expect, it } from 'vitest';
import { observation, offersOf, officialRow } from '../../test/fixtures/market-rows.js';
import {
  IN_CALIFORNIA,
  IN_SAN_JOSE,
  levelOf,
  NO_INDEX,
  PARAMETERS,
  questionWith,
} from '../../test/fixtures/question.js';
import type { Basis } from '../core/basis.js';
import { agePercentiles, chooseHeadline } from './headline.js';
import type { ModelPay } from './model-pay.js';
import type { PayObservation } from './observation.js';
import { officialPay } from './official.js';
import { noKnownCells, payOnBasis } from './pay.js';
import type { Question } from './question.js';

const SHARES = [{ soc: '15-1252', title: 'Software Developers', share: 1 }];

/** A fitted figure of nothing but a median. */
const modelled = (basis: ModelPay['basis']): ModelPay => ({
  basis,
  percentiles: { '50': { value: 150_000, low: 140_000, high: 160_000 } },
  inputs: [],
  apart: null,
  agreement: 'one-source',
  gapLogPoints: 0,
  work: 'these jobs',
  place: 'US',
  rests: { n: 900, employers: 90, sources: ['boards'], period: null, place: 'US', scope: 'jobs like these' },
});

function headlineOf(
  rows: readonly PayObservation[],
  changes: Partial<Question> = {},
  published = [officialRow()],
  ageing = NO_INDEX,
  model: (basis: ModelPay['basis']) => ModelPay | null = () => null,
) {
  const question = questionWith({ occupations: SHARES, ...changes });
  const pay = (basis: Basis) =>
    payOnBasis(rows, basis, question, { ageing, designEffect: 2, known: noKnownCells(), borrow: true });
  const official = officialPay({ rows: published }, question, published[0]?.place ?? 'US', PARAMETERS);
  return chooseHeadline({
    question,
    posted: pay('posted'),
    filed: pay('filed'),
    paid: pay('paid'),
    official,
    ageing,
    model,
  });
}

/** Own records of so many people at one employer. */
const recordsOf = (people: number) =>
  Array.from({ length: people }, (_, i) =>
    observation({
      source: 'mine',
      basis: 'paid',
      employer: 1,
      statedLow: 80_001 + 100 * i,
      statedHigh: 80_001 + 100 * i,
    }),
  );
const filed = offersOf(60, () => ({ basis: 'filed', statedLow: 90_001, statedHigh: 90_001 }));

describe('which basis carries the headline', () => {
  it('is posted where it is supported, else official', () => {
    expect(headlineOf([...offersOf(10), ...filed])!.basis).toBe('posted');
    expect(headlineOf([...offersOf(4), ...filed])!.basis).toBe('official');
    expect(headlineOf([...offersOf(4), ...filed], {}, [])).toBeNull();
  });

  it('is official where fewer than ten employers post in the country and no level is asked about', () => {
    const local = offersOf(8, () => ({ region: 'US-CA' }));
    expect(headlineOf(local, IN_CALIFORNIA)!.basis).toBe('posted');
    expect(
      headlineOf(
        offersOf(8, () => ({ region: 'US-TX' })),
        IN_CALIFORNIA,
      )!.basis,
    ).toBe('official');
    expect(headlineOf(offersOf(8))!.basis).toBe('official');
    expect(headlineOf(offersOf(8), {}, [])!.basis).toBe('posted');
    expect(headlineOf(offersOf(8), { basis: 'posted' })!.basis).toBe('posted');
    const level = levelOf('senior');
    expect(
      headlineOf(
        offersOf(8, () => ({ level: 'senior' })),
        { level },
      )!.basis,
    ).toBe('posted');
  });

  it.each([
    ['posted', 'posted'],
    ['filed', 'filed'],
    ['official', 'official'],
    ['market', undefined],
  ] as const)('is %s when it is asked for', (basis, carried) => {
    expect(headlineOf([...offersOf(10), ...filed], { basis })?.basis).toBe(carried);
  });

  it('is official where an occupation is asked for by its code, unless a basis is', () => {
    const asked = { asksOccupation: true };
    expect(headlineOf(offersOf(10), asked)!.basis).toBe('official');
    expect(headlineOf(offersOf(10), asked, [])!.basis).toBe('posted');
    expect(headlineOf(offersOf(10), { ...asked, basis: 'posted' })!.basis).toBe('posted');
  });

  it('is graded D where it rests on a guessed occupation, and offers of the title do not', () => {
    const guess = { isGuess: true };
    const { grade, reason } = headlineOf(offersOf(4), guess)!.grade;
    expect([grade, reason]).toEqual(['D', 'occupation guessed from the title']);
    expect(headlineOf(offersOf(10), guess)!.grade).toEqual(headlineOf(offersOf(10))!.grade);
    const fitted = headlineOf([], { ...guess, level: levelOf('senior') }, [], NO_INDEX, modelled)!;
    expect([fitted.basis, fitted.grade.grade]).toEqual(['market', 'D']);
  });

  it('is not another one when the one asked for has no figure', () => {
    expect(headlineOf(filed, { basis: 'posted' })).toBeNull();
    expect(headlineOf(offersOf(10), { basis: 'filed' })).toBeNull();
    expect(headlineOf(offersOf(10), { basis: 'official' }, [])).toBeNull();
  });
});

describe('a fitted figure', () => {
  const basisOf = (rows: readonly PayObservation[], changes: Partial<Question> = {}, model = modelled) =>
    headlineOf(rows, changes, [officialRow()], NO_INDEX, model)?.basis;

  it('carries the headline where no posted one is supported, before official pay', () => {
    expect(basisOf(offersOf(4))).toBe('market');
    expect(basisOf(offersOf(8))).toBe('market');
    expect(basisOf(offersOf(10))).toBe('posted');
  });

  it('goes before a figure of all levels where a level is asked about', () => {
    const rows = offersOf(20, () => ({ level: 'senior' }));
    expect(basisOf(rows, { level: levelOf('senior') })).toBe('posted');
    expect(basisOf(rows, { level: levelOf('principal') })).toBe('market');
    expect(basisOf(rows, { level: levelOf('principal'), basis: 'posted' })).toBe('posted');
    const ofLevel = headlineOf(rows, { level: levelOf('principal'), basis: 'posted' }, [], NO_INDEX, modelled);
    expect(ofLevel).toMatchObject({ basis: 'posted', observed: null, status: 'modelled' });
    expect(basisOf(rows, { level: levelOf('principal') }, () => null as never)).toBe('posted');
  });

  it('goes before observed pay of a wider place, or of borrowed strength', () => {
    const elsewhere = offersOf(20, () => ({ region: 'US-TX' }));
    expect(basisOf(elsewhere, IN_CALIFORNIA)).toBe('market');
    expect(
      basisOf(
        offersOf(20, () => ({ region: 'US-CA' })),
        IN_CALIFORNIA,
      ),
    ).toBe('posted');
    expect(
      basisOf(
        offersOf(20, () => ({ region: 'US-CA' })),
        IN_SAN_JOSE,
      ),
    ).toBe('posted');
    expect(headlineOf(elsewhere, { ...IN_CALIFORNIA, basis: 'posted' }, [], NO_INDEX, modelled)!.model).not.toBeNull();
    expect(basisOf(elsewhere, IN_CALIFORNIA, () => null as never)).toBe('posted');
  });

  it('leaves a whole occupation without a level to the survey', () => {
    const nurses = { role: { id: 'soc-29-1141', name: 'Registered Nurses', family: null }, familyRoles: [] };
    expect(basisOf([], nurses)).toBe('official');
    expect(basisOf([], { ...nurses, level: levelOf('manager') })).toBe('official');
    expect(basisOf([], { ...nurses, level: levelOf('senior') })).toBe('market');
    expect(basisOf([], { ...nurses, basis: 'market' })).toBe('market');
  });

  it('is given on the basis asked for alone, and never among own data only', () => {
    expect(basisOf([], { basis: 'market' })).toBe('market');
    expect(basisOf([], { basis: 'filed' })).toBe('filed');
    expect(basisOf([], { basis: 'official' })).toBe('official');
    expect(basisOf([], { basis: 'paid' })).toBeUndefined();
    expect(basisOf([], { only: 'mine' })).toBeUndefined();
    expect(basisOf([], { only: 'mine', basis: 'market' })).toBeUndefined();
  });

  it('is graded C at best', () => {
    const narrow = headlineOf([], { basis: 'market' }, [], NO_INDEX, modelled)!;
    expect(narrow.grade).toEqual({ grade: 'C', reason: 'a model, not counted offers' });
    expect(narrow.rests.n).toBe(900);
  });
});

describe('own records of what people are paid', () => {
  it('carry a headline only when they are asked for', () => {
    expect(headlineOf([...recordsOf(40), ...offersOf(10)])!.basis).toBe('posted');
    expect(headlineOf([...recordsOf(40), ...offersOf(4)])!.basis).toBe('official');
    expect(headlineOf(recordsOf(40), {}, [])).toBeNull();
    expect(headlineOf([...recordsOf(40), ...offersOf(10)], { basis: 'paid' })!.basis).toBe('paid');
  });

  it('answer where own data alone may, after posted pay', () => {
    const only = { only: 'mine' } as const;
    expect(headlineOf([...recordsOf(40), ...offersOf(10)], only)!.basis).toBe('posted');
    expect(headlineOf([...recordsOf(40), ...offersOf(4)], only)!.basis).toBe('paid');
    expect(headlineOf(recordsOf(4), only)).toBeNull();
  });

  it('are graded by people, as one source', () => {
    expect(headlineOf(recordsOf(40), { basis: 'paid' })!.grade).toEqual({
      grade: 'B',
      reason: 'under 50 effective people, one source only',
    });
  });
});

describe('the status and grade of a headline', () => {
  it('from offers: modelled between five and ten employers, supported from ten', () => {
    expect(headlineOf(offersOf(9), {}, [])).toMatchObject({ status: 'modelled', grade: { grade: 'D' } });
    expect(headlineOf(offersOf(10))).toMatchObject({ status: 'supported', grade: { grade: 'C' } });
  });

  it('falls for a wider place and for other levels', () => {
    const rows = offersOf(60, () => ({ statedLow: 110_001, statedHigh: 112_001 }));
    expect(headlineOf(rows)!.grade).toEqual({ grade: 'B', reason: 'one source only' });
    expect(headlineOf(rows, IN_SAN_JOSE)!.grade).toEqual({ grade: 'C', reason: 'a wider place than asked' });
    expect(headlineOf(rows, IN_CALIFORNIA)!.grade.grade).toBe('B');
    expect(headlineOf(rows, { level: levelOf('vp') })!.grade.reason).toContain('not only the level asked');
  });

  it('of official pay falls with its age, for a level and for a metropolitan area', () => {
    expect(headlineOf([])!.grade).toEqual({ grade: 'A', reason: 'narrow and recent' });
    expect(headlineOf([], {}, [officialRow({ year: 2024 })])!.grade.grade).toBe('B');
    expect(headlineOf([], { level: levelOf('lead') })!.grade).toEqual({
      grade: 'C',
      reason: 'not only the level asked',
    });
    const state = [officialRow({ place: 'US-CA' })];
    expect(headlineOf([], IN_CALIFORNIA, state)!.grade.grade).toBe('A');
    expect(headlineOf([], IN_SAN_JOSE, state)!.grade.reason).toBe('a wider place than asked');
    expect(headlineOf([], IN_CALIFORNIA)!.grade.reason).toBe('a wider place than asked');
  });

  it('of official pay is modelled where the error or the mix is', () => {
    expect(headlineOf([])!.status).toBe('supported');
    expect(headlineOf([], {}, [officialRow({ meanRsePercent: null })])!.status).toBe('modelled');
    const mix = {
      occupations: [
        { ...SHARES[0]!, share: 0.5 },
        { soc: '15-2051', title: 'Data Scientists', share: 0.5 },
      ],
    };
    expect(headlineOf([], mix, [officialRow(), officialRow({ soc: '15-2051' })])!.status).toBe('modelled');
  });
});

describe('official pay of a small part of the mix', () => {
  it('is of other work and carries nothing', () => {
    const mix = (share: number) => ({
      occupations: [
        { ...SHARES[0]!, share },
        { soc: '15-2051', title: 'Data Scientists', share: 0.9 - share },
      ],
    });
    expect(headlineOf([], mix(0.5))?.basis).toBe('official');
    expect(headlineOf([], mix(0.4))).toBeNull();
  });
});

describe('official percentiles at the as-of date', () => {
  it('are moved by the index from May of their year', () => {
    const ageing = { ...NO_INDEX, factorFrom: (from: string) => (from === '2025-05-15' ? 1.04 : 1) };
    expect(headlineOf([], {}, [officialRow()], ageing)!.percentiles['50']!.value).toBeCloseTo(62_400, 6);
  });

  it('are moved and widened alike', () => {
    const published = { '25': { value: 80, low: 76, high: 88 }, '50': { value: 100, low: null, high: null } };
    const aged = agePercentiles(published, 1.1, 0.05);
    expect(Object.keys(aged)).toEqual(['25', '50']);
    expect(aged['25']!.value).toBeCloseTo(88, 9);
    const down = Math.sqrt(Math.log(80 / 76) ** 2 + (1.6448536 * 0.05) ** 2);
    expect(aged['25']!.low).toBeCloseTo(88 * Math.exp(-down), 5);
    expect(aged['50']).toMatchObject({ low: null, high: null });
    expect(agePercentiles({}, 1.1, 0.05)).toEqual({});
  });
});
