/** Shapes of the API's own answers; those of reports, comparisons and benchmarks are the product's. */
import { z } from 'zod';
import { comparisonSchema } from '../../report/comparison-schema.js';

const text = z.string();

export const rolesSchema = z.object({
  roles: z.array(z.object({ id: text, name: text, family: text, familyName: text })),
});

export const placesSchema = z.object({
  places: z.array(
    z.object({
      id: text.describe('`US`, `US-CA`, or `US-` and a CBSA code'),
      name: text,
      kind: z.enum(['country', 'state', 'metro']),
      country: text.describe('ISO 3166-1 alpha-2'),
      currency: text.describe('ISO 4217'),
    }),
  ),
});

export const sourcesSchema = z.object({
  asOf: text.describe('Newest data date of the market'),
  sources: z.array(comparisonSchema.shape.sources.element),
});

export const searchSchema = z.object({
  results: z.array(
    z.object({
      kind: z.enum(['title', 'place', 'report']),
      name: text,
      id: text.optional().describe('Of a place, or of the place of a report'),
      title: text.optional().describe('Of a report'),
      href: text.optional().describe('Address below the root of the site'),
      note: text.optional(),
    }),
  ),
});

export const healthSchema = z.object({
  status: z.enum(['ok', 'ready', 'not ready']),
});

export const errorSchema = z.object({
  error: z.object({
    code: text.describe('Stable, such as UNKNOWN_PLACE'),
    message: text.describe('What is wrong'),
    remedy: text.describe('What to do'),
  }),
});
