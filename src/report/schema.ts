/**
 * The shape of `goingrate.report/1`, from which the published JSON Schema is made.
 * Only the schema command and the tests load this file; everything else uses the types of `model.ts`.
 */
import { z } from 'zod';

const basis = z.enum(['posted', 'filed', 'official', 'market', 'paid']);
const status = z.enum(['supported', 'modelled', 'insufficient']);

const interval = z
  .object({ level: z.number().gt(0).lt(1), low: z.number(), high: z.number() })
  .describe('Interval with its nominal coverage');

const percentile = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const quantity = z
  .object({
    value: z.number(),
    unit: z.string().describe('USD/year, percent, percent/year, jobs, jobs/year, ratio, percentile, count, ...'),
    interval: interval.nullable(),
    upTo: z.number().optional().describe('Upper end, when the quantity is a range to choose from and not an estimate'),
    percentiles: z
      .object({ '10': percentile, '25': percentile, '50': percentile, '75': percentile, '90': percentile })
      .partial()
      .optional(),
  })
  .describe('A number, its unit and how sure it is');

const evidence = z.object({
  n: z.number().int().nonnegative().describe('Observations of the scope named, after repeats were removed'),
  counts: z.string().optional().describe('What n counts: advertised ranges, filed wages, published cells, pay records'),
  employers: z.number().int().nonnegative().nullable().describe('Distinct employers; null where the source names none'),
  employersNamed: z
    .object({
      atLeast: z.number().int().positive().describe('Distinct employers of the sources that name theirs'),
      sources: z.number().int().positive().describe('Sources that name theirs'),
      of: z.number().int().positive().describe('Sources with observations behind the figure'),
    })
    .optional()
    .describe('Present where some of several sources name their employers and others do not'),
  sources: z.array(z.string()),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  place: z.string().nullable().describe('Place the observations come from; may be wider than the place asked about'),
  scope: z.string(),
  basis: basis.nullable(),
  method: z.string(),
  grade: z.enum(['A', 'B', 'C', 'D']).optional(),
  gradeReason: z.string().optional(),
  asked: z
    .object({ n: z.number().int().nonnegative(), employers: z.number().int().nonnegative().nullable() })
    .optional()
    .describe('The very cell asked about, when the figure is for a wider scope'),
});

export const findingSchema = z.object({
  id: z.string(),
  status,
  statement: z.string(),
  quantity: quantity.nullable(),
  evidence,
  caveats: z.array(z.string()),
  missing: z.string().optional().describe('What would be needed, when the status is insufficient'),
});

/** A number as drawn: the value places the mark, the label is what the reader sees. */
const mark = z.object({ value: z.number(), label: z.string() });

const axis = z.object({
  unit: z.string(),
  scale: z.enum(['linear', 'log']),
  min: z.number(),
  max: z.number(),
  ticks: z.array(mark),
});

const figureBase = {
  id: z.string(),
  title: z.string().describe('States the finding'),
  subtitle: z.string().describe('Measure, unit, population and period'),
  sourceLine: z.string().describe('Sources with n'),
  alt: z.string().describe('The picture in words'),
};

const band = z.object({ low: mark, high: mark });

const payBand = z.object({
  ...figureBase,
  kind: z.literal('pay-band'),
  axis,
  percentiles: z.array(
    z.object({ p: z.number(), name: z.string(), at: mark, interval: band.nullable(), modelled: z.boolean() }),
  ),
  sources: z
    .array(
      z.object({
        group: z.string().describe('What the source states: posted, filed, official, market, paid'),
        name: z.string(),
        at: mark,
        interval: band.nullable(),
        modelled: z.boolean(),
      }),
    )
    .describe("Each source's own median on the same axis, never averaged"),
  offer: z.object({ at: mark, name: z.string() }).nullable(),
});

/** Rows of one estimate each with an interval: the by-source strip, the ladder of levels, places by relative pay. */
const intervalRows = z.object({
  ...figureBase,
  kind: z.enum(['by-source', 'ladder', 'relative-pay']),
  axis,
  rows: z.array(
    z.object({
      name: z.string(),
      detail: z.string(),
      at: mark.nullable().describe('null: not enough evidence, the detail says what was found'),
      interval: band.nullable(),
      quartiles: band.nullable(),
      modelled: z.boolean(),
      highlight: z.boolean(),
    }),
  ),
});

const timePoint = z.object({ date: z.string(), dateLabel: z.string(), at: mark });

const fan = z.object({
  ...figureBase,
  kind: z.literal('fan'),
  axis: axis.describe('Of the figure of this report and its forecast'),
  officialAxis: axis.describe(
    'Of the official means, a panel of their own; in both panels equal heights are equal ratios',
  ),
  dates: z.array(z.object({ date: z.string(), label: z.string() })).describe('Ticks of the time axis'),
  observed: z.array(timePoint),
  aged: timePoint.nullable(),
  carried: z
    .object({
      name: z.string().describe('The index'),
      stated: timePoint.describe('The median as stated, at the mean date of its data'),
      line: z.array(timePoint).describe('The index from that date to the as-of date'),
    })
    .optional()
    .describe('How the figure of the as-of date was carried there'),
  past: z
    .array(
      z.object({
        from: timePoint.describe('Last official figure known then'),
        to: timePoint.extend({ band }).describe('What the rule then said of the next year, with its 90% interval'),
        held: z.boolean().describe('Whether what happened lies inside the interval'),
      }),
    )
    .optional()
    .describe('What the published rule would have said of earlier years, from what was known before them'),
  forecast: z.array(
    timePoint.extend({
      bands: z.array(z.object({ level: z.number(), levelLabel: z.string(), low: mark, high: mark })),
    }),
  ),
});

const dots = z.object({
  ...figureBase,
  kind: z.literal('dots'),
  axis,
  rows: z.array(z.object({ name: z.string(), detail: z.string(), at: mark })),
  range: band.nullable().describe('Lowest to highest of the rows'),
});

/** Premiums sorted by effect: the adjusted effect with its interval, the raw one beside it, the verdict in words. */
const forest = z.object({
  ...figureBase,
  kind: z.literal('forest'),
  axis: axis.describe('Percent, with zero on it'),
  zone: band.describe('Effects too small to matter'),
  rows: z.array(
    z.object({
      name: z.string(),
      detail: z.string(),
      at: mark.nullable().describe('Adjusted effect; null: not estimable, the detail says what was found'),
      interval: band.nullable(),
      raw: mark.nullable().describe('Before adjustment'),
      verdict: z.string(),
      highlight: z.boolean().describe('Whether the verdict is a premium or a penalty'),
    }),
  ),
});

const tiles = z.object({
  ...figureBase,
  kind: z.literal('tiles'),
  unit: z.string().describe('Of the numbers printed in the squares'),
  tiles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      short: z.string(),
      at: mark.nullable(),
      printed: z.string().nullable().describe('The figure in the unit of the map'),
      /** Fifth of the ranked states, 1 lowest to 5 highest; null when there is no figure. */
      fifth: z.number().int().min(1).max(5).nullable(),
      highlight: z.boolean(),
    }),
  ),
});

const empty = z.object({ ...figureBase, kind: z.literal('empty') }).describe('Not enough evidence, drawn as such');

export const figureSchema = z.discriminatedUnion('kind', [payBand, intervalRows, forest, fan, dots, tiles, empty]);

const ranges = z
  .object({
    title: z.string().describe('How many of how many `rows` holds'),
    titleOnPage: z.string().optional().describe('The same of a page, where it lists fewer'),
    titleOnScreen: z.string().optional().describe('The same of a terminal, where it lists fewer'),
    statement: z.string().describe('What is listed, how much there is, and in which order'),
    total: z.number().int().positive().describe('Distinct ranges; `rows` holds the first 200 at most'),
    stated: z.number().int().positive().describe('Ranges before repeats were removed'),
    rows: z.array(
      z.object({
        title: z.string().describe('As stated, normalised'),
        employer: z.string().nullable().describe('null where the source names none'),
        pay: z.object({
          low: z.number(),
          high: z.number(),
          currency: z.string(),
          unit: z.enum(['year', 'month', 'week', 'day', 'hour']),
          label: z.string(),
        }),
        seen: z
          .object({ from: z.string(), to: z.string(), label: z.string() })
          .describe('First seen between these days'),
        place: z.string().nullable().describe('State, null where none or several are named'),
        level: z.string().nullable(),
        source: z.string(),
        repeats: z.number().int().positive().describe('Times the source states this range'),
        match: z
          .enum(['title', 'cell', 'scope'])
          .describe('Exactly the title asked about; its role, level and place; the rest of the scope'),
      }),
    ),
    onPage: z.string().optional().describe('Said where only the first rows are shown, on a page'),
    onScreen: z.string().optional().describe('The same, in a terminal'),
  })
  .describe('Public advertised ranges behind the posted figure, as their employers stated them');

export const sectionSchema = z.object({
  heading: z.string(),
  findings: z.array(findingSchema),
  figures: z.array(figureSchema),
  ranges: ranges.optional(),
});

export const reportSchema = z.object({
  schema: z.literal('goingrate.report/1'),
  question: z.object({
    text: z.string().describe('The question in words: role, level and place'),
    title: z.string(),
    role: z.object({ id: z.string(), name: z.string() }),
    level: z.object({ id: z.string(), name: z.string() }).nullable(),
    occupations: z.array(z.object({ soc: z.string(), title: z.string(), share: z.number().gt(0).max(1) })),
    place: z.object({ id: z.string(), name: z.string(), kind: z.enum(['country', 'state', 'metro']) }),
    asOf: z.string(),
    currency: z.string(),
    period: z.literal('year'),
    basis: basis.nullable().describe('The basis asked for, null when the report chose'),
    only: z.literal('mine').optional().describe("Present when only the user's own data were to answer"),
    offer: z.number().nullable(),
    doubt: z
      .string()
      .optional()
      .describe('Present when the answer rests on an unsure reading of the title: as what, how sure, what else'),
    notes: z.array(z.string()).describe('How title and place were understood, alternatives'),
  }),
  headline: findingSchema,
  sections: z.object({
    overview: sectionSchema,
    demand: sectionSchema,
    growthCatalyst: sectionSchema,
    careerMoat: sectionSchema,
    skillPremium: sectionSchema,
    requiredSkills: sectionSchema,
    aiImpact: sectionSchema,
    negotiation: sectionSchema,
    checklist: sectionSchema,
  }),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      publisher: z.string(),
      address: z.string(),
      vintage: z.string(),
      licence: z.string(),
      attribution: z.string().nullable(),
      observations: z.number().int().nonnegative().describe('Rows of this source used in this report'),
      employers: z.number().int().nonnegative().nullable(),
      role: z.string().describe('What the source is used for in this report'),
    }),
  ),
  method: z.object({ version: z.string(), steps: z.array(z.string()) }),
  exclusions: z.array(z.object({ reason: z.string(), count: z.number().int().nonnegative() })),
});
