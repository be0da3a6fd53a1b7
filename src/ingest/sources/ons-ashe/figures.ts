/** What the figures of Table 14 count, and how they are read. */
import type { EarningsFigures } from '../../earnings-row.js';
import { optionalNumber } from '../../fields.js';
import type { AsheLine } from './parse.js';

/** What stands for no figure: unreliable (coefficient of variation above 20%), disclosive, not applicable, nil, and no figure in tables of variation. */
const MARKS = ['x', '..', ':', '-', '.'] as const;

/** Whose pay, behind the kind of employee. */
export const IN_JOB = 'in the same job for more than a year, gross pay of the tax year with bonuses and incentive pay';

/** Figures of a line; the publisher's marks are null. */
export function figuresOf(
  line: Pick<AsheLine, 'jobs_thousand' | 'median' | 'mean' | 'p10' | 'p25' | 'p75' | 'p90'>,
): EarningsFigures {
  const thousands = figure(line.jobs_thousand, 'jobs_thousand');
  return {
    jobs: thousands === null ? null : Math.round(thousands * 1000),
    mean: figure(line.mean, 'mean'),
    p10: figure(line.p10, 'p10'),
    p25: figure(line.p25, 'p25'),
    p50: figure(line.median, 'median'),
    p75: figure(line.p75, 'p75'),
    p90: figure(line.p90, 'p90'),
  };
}

/** A figure, or null where a mark stands. */
export function figure(value: string | null, column: string): number | null {
  return optionalNumber(value, column, MARKS);
}
