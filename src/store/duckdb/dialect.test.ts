import { describe, expect, it } from 'vitest';
import { select } from '../../query/plan.js';
import { duckdbDialect } from './dialect.js';

describe('duckdbDialect', () => {
  it('writes values as parameters and names in snake case', () => {
    const plan = select(
      'pay',
      ['lowMinor'],
      [
        { column: 'country', is: "U'S" },
        { column: 'role', is: null },
        { column: 'seenTo', atLeast: '2025-01-01' },
        { column: 'annualLow', atMost: 10.5 },
        { column: 'unit', in: ['year', 'hour'] },
        { column: 'title', contains: '%' },
      ],
      5,
    );
    const { sql, parameters } = duckdbDialect.compile(plan, 'read_parquet(?)');
    expect(sql).toBe(
      'SELECT low_minor FROM read_parquet(?) WHERE country = ? AND role IS NULL AND seen_to >= ? AND annual_low <= ?' +
        ' AND unit IN (?, ?) AND contains(title, ?) ORDER BY ' +
        'country,role,level,region,title,soc,employer,currency,unit,low_minor,high_minor,seen_from,seen_to,repeats'
          .split(',')
          .map((column) => `${column} NULLS FIRST`)
          .join(', ') +
        ' LIMIT 5',
    );
    expect(parameters.map(({ value, type }) => `${value} ${type}`)).toEqual([
      "U'S VARCHAR",
      '2025-01-01 DATE',
      '10.5 DOUBLE',
      'year VARCHAR',
      'hour VARCHAR',
      '% VARCHAR',
    ]);
  });

  it('orders by the wanted columns where the sort columns leave ties', () => {
    const { sql } = duckdbDialect.compile(select('official', ['p50', 'soc']), 'official');
    expect(sql).toMatch(/ORDER BY soc NULLS FIRST, place .*, p50 NULLS FIRST$/);
  });
});
