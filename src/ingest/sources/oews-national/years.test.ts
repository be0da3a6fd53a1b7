import { describe, expect, it } from 'vitest';
import { completeYears, yearFiles } from './years.js';

describe('yearFiles', () => {
  it('orders files by year and prefers the first pattern', () => {
    const names = ['b2025.xlsx', 'a2025.csv', 'b2024.xlsx', 'readme.txt'];
    expect(yearFiles(names, /^a(\d{4})\.csv$/, /^b(\d{4})\.xlsx$/)).toEqual([
      { year: 2024, file: 'b2024.xlsx' },
      { year: 2025, file: 'a2025.csv' },
    ]);
  });
});

describe('completeYears', () => {
  const files = (...years: number[]) => years.map((year) => ({ year, file: `f${year}` }));
  const name = (year: number) => `f${year}`;

  it('keeps years from the first on, later ones than are known too', () => {
    expect(completeYears(files(2023, 2024, 2025, 2026), 2024, name).map(({ year }) => year)).toEqual([
      2024, 2025, 2026,
    ]);
  });

  it('asks for the first year of a gap, at the start, inside, and at the known end', () => {
    expect(() => completeYears(files(2025), 2024, name)).toThrow(/May 2024, 'f2024'/);
    expect(() => completeYears(files(2024, 2025, 2027), 2024, name)).toThrow(/May 2026/);
    expect(() => completeYears(files(2024), 2024, name)).toThrow(/May 2025/);
    expect(() => completeYears([], 2024, name)).toThrow(/May 2024/);
  });
});
