import { describe, expect, it } from 'vitest';
import { readPostedChanges } from './posted-index.js';

describe('yearly changes among the parameters', () => {
  const row = (name: string, value: number) => ({ name, value, n: 500 });

  it('are read in order, with their errors', () => {
    const parameters = [
      row('posted-index.change.2025', -0.003),
      row('posted-index.change.2025.sd', 0.007),
      row('posted-index.change.2024', 0.028),
      row('posted-index.change.2024.sd', 0.012),
      row('growth.year-mean.2024', 0.04),
    ];
    expect(readPostedChanges(parameters)).toEqual([
      { year: 2024, change: 0.028, sd: 0.012, n: 500 },
      { year: 2025, change: -0.003, sd: 0.007, n: 500 },
    ]);
  });

  it('are none without an error, and none in a market without them', () => {
    expect(readPostedChanges([row('posted-index.change.2025', 0.1)])).toEqual([]);
    expect(readPostedChanges([])).toEqual([]);
  });
});
