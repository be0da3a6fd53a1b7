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
    'text' | 'title' | 'role' | 'level' | 'place' | 'asOf' | 'currency' | 'doubt' | 'notes'
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

interface ComparedSection {
  readonly findings: readonly Report['headline'][];
}

/** How the ids of skills that are asked for begin. */
export const SKILL_PREFIX = 'requiredSkills.asked.';

/** Fewest and most questions of one comparison. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 4;
