import { describe, expect, it } from 'vitest';
import { biasAt, biasBetween, biasPoints, readSourceBiases } from './source-biases.js';

const VALUES: Readonly<Record<string, number>> = {
  'design-effect': 1.4,
  'source-bias.centre': 11.7,
  'source-bias.boards.intercept': 0.4,
  'source-bias.boards.intercept.sd': 0.03,
  'source-bias.boards.slope': -0.5,
  'source-bias.boards.slope.sd': 0.1,
  'source-bias.boards.tau': 0.12,
  'source-bias.boards.envelope': 0.04,
  'source-bias.boards.slope.envelope': 0.2,
  'source-bias.residual-sd': 0.06,
};
const fitted = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value, n: 25 }));

describe('biases of sources among the parameters', () => {
  const { lines, residualSd } = readSourceBiases(fitted(VALUES));

  it('are read by source', () => {
    expect([...lines.keys()]).toEqual(['boards']);
    expect(lines.get('boards')).toMatchObject({ intercept: 0.4, slope: -0.5, tau: 0.12, slopeEnvelope: 0.2, n: 25 });
    expect(residualSd).toBe(0.06);
  });

  it('are none where a part is missing, or in a market without them', () => {
    for (const name of Object.keys(VALUES).filter(
      (key) => key.startsWith('source-bias.') && !key.includes('residual'),
    )) {
      const { [name]: _, ...rest } = VALUES;
      expect(readSourceBiases(fitted(rest)).lines.size, name).toBe(0);
    }
    expect(readSourceBiases([])).toEqual({ lines: new Map(), residualSd: null });
  });

  it('widen away from their centre', () => {
    const line = lines.get('boards')!;
    expect(biasAt(line, 11.7)).toEqual({ bias: 0.4, sd: expect.closeTo(Math.hypot(0.05, 0.12), 12) });
    expect(biasAt(line, 12.7).bias).toBeCloseTo(-0.1, 12);
    expect(biasAt(line, 12.7).sd).toBeCloseTo(Math.hypot(0.05, Math.hypot(0.1, 0.2), 0.12), 12);
  });

  it('between sources are the difference of their means, with the errors of all', () => {
    const line = lines.get('boards')!;
    const biases = {
      lines: new Map([
        ['boards', line],
        ['index', { ...line, intercept: 0.2 }],
        ['filings', { ...line, intercept: 0.1 }],
      ]),
      residualSd: null,
    };
    const { sd } = biasAt(line, 11.7);
    const gap = biasBetween(biases, { above: ['boards', 'index', 'unknown'], below: ['filings'] }, 11.7)!;
    expect(gap.log).toBeCloseTo(0.3 - 0.1, 12);
    expect(gap.sd).toBeCloseTo(Math.hypot(Math.hypot(sd, sd) / 2, sd), 12);
    expect(biasBetween(biases, { above: ['boards'], below: ['unknown'] }, 11.7)).toBeNull();
    expect([...biasPoints(biases, 11.7)]).toEqual([
      ['boards', 0.4],
      ['index', 0.2],
      ['filings', 0.1],
    ]);
  });
});
