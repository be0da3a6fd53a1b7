/** Types of the report model; the shapes are stated once, in `schema.ts`. */
import type { z } from 'zod';
import type { figureSchema, reportSchema, sectionSchema } from './schema.js';

export type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Report = DeepReadonly<z.infer<typeof reportSchema>>;
export type Section = DeepReadonly<z.infer<typeof sectionSchema>>;
export type Figure = DeepReadonly<z.infer<typeof figureSchema>>;
export type SectionId = keyof Report['sections'];

/** Sections in the order every output prints them. */
export const SECTION_ORDER: readonly SectionId[] = [
  'overview',
  'demand',
  'growthCatalyst',
  'careerMoat',
  'skillPremium',
  'requiredSkills',
  'aiImpact',
  'negotiation',
  'checklist',
];

export const SECTION_HEADINGS: Readonly<Record<SectionId, string>> = {
  overview: 'Market Overview',
  demand: 'Regional Demand Signals',
  growthCatalyst: 'Growth Catalyst',
  careerMoat: 'Career Moat',
  skillPremium: 'Skill Premium Analysis',
  requiredSkills: 'Required Skills',
  aiImpact: 'AI Impact',
  negotiation: 'Negotiation Strategy',
  checklist: 'Strategic Checklist',
};

/** What follows the nine sections. */
export const SOURCES_HEADING = 'Sources';
export const METHOD_HEADING = 'Method';
