import { beforeAll, expect, it } from 'vitest';
import { payTruthOf, readRawPostings } from '../../src/app/backtest/raw-postings.js';
import { readScores } from '../../src/app/backtest/record.js';
import { SHIPPED_MARKET } from '../../src/app/paths.js';
import { measurePayStrings } from '../../src/models/backtest/pay-strings.js';
import { parsePay } from '../../src/text/pay/parse-pay.js';
import { describeNeeding, sharedData } from '../capabilities.js';

describeNeeding(['data'], "pay strings beside employers' structured numbers", () => {
  let measurement: ReturnType<typeof measurePayStrings>;
  beforeAll(async () => {
    measurement = measurePayStrings(payTruthOf(await readRawPostings(sharedData!)), parsePay);
  });
  const share = (what: RegExp) => {
    const rows = measurement.shares.filter((row) => what.test(row.what));
    return { n: rows.reduce((sum, { n }) => sum + n, 0), exact: rows.reduce((sum, { met }) => sum + met, 0) };
  };

  it('are read exactly in 99 of 100 summaries', () => {
    expect(measurement.score.n).toBeGreaterThan(6_000);
    expect(measurement.score.value).toBeGreaterThanOrEqual(0.99);
  });

  it('are read exactly in 99 of 100 summaries of boards that nobody tuned to', () => {
    const { n, exact } = share(/^summary .* test boards$/);
    expect(n).toBeGreaterThan(2_000);
    expect(exact / n).toBeGreaterThanOrEqual(0.99);
  });

  it('are found in descriptions that state them', () => {
    const { n, exact } = share(/^range found in a description/);
    expect(n).toBeGreaterThan(400);
    expect(exact / n).toBeGreaterThanOrEqual(0.98);
  });

  it("are read in Uber's standard sentence", () => {
    const { n, exact } = share(/^Uber/);
    expect(n).toBeGreaterThan(600);
    expect(exact).toBe(n);
  });

  it('are never invented', () => {
    expect(measurement.invented).toBe(0);
  });

  it('are read as in the shipped record', async () => {
    const { exact, n, invented } = (await readScores(SHIPPED_MARKET)).payStrings;
    expect([measurement.exact, measurement.score.n, measurement.invented]).toEqual([exact, n, invented]);
  });
});
