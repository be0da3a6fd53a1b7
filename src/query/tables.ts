/**
 * The tables of a market: columns, types and sort order. A market directory holds one Parquet file per
 * table and source, `<table>/<source>.parquet`, all with the columns given here.
 */

export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'date';

export interface ColumnDefinition {
  readonly type: ColumnType;
  readonly nullable?: true;
}

const text = { type: 'text' } as const;
const textOrNull = { type: 'text', nullable: true } as const;
const integer = { type: 'integer' } as const;
const integerOrNull = { type: 'integer', nullable: true } as const;
const real = { type: 'real' } as const;
const realOrNull = { type: 'real', nullable: true } as const;
const boolean = { type: 'boolean' } as const;
const date = { type: 'date' } as const;

export const TABLES = {
  /** One stated offer a row: a range or a single figure, with how often the source repeats it. */
  pay: {
    columns: {
      source: text,
      basis: text,
      country: text,
      /** Role id, null when the title fits no catalogued role and the source gives no occupation. */
      role: textOrNull,
      level: textOrNull,
      /** State id when exactly one state is named, else null. */
      region: textOrNull,
      /** Normalised title as stated (see text/titles); `withheld` where only one filing employer uses the wording. */
      title: text,
      /** SOC 2018 code when the source states one. */
      soc: textOrNull,
      /** Employer id, one key across sources; null where the source names none. */
      employer: integerOrNull,
      currency: text,
      /** `year`, `month`, `week`, `day` or `hour`: the unit the employer stated. */
      unit: text,
      /** As stated, in hundredths of the currency. */
      lowMinor: integer,
      highMinor: integer,
      /** Whole currency units a year, full time. */
      annualLow: integer,
      annualHigh: integer,
      /** First and last day on which the offer may have been first seen. */
      seenFrom: date,
      seenTo: date,
      /** Ranges of the source this row stands for. */
      repeats: integer,
    },
    sort: [
      'country',
      'role',
      'level',
      'region',
      'title',
      'soc',
      'employer',
      'currency',
      'unit',
      'lowMinor',
      'highMinor',
      'seenFrom',
      'seenTo',
      'repeats',
    ],
  },
  /** Official survey by occupation, place and year. */
  official: {
    columns: {
      source: text,
      place: text,
      soc: text,
      /** Reference year; the reference month of OEWS is May. */
      year: integer,
      /** `SOC 2010`, `hybrid` or `SOC 2018`: codes are comparable only within one. */
      taxonomy: text,
      jobs: integerOrNull,
      jobsRsePercent: realOrNull,
      mean: integerOrNull,
      meanRsePercent: realOrNull,
      p10: integerOrNull,
      p25: integerOrNull,
      p50: integerOrNull,
      p75: integerOrNull,
      p90: integerOrNull,
      /** The publisher's cap in that year where a percentile lies at or above it (the percentile is then null). */
      topCode: integerOrNull,
      /** Lowest percentile that is capped: 10, 25, 50, 75 or 90. */
      cappedFrom: integerOrNull,
      locationQuotient: realOrNull,
    },
    sort: ['soc', 'place', 'year', 'source'],
  },
  projections: {
    columns: {
      source: text,
      soc: text,
      baseYear: integer,
      targetYear: integer,
      jobsBase: integer,
      jobsProjected: integer,
      changePercent: real,
      openingsPerYear: integer,
    },
    sort: ['soc', 'source'],
  },
  occupations: {
    columns: {
      source: text,
      soc: text,
      title: text,
      /** Six-digit codes of the broader groups. */
      major: text,
      majorTitle: text,
      broad: text,
      broadTitle: text,
      /** O*NET job zone 1-5. */
      jobZone: integerOrNull,
    },
    sort: ['soc'],
  },
  /** Old codes to SOC 2018, with the weight used when one code splits. */
  crosswalk: {
    columns: { source: text, fromTaxonomy: text, fromCode: text, toCode: text, weight: real },
    sort: ['fromTaxonomy', 'fromCode', 'toCode'],
  },
  /** The role catalogue: one row a phrase by which a role is recognised (see text/titles). */
  roles: {
    columns: {
      source: text,
      role: text,
      name: text,
      family: text,
      familyName: text,
      /** `exact`: the title without its level is this phrase; `contains`: it holds it; `except`: it is then not this role. */
      match: text,
      phrase: text,
    },
    sort: ['role', 'match', 'phrase'],
  },
  software: {
    columns: { source: text, soc: text, name: text, category: text, hot: boolean, inDemand: boolean },
    sort: ['soc', 'name', 'category'],
  },
  exposure: {
    columns: { source: text, measure: text, soc: text, value: real },
    sort: ['measure', 'soc'],
  },
  /** Monthly series: prices and wage growth. */
  series: {
    columns: { source: text, series: text, month: date, value: real, n: integerOrNull },
    sort: ['series', 'month'],
  },
  exchangeRates: {
    /** Units of the currency per US dollar, monthly average. */
    columns: { source: text, currency: text, month: date, perUsd: real },
    sort: ['currency', 'month'],
  },
  places: {
    columns: {
      source: text,
      place: text,
      name: text,
      kind: text,
      country: text,
      /** Comma-separated state ids, principal first. */
      states: text,
      currency: text,
      /** Normalised spelling by which the place is found; one row a spelling. */
      key: text,
    },
    sort: ['key', 'place'],
  },
  /** Scalars fitted once while the market is built (see models/), with what they rest on. */
  parameters: {
    columns: { source: text, name: text, value: real, n: integer, note: text },
    sort: ['name'],
  },
  /** Names of employers that advertise publicly; filers stay unnamed. */
  employers: {
    columns: { source: text, employer: integer, name: text },
    sort: ['employer'],
  },
} as const satisfies Record<
  string,
  { readonly columns: Readonly<Record<string, ColumnDefinition>>; readonly sort: readonly string[] }
>;

export type TableName = keyof typeof TABLES;

type ValueOf<C extends ColumnDefinition> =
  | (C['type'] extends 'text' | 'date' ? string : C['type'] extends 'boolean' ? boolean : number)
  | (C extends { readonly nullable: true } ? null : never);

export type ColumnName<T extends TableName> = keyof (typeof TABLES)[T]['columns'] & string;

/** A row of a table: text and dates (`YYYY-MM-DD`) as strings, integers and reals as numbers. */
export type RowOf<T extends TableName> = {
  readonly [C in ColumnName<T>]: (typeof TABLES)[T]['columns'][C] extends infer D extends ColumnDefinition
    ? ValueOf<D>
    : never;
};

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
