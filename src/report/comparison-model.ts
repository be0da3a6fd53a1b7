/** Types of the comparison's model; the shapes are stated once, in `comparison-schema.ts`. */
import type { z } from 'zod';
import type { comparisonSchema } from './comparison-schema.js';
import type { DeepReadonly, Report } from './model.js';

export type Comparison = DeepReadonly<z.infer<typeof comparisonSchema>>;
export type ComparedQuestion = Comparison['questions'][number];
export type ComparedDifference = Comparison['differences'][number];
export type ComparedMeasure = Comparison['measures'][number];
export type ComparedCell = ComparedMeasure['cells'][number];
export type ComparedFigure = Comparison['figures'][number];

/** What a comparison reads of a report: a page may carry this much of it and no more. */
export interface ComparedReport {
  readonly question: Pick<
    Report['question'],
    'text' | 'title' | 'role' | 'level' | 'place' | 'asOf' | 'currency' | 'notes'
  >;
  readonly headline: Report['headline'];
  readonly sections: {
    readonly overview: ComparedSection;
    readonly demand: ComparedSection;
    readonly requiredSkills: ComparedSection;
  };
  readonly sources: readonly Comparison['sources'][number][];
  readonly method: { readonly version: string };
}

/** Its findings in full, or those of `COMPARED_FINDINGS`. */
interface ComparedSection {
  readonly findings: readonly Report['headline'][];
}

/** Whether a comparison reads a finding: a page that is to be compared carries these. */
export function isComparedFinding(id: string): boolean {
  return COMPARED_FINDINGS.has(id) || id.startsWith(SKILL_PREFIX);
}

export const COMPARED_FINDINGS: ReadonlySet<string> = new Set([
  'overview.dollars',
  'overview.purchasing-power',
  'overview.forecast.growth',
  'demand.costs.headline',
]);

export const SKILL_PREFIX = 'requiredSkills.asked.';

/** Fewest and most questions of one comparison. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 4;
