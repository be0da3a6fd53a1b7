/**
 * The shape of `goingrate.import/1`, what an import did, from which the published JSON Schema is made.
 * Only the schema command and the tests load this file; everything else uses its types.
 */
import { z } from 'zod';

const count = z.number().int().nonnegative();

const reasons = z
  .array(z.object({ reason: z.string(), count }))
  .describe('Why rows were set aside, most frequent first; the counts add up to quarantined');

const counts = z.object({
  rows: count.describe('imported + repeated + quarantined'),
  imported: count,
  repeated: count.describe('Already in the market, or the same advertised range in the same month'),
  quarantined: count,
});

const importedFile = z.object({
  file: z.string().describe('Path as given, or below the folder given'),
  id: z.string().nullable().describe('Id of the import, which goingrate sources remove takes; null when it failed'),
  kind: z.enum(['advertised', 'paid']).nullable(),
  summary: counts.nullable(),
  reasons,
  quarantine: z.string().nullable(),
  error: z.string().nullable().describe('Why the file was left out'),
});

export const importSummarySchema = z.object({
  schema: z.literal('goingrate.import/1'),
  summary: counts,
  reasons,
  quarantine: z
    .string()
    .nullable()
    .describe('Absolute path of the rows set aside; of their folder where several files have some'),
  files: z.array(importedFile).optional().describe('Of a folder: each file apart'),
});

export type ImportSummaryModel = z.infer<typeof importSummarySchema>;
export type ImportedFile = z.infer<typeof importedFile>;
