import { describe, expect, it } from 'vitest';
import { AS_OF, levelOf, NO_INDEX } from '../../test/fixtures/question.js';
import { smallAnswers } from '../../test/fixtures/small-report.js';
import { agedValue } from './aged-value.js';
import { type Ageing, monthsBetween } from './ageing.js';

/** One percent a month. */
const INDEX: Ageing = {
  ...NO_INDEX,
  source: 'index',
  indexEnds: '2026-03-01',
  factorFrom: (_from, to) => 1.01 ** monthsBetween(to, AS_OF),
};
const headlineOf = async (basis: 'posted' | 'official') =>
  (await smallAnswers({ question: { level: levelOf('senior'), basis } })).headline!;

describe('the aged value', () => {
  it('goes from the stated median at the date of its data along the index to the figure', async () => {
    const headline = await headlineOf('posted');
    const median = headline.percentiles['50']!.value;
    const aged = agedValue(headline, INDEX)!;
    expect(aged.stated).toEqual({ date: '2026-03-15', value: expect.closeTo(120_000, -2) });
    expect(aged.line.at(-1)).toEqual({ date: AS_OF, value: median });
    expect(aged.line[0]).toEqual({ date: '2026-03-15', value: expect.closeTo(median / 1.01, 6) });
    expect(aged.index).toBe('index');
  });

  it('starts at the reference month of the survey for official pay, a point a quarter', async () => {
    const headline = await headlineOf('official');
    const aged = agedValue(headline, INDEX)!;
    expect(aged.stated).toEqual({ date: '2025-05-15', value: headline.official!.percentiles['50']!.value });
    expect(aged.line.map(({ date }) => date)).toEqual(['2025-05-15', '2025-08-15', '2025-11-15', '2026-02-15', AS_OF]);
  });

  it('is not there without an index, a median, or a month between', async () => {
    const headline = await headlineOf('official');
    expect(agedValue(headline, NO_INDEX)).toBeNull();
    expect(agedValue({ ...headline, percentiles: {} }, INDEX)).toBeNull();
    expect(agedValue({ ...headline, official: null, observed: null }, INDEX)).toBeNull();
    expect(agedValue(headline, { ...INDEX, asOf: '2025-05-20' })).toBeNull();
  });
});
