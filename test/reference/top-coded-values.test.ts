/** The censored lognormal against R's survival package, and what may be said of quantiles beyond a top code. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intervalCensoredLognormal, topCodedQuantile } from '../../src/stats/index.js';

interface SurvregReference {
  readonly name: string;
  readonly lows: number[];
  readonly highs: (number | 'Infinity')[];
  readonly weights: number[];
  readonly mu: number;
  readonly sigma: number;
  readonly shareBelowTopCode: number;
  readonly median: number;
}

const { samples, topCode } = JSON.parse(readFileSync(new URL('./survreg-lognormal.json', import.meta.url), 'utf8')) as {
  samples: SurvregReference[];
  topCode: number;
};

describe.each(samples)("$name, against R's survreg", (sample) => {
  const fit = intervalCensoredLognormal(sample.lows, sample.highs.map(Number), sample.weights);

  it('agrees in mu, sigma and the share below the top code', () => {
    expect(fit.solution).toBe('maximum');
    expect(Math.abs(fit.mu - sample.mu)).toBeLessThan(1e-7);
    expect(Math.abs(fit.sigma - sample.sigma)).toBeLessThan(1e-7);
    expect(Math.abs(fit.cdf(topCode) - sample.shareBelowTopCode)).toBeLessThan(1e-7);
  });

  it('gives quantiles up to the top code and "at least" from there on', () => {
    for (const p of [0.05, 0.5, 0.9]) {
      const { value, bound } = topCodedQuantile(fit, p, topCode);
      expect(bound).toBe(p <= sample.shareBelowTopCode ? 'exact' : 'at-least');
      expect(value).toBeLessThanOrEqual(topCode);
      if (p === 0.5 && bound === 'exact') expect(Math.abs(value / sample.median - 1)).toBeLessThan(1e-6);
    }
  });
});
