/** Within-employer ratios, time-dummy indexes and source biases against R's lm and NumPy; the scripts lie beside this file. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceBias, timeDummyIndex, withinEmployerRatio } from '../../src/stats/index.js';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { ratio, index } = read('./fixed-effects.json');
const { cases } = read('./source-bias.json');

describe("fixed effects against R's lm", () => {
  it.each(ratio.at as { damping: number; [key: string]: number }[])(
    'withinEmployerRatio, damping $damping',
    (expected) => {
      const { employer: employers, group: groups, higher: isHigher, logPay } = ratio;
      const found = withinEmployerRatio({
        logPay,
        isHigher,
        employers,
        groups,
        level: 0.9,
        damping: expected.damping,
      })!;
      expect(found.employers).toBe(expected.employers);
      expect(found.logRatio).toBeCloseTo(expected.logRatio!, 10);
      expect(found.effectiveEmployers).toBeCloseTo(expected.effectiveEmployers!, 10);
      for (const key of ['standardError', 'df', 'low', 'high'] as const) {
        expect(found.error![key], key).toBeCloseTo(expected[key]!, 10);
      }
    },
  );

  it('timeDummyIndex', () => {
    const { logPay, period: periods, cell: cells, cluster: clusters, weight: weights } = index;
    const points = timeDummyIndex({ logPay, periods, cells, clusters, weights, level: 0.9 }).slice(1);
    expect(points).toHaveLength(4);
    points.forEach(({ logIndex, error }, i) => {
      expect(logIndex).toBeCloseTo(index.logIndex[i], 10);
      expect(error!.standardError).toBeCloseTo(index.standardError[i], 10);
      expect(error!.df).toBe(index.df);
    });
  });
});

describe('meta-regression against NumPy', () => {
  it.each(cases as { name: string; tau: number; [key: string]: unknown }[])('sourceBias: $name', (entry) => {
    const { place, bias, sd, tau, intercept, interceptError, interceptLow, slope, slopeError, slopeHigh, ...input } =
      entry;
    const found = sourceBias(input as unknown as Parameters<typeof sourceBias>[0]);
    expect(found.tau).toBeCloseTo(tau, 8);
    expect([found.intercept.value, found.intercept.standardError, found.intercept.low]).toEqual(
      [intercept, interceptError, interceptLow].map((value) => expect.closeTo(value as number, 9)),
    );
    expect([found.slope.value, found.slope.standardError, found.slope.high]).toEqual(
      [slope, slopeError, slopeHigh].map((value) => expect.closeTo(value as number, 9)),
    );
    expect(found.at(place as number)).toEqual({
      bias: expect.closeTo(bias as number, 9),
      sd: expect.closeTo(sd as number, 9),
    });
  });

  it('has a case on each side of no spread', () => {
    expect(cases.map((entry: { tau: number }) => entry.tau > 0)).toEqual([true, false]);
  });
});
