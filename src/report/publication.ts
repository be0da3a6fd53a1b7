/**
 * The shapes of `goingrate.cells/1`, figures from private records that may be published, and of `goingrate.export/1`,
 * what an export did. Only the schema command and the tests load this file; everything else uses its types.
 */
import { z } from 'zod';

const count = z.number().int().nonnegative();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const named = z.object({ id: z.string(), name: z.string() });

const band = z
  .object({ from: count, to: count.nullable().describe('null: or more') })
  .describe('Counts are given as bands');

const amount = z.number().positive().describe('Rounded to about a hundredth of the amount');

export const publicationCellSchema = z.object({
  basis: z.enum(['posted', 'paid']),
  work: z.object({
    kind: z.enum(['all', 'family', 'role']),
    id: z.string().nullable(),
    name: z.string().describe('From the catalogue of roles or the official occupations'),
  }),
  level: named.nullable().describe('A group of levels; null: all levels'),
  place: named.describe('A country or a state'),
  currency: z.string(),
  period: z.object({ from: month, to: month }),
  records: band,
  employers: band.nullable().describe("null: one employer's payroll"),
  percentiles: z
    .object({ '10': amount, '25': amount, '50': amount, '75': amount, '90': amount })
    .partial()
    .describe('Yearly amounts; those the group is large enough for'),
});

export const publicationSchema = z.object({
  schema: z.literal('goingrate.cells/1'),
  rules: z.array(z.string()).describe('By which rules groups are published, in words'),
  cells: z.array(publicationCellSchema),
});

const counted = z.array(z.object({ reason: z.string(), count }));

export const exportSummarySchema = z.object({
  schema: z.literal('goingrate.export/1'),
  file: z.string().nullable().describe('Absolute path; null when nothing may be published and nothing was written'),
  records: count.describe('Own pay records that count'),
  leftOut: counted.describe('Own pay records that do not count, with the reason'),
  groups: z.object({
    published: count.describe('In the file'),
    repeated: count.describe('Of these: given as at an earlier export, because too few of their records have changed'),
    suppressed: count,
  }),
  suppressed: counted.describe('Groups that have records and are not published, with the reason'),
});

export type Publication = z.infer<typeof publicationSchema>;
export type PublicationCell = Publication['cells'][number];
export type ExportSummary = z.infer<typeof exportSummarySchema>;
