/**
 * The shape of `goingrate.comparison/1`, two to four questions side by side, from which the published JSON Schema is made.
 * Only the schema command, the server's description of itself and the tests load this file; everything else uses its types.
 */
import { z } from 'zod';
import { findingSchema, reportSchema } from './schema.js';

const { status } = findingSchema.shape;
const { basis } = findingSchema.shape.evidence.shape;
const number = z.int().min(1).max(4).describe('Number of a question, in the order asked');
const mark = z.object({ value: z.number(), label: z.string() });
const band = z.object({ low: mark, high: mark }).nullable();
const text = z.string();

const comparedQuestion = z.object({
  number,
  name: text.describe('What sets this question apart from the others: its place, title or level'),
  label: text.describe('The whole question in words'),
  title: text,
  role: reportSchema.shape.question.shape.role,
  level: reportSchema.shape.question.shape.level,
  place: reportSchema.shape.question.shape.place,
  currency: text,
  basis: basis.describe('Basis of its figure; null without one'),
  headline: findingSchema.describe('As in its report, in the currency of its place'),
  notes: z.array(text).describe('How title and place were understood'),
});

const difference = z.object({
  first: number,
  second: number,
  obstacle: z
    .enum(['same-question', 'no-figure', 'dates', 'bases', 'currencies', 'same-figure'])
    .nullable()
    .describe('Why there is no difference; null where there is one'),
  finding: findingSchema.describe('Median of the first less that of the second, a year, with its 90% interval'),
  percent: findingSchema.shape.quantity.describe('How much more, or less, in percent of the second; null without one'),
});

const cell = z.object({
  question: number,
  status,
  text: text.describe('The figure as it is read; what is missing where there is none'),
  interval: text.nullable().describe('Its interval as it is read'),
  quantity: findingSchema.shape.quantity,
});

const measure = z.object({
  id: text,
  name: text,
  note: text.nullable().describe('What the row is of, where its name does not say'),
  cells: z.array(cell).describe('One a question, in their order'),
});

const figure = z.object({
  kind: z.enum(['compared-pay', 'differences']),
  title: text.describe('States the finding'),
  subtitle: text.describe('Measure, unit, population and date'),
  sourceLine: text,
  alt: text.describe('The picture in words'),
  axis: z.object({
    unit: text,
    scale: z.enum(['linear', 'log']),
    min: z.number(),
    max: z.number(),
    ticks: z.array(mark),
  }),
  rows: z.array(
    z.object({
      name: text,
      detail: text,
      at: mark.nullable().describe('null: no figure, the detail says why'),
      interval: band,
      quartiles: band.describe('P25 to P75'),
      tenths: band.describe('P10 to P90'),
      modelled: z.boolean(),
    }),
  ),
});

export const comparisonSchema = z.object({
  schema: z.literal('goingrate.comparison/1'),
  title: text,
  statement: text.describe('The answer in a sentence or two'),
  status: status.describe('Of the best supported difference; insufficient where none can be given'),
  asOf: text,
  basis: basis.describe('The basis of every figure; null where they differ or there is none'),
  currency: text.nullable().describe('The currency in which the figures can be compared; null where there is none'),
  notes: z.array(text).describe('How the figures were made comparable'),
  questions: z.array(comparedQuestion).min(2).max(4),
  differences: z.array(difference).describe('Every pair, first against second'),
  measures: z.array(measure).describe('Figures of the reports side by side'),
  figures: z.array(figure),
  caveats: z.array(text),
  sources: z.array(reportSchema.shape.sources.element.omit({ observations: true, employers: true, role: true })),
  method: z.object({ version: text, steps: z.array(text) }),
});
