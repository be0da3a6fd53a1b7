/** The shape of `goingrate.correction-review/1`, from which the published JSON Schema is made. */
import { z } from 'zod';
import { correctionSchema } from './correction-schema.js';

const figure = correctionSchema.shape.about.shape.finding.shape.value;

const finding = z.strictObject({
  asOf: z.string(),
  status: z.enum(['supported', 'modelled', 'insufficient']),
  statement: z.string(),
  value: figure,
  n: z.number().int().nonnegative(),
  employers: z.number().int().nonnegative().nullable(),
});

export const correctionReviewSchema = z.strictObject({
  schema: z.literal('goingrate.correction-review/1'),
  signature: z
    .enum(['intact', 'broken'])
    .describe('intact: as it was when it was signed; broken: changed since, or signed with another key'),
  report: z
    .strictObject({
      status: z.enum(['same', 'same-finding', 'changed', 'not-reproducible']),
      reason: z.string().describe('In one sentence'),
      digest: z.string().nullable().describe('Of the report this market gives for the same date'),
      method: z.string().nullable(),
    })
    .describe('Whether this market gives the report that the correction is about'),
  atDate: finding.nullable().describe('The finding as this market gives it for the date of the page; null: not found'),
  newest: finding.nullable().describe('The finding as of the newest date of this market, where that is later'),
  correction: correctionSchema,
});
