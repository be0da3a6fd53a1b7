import { describe, expect, it } from 'vitest';
import { AS_OF, levelOf } from '../../../test/fixtures/question.js';
import { smallContext } from '../../../test/fixtures/small-report.js';
import type { Forecast } from '../../analysis/forecast.js';
import { fanFigure } from '../figures/forecast.js';
import { forecastFindings } from './forecast.js';

const senior = { question: { level: levelOf('senior') } };

const past = (year: number, held: boolean) => ({
  fromYear: year - 1,
  year,
  base: 60_000,
  value: 62_000,
  low: 58_000,
  high: 66_000,
  actual: held ? 63_000 : 70_000,
  held,
});

async function contextWith(changes: Partial<Forecast>) {
  const { answers } = await smallContext(senior);
  return smallContext(senior, { forecast: { ...answers.forecast!, ...changes } });
}

const RECORD: Partial<Forecast> = {
  policy: 'mean-growth',
  ownWeight: 0,
  past: [past(2023, true), past(2024, false), past(2025, true)],
  errors: { pooled: 1.971, 'mean-growth': 1.964, 'overall-growth': 2.21, 'last-value': 3.98 },
  errorsN: 1671,
};

describe('the record of the rule', () => {
  it('names the rule that is published, how often it held, and what every rule missed by', async () => {
    const [growth, pay, record] = forecastFindings(await contextWith(RECORD));
    expect([growth!.id, pay!.id, record!.id]).toEqual([
      'overview.forecast.growth',
      'overview.forecast.pay',
      'overview.forecast.record',
    ]);
    expect(growth!.statement).toContain('by the rule "mean growth of detailed occupations"');
    expect(growth!.evidence.period!.from > AS_OF).toBe(true);
    expect(record!.statement).toContain('in 2 of 3 years (2023, 2024 and 2025)');
    for (const error of ['1.96%', 'our pooled growth by 1.97%', '2.21%', '3.98%']) {
      expect(record!.statement).toContain(error);
    }
    expect(record!.quantity).toEqual({ value: 2, unit: 'count', interval: null });
    expect(record!.evidence).toMatchObject({ n: 3, counts: 'years', period: { from: '2022', to: '2025' } });
    expect(record!.caveats.join(' ')).toContain('1,671');
  });

  it('speaks of our model first where it is what is published', async () => {
    const context = await contextWith({ ...RECORD, policy: 'pooled-growth', ownWeight: 0.4 });
    const [growth, , record] = forecastFindings(context);
    expect(growth!.statement).not.toContain('the rule "mean growth');
    expect(record!.statement).toMatch(
      /missed the next year by 1\.97%.+the mean growth of detailed occupations by 1\.96%/,
    );
  });

  it('is said of what there is: one year, no errors, nothing', async () => {
    const one = forecastFindings(await contextWith({ ...RECORD, past: [past(2025, false)], errors: null }));
    expect(one[2]!.statement).toMatch(/in 0 of 1 year \(2025\)\.$/);
    const none = forecastFindings(await contextWith({ ...RECORD, past: [] }));
    expect(none.map(({ id }) => id)).not.toContain('overview.forecast.record');
  });
});

describe('the fan with a record', () => {
  it('draws each past forecast from the last figure known, all inside the axis', async () => {
    const figure = fanFigure(await contextWith(RECORD));
    if (figure.kind !== 'fan') throw new Error('no fan');
    expect(figure.past!.map(({ from, to, held }) => [from.date, to.date, held])).toEqual([
      ['2022-05-15', '2023-05-15', true],
      ['2023-05-15', '2024-05-15', false],
      ['2024-05-15', '2025-05-15', true],
    ]);
    for (const { to } of figure.past!) {
      expect(to.band.low.value).toBeGreaterThanOrEqual(figure.officialAxis.min);
      expect(to.band.high.value).toBeLessThanOrEqual(figure.officialAxis.max);
    }
    expect(figure.alt).toContain('2 of 3 held');
  });

  it('draws how the figure was carried to the as-of date', async () => {
    const figure = fanFigure(await contextWith({}));
    if (figure.kind !== 'fan') throw new Error('no fan');
    expect(figure.carried).toMatchObject({ name: 'The indeed-wages', stated: { date: '2026-03-15' } });
    expect(figure.carried!.line.at(-1)).toEqual(figure.aged);
    expect(figure.past).toBeUndefined();
  });
});
