/**
 * The shape of `goingrate.scoreboard/1`, what `goingrate backtest` answers, from which the published JSON Schema is made.
 * Only the schema command and the tests load this file; everything else uses its types.
 */
import { z } from 'zod';
import { SCORE_IDS } from '../core/score.js';
import type { DeepReadonly } from './model.js';

const count = z.number().int().nonnegative();
const verdict = z.boolean().nullable();

const part = z.object({
  name: z.string(),
  value: z.number(),
  n: count,
  hold: z.string().nullable().describe('In words; null where the part is only reported'),
  met: verdict,
});

export const scoreSchema = z.object({
  id: z.enum(SCORE_IDS),
  metric: z.string().describe('What the value is, with its unit'),
  value: z.number(),
  reference: z
    .string()
    .nullable()
    .describe('What stands beside it: rules, simple methods, published figures of others'),
  hold: z.string().nullable().describe('What we hold ourselves to, in words, parts included; null: only reported'),
  limits: z
    .object({ low: z.number().nullable(), high: z.number().nullable() })
    .nullable()
    .describe('What the value itself must lie in'),
  met: verdict.describe('Whether value and parts are within their limits; null where there is no hold'),
  n: count.describe('How many of what `counted` names the value rests on'),
  counted: z.string(),
  standardError: z.number().nonnegative().optional().describe('Monte Carlo standard error of a simulated share'),
  parts: z.array(part).describe('The figures behind the value, lowest first for simulations'),
  recordedOn: z.iso
    .date()
    .optional()
    .describe('Day of the record, where the truth does not ship and no --from was given'),
});

export const scoreboardSchema = z.object({
  schema: z.literal('goingrate.scoreboard/1'),
  asOf: z.iso.date().describe('Newest data date of the market'),
  summary: z.object({
    met: count,
    missed: count,
    reported: count.describe('Scores without a hold'),
  }),
  scoreboard: z.array(scoreSchema).describe('In the fixed order of the ids'),
  notes: z
    .array(z.string())
    .describe(
      'What a reader has to know of this run: a score that could not be measured anew, the first of each defect',
    ),
});

export type Scoreboard = DeepReadonly<z.infer<typeof scoreboardSchema>>;
