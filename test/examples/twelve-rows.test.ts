import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { arithmeticMean, distinctRanges, PAGE, rowsOf } from '../../examples/twelve-rows/figure.mjs';

const root = resolve(import.meta.dirname, '..', '..');

describe('examples/twelve-rows', () => {
  let output: string;
  let lines: string[];

  beforeAll(() => {
    output = execFileSync(process.execPath, ['examples/twelve-rows/run.mjs'], { cwd: root, encoding: 'utf8' });
    lines = output.split('\n');
  });

  it('lists twelve rows, two for each of six ranges', () => {
    const rows = lines.flatMap(
      (line) => /^ +\d+ +(\d+) {2}(upper|lower) +([\d,]+) {2}\d{4}-\d\d-\d\d$/.exec(line) ?? [],
    );
    const ranges = lines.flatMap((line) => /^ +\d+ +(\d+) {2}(?:upper|lower)/.exec(line)?.[1] ?? []);
    expect(ranges).toEqual(['1', '1', '2', '2', '3', '3', '4', '4', '5', '5', '6', '6']);
    expect(rows).toHaveLength(12 * 4);
    expect(output).toContain('two ends of 6 advertised ranges, of which 4 are different');
  });

  it('shows the range that appears three times', () => {
    expect(lines).toContain('  90,263 to 157,959, 3 times');
  });

  it('reproduces both published figures', () => {
    expect(output).toMatch(/mean +156,401\.33 {2}arithmetic mean of the 12 rows/);
    expect(output).toMatch(/mean x 1\.12 +175,169\.49 {2}/);
  });

  it('ends with what the report says, with the cell asked about and the scope', () => {
    const ours = output.slice(output.indexOf('What the report of the same market says'));
    expect(ours).toMatch(/ {2}asked +\d+ distinct ranges in the very cell asked about/);
    expect(ours).toMatch(/ {2}scope +\S/);
    expect(ours).toMatch(/ {2}grade +[ABCD] \(/);
    expect(ours).not.toContain('undefined');
  });
});

describe('the arithmetic of the example', () => {
  const ranges = [
    { low: 10, high: 20, seen: '2025-01-01' },
    { low: 10, high: 20, seen: '2025-02-01' },
    { low: 40, high: 50, seen: '2025-02-01' },
  ];

  it('counts a repeated range once among the distinct ones', () => {
    expect(distinctRanges(ranges)).toEqual([
      { low: 10, high: 20, times: 2 },
      { low: 40, high: 50, times: 1 },
    ]);
  });

  it('averages both ends of every range', () => {
    expect(arithmeticMean(rowsOf(ranges).map(({ amount }) => amount))).toBe(25);
  });

  it('quotes the page and computes nothing from it', () => {
    expect([PAGE.baseline, PAGE.projected, PAGE.dataPoints]).toEqual([156_401, 175_169, 12]);
  });
});
