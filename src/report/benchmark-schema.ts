/**
 * The shape of `goingrate.benchmark/1`, a payroll or a list of titles held against the market, from which the published
 * JSON Schema is made. Only the schema command and the tests load this file; everything else uses its types.
 */
import { z } from 'zod';

const basis = z.enum(['posted', 'filed', 'official', 'market', 'paid']);
const money = z.number().describe('Whole units of the currency a year, at the as-of date');
const estimate = z.object({ value: money, low: money.nullable(), high: money.nullable() });
const range = (of: string) =>
  z.object({ value: z.number(), low: z.number(), high: z.number() }).describe(`${of}, with its 5-95% range`);
const count = z.number().int().nonnegative();

const pay = z
  .object({
    annual: z.number().positive().describe('The pay of the row, made yearly'),
    percentile: range('Percentile of the pay in the distribution, 0 to 100').nullable(),
    compaRatio: z.number().describe('Pay over the median'),
    compaRatioRange: z.object({ low: z.number(), high: z.number() }).describe('5-95% range of the compa-ratio'),
    rangePenetration: range('(Pay - P25) / (P75 - P25)').nullable(),
  })
  .describe('Where the pay of the row stands; absent where the row states none');

export const benchmarkRowSchema = z.object({
  row: count.describe('Row of the file, from 1, the header not counted'),
  title: z.string().describe('As in the file, at most 300 characters'),
  place: z.string().describe('As in the file, or the one given for all rows'),
  level: z.string().nullable().describe('Level the figure was asked for: of the column, else of the title'),
  readAs: z.string().nullable().describe('Role or occupation the title was read as'),
  basis: basis.nullable().describe('Basis of the figure; where there is none, the one asked for'),
  currency: z.string().nullable().describe('ISO 4217; null where the place is not known'),
  status: z.enum(['supported', 'modelled', 'insufficient']),
  percentiles: z
    .object({ 10: money, 25: money, 50: money, 75: money, 90: money })
    .nullable()
    .describe('All five, or null where one of them is not known'),
  median: z.object({ value: money, low: money, high: money }).nullable().describe('With its 90% interval'),
  known: z
    .object({ 10: estimate, 25: estimate, 50: estimate, 75: estimate, 90: estimate })
    .partial()
    .describe('Every percentile that is known, with its 90% interval'),
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
  n: count.describe('Observations behind the figure; without one, those of the very cell asked about'),
  employers: count.nullable(),
  scope: z.string().nullable().describe('What the figure is for, where it is wider than asked'),
  scopePlace: z.string().nullable().describe('Id of the place the figure is for'),
  sources: z.array(z.string()),
  asOf: z.string().nullable(),
  pay: pay.optional(),
  note: z.string().nullable().describe('How the row was understood, or why it has no figure and what would help'),
});

const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  publisher: z.string(),
  address: z.string(),
  vintage: z.string(),
  licence: z.string(),
  attribution: z.string().nullable(),
  rows: count.describe('Rows of the benchmark whose figure rests on it'),
});

export const benchmarkSchema = z.object({
  schema: z.literal('goingrate.benchmark/1'),
  asOf: z.string(),
  basis: basis.nullable().describe('The basis asked for, null when the evidence chose for each row'),
  only: z.literal('mine').optional(),
  rows: z.array(benchmarkRowSchema),
  summary: z.object({
    rows: count,
    supported: count,
    modelled: count,
    insufficient: count,
    withPay: count.describe('Rows whose pay was held against a figure'),
    medianCompaRatio: z.number().nullable(),
  }),
  sources: z.array(sourceSchema).describe('Sources behind the figures, in the order of the market'),
  method: z.object({ version: z.string(), steps: z.array(z.string()) }),
});
