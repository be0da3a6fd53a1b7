import { describe, expect, it } from 'vitest';
import { SCENARIOS } from './scenarios.js';
import { SCORED_SCENARIOS, simulatedCoverageScores } from './simulated-coverage.js';

const small = SCENARIOS.filter(({ name }) => name.startsWith('amount, empirical, ICC 0.4, from'));

describe('the simulated markets that are scored', () => {
  it('are all of the harder half that reports use, and those with an upper limit', () => {
    const held = SCENARIOS.filter(({ holds }) => Object.keys(holds).length > 0);
    const left = held.filter((scenario) => !SCORED_SCENARIOS.includes(scenario));
    expect(SCORED_SCENARIOS).toHaveLength(12);
    expect(left.every(({ fit, design }) => design.icc === 0 || fit === 'lognormal' || fit === 'self-consistent')).toBe(
      true,
    );
    expect(left.every(({ upperHold }) => upperHold === undefined)).toBe(true);
  });
});

describe('the scores of simulated markets', () => {
  const named: string[] = [];
  const [median, tails] = simulatedCoverageScores({
    scenarios: small,
    replications: 20,
    onScenario: (name) => void named.push(name),
  });

  it('are the lowest share, with its error and every share behind it', () => {
    for (const score of [median, tails]) {
      expect(score.value).toBe(Math.min(...score.parts.map(({ value }) => value)));
      expect(score.standardError).toBeCloseTo(Math.sqrt((score.value * (1 - score.value)) / 20), 3);
    }
    expect(median.parts).toHaveLength(3);
    expect(named).toEqual(small.map(({ name }) => name));
  });

  it('hold P10 and P90 from 20 effective employers only', () => {
    expect(tails.parts).toHaveLength(4);
    expect(tails.parts.every(({ name }) => name.includes('from 20 effective'))).toBe(true);
    expect(tails.n).toBe(80);
  });

  it('are the same in every run', () => {
    expect(simulatedCoverageScores({ scenarios: small, replications: 20 })).toEqual([median, tails]);
  });

  it('miss where intervals cover too often', () => {
    const never = small.map((scenario) => ({ ...scenario, upperHold: 0 }));
    expect(simulatedCoverageScores({ scenarios: never, replications: 3 })[0].met).toBe(false);
  });
});
