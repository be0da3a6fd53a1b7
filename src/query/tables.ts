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
      /**
       * Of a withheld title the words that at least five filing employers use, in alphabetical order, so that no
       * wording can be put together again; null where the title is stated.
       */
      words: textOrNull,
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
  /** Advertised jobs whose text was read: what they ask for, with their pay where they state it. */
  postings: {
    columns: {
      source: text,
      country: text,
      role: textOrNull,
      level: textOrNull,
      region: textOrNull,
      /** Normalised title as stated. */
      title: text,
      employer: integerOrNull,
      /** First day of sight, or of publication, and last day of sight. */
      seenFrom: date,
      seenTo: date,
      /** Full-time base pay of a year in whole units of the currency; all three null where none is stated. */
      currency: textOrNull,
      annualLow: integerOrNull,
      annualHigh: integerOrNull,
      /** Ids of reviewed/skills.json and reviewed/credentials.json, sorted, separated by commas; empty where none is named. */
      skills: text,
      credentials: text,
      /** `text`: our engine read the whole posting. `labels`: a list somebody else made; what it lacks is not known. */
      readFrom: text,
      /** Postings of the source this row stands for. */
      repeats: integer,
    },
    sort: ['country', 'role', 'level', 'region', 'title', 'employer', 'seenFrom', 'seenTo', 'skills', 'credentials'],
  },
  /** Official US survey (OEWS) by occupation, place and year. */
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
  /**
   * Official pay outside the United States, in the unit, currency and classification of its publisher: nothing is
   * made yearly, no class is mapped.
   */
  earnings: {
    columns: {
      source: text,
      country: text,
      /** The country, or the country and the publisher's code of the region: `CA-3530`. */
      place: text,
      placeName: text,
      /** `UK SOC 2020`, `NOC 2021`, `KldB 2010`, `ANZSCO 2021`, `ISCO-08` ... */
      taxonomy: text,
      code: text,
      /** Short name of the class. */
      label: text,
      year: integer,
      /** `year`, `month`, `week` or `hour`. */
      unit: text,
      currency: text,
      /** Whose pay, and what it counts: `full-time employees, in the job for a year, bonuses included`. */
      population: text,
      jobs: integerOrNull,
      mean: realOrNull,
      p10: realOrNull,
      p25: realOrNull,
      p50: realOrNull,
      p75: realOrNull,
      p90: realOrNull,
      /** Relative standard errors (coefficients of variation) of mean and median, percent. */
      meanRsePercent: realOrNull,
      medianRsePercent: realOrNull,
      /** Place whose figure is copied here by the publisher; null where the figure is the place's own. */
      borrowedFrom: textOrNull,
    },
    sort: ['country', 'taxonomy', 'code', 'place', 'year', 'population'],
  },
  /** Classes of other classifications to SOC 2018. */
  occupationMatches: {
    columns: {
      source: text,
      taxonomy: text,
      code: text,
      soc: text,
      /** 1 over the number of classes the SOC code is matched to in this taxonomy. */
      share: real,
      /** `published crosswalk` or `reviewed by hand`. */
      matchedBy: text,
    },
    sort: ['soc', 'taxonomy', 'code'],
  },
  /** Job titles that publishers list under a class of another classification. */
  occupationTitles: {
    columns: { source: text, taxonomy: text, code: text, title: text, language: text },
    sort: ['taxonomy', 'title', 'language', 'code'],
  },
  /** US legal wage floors of metropolitan areas, dollars a year. Levels are legal tiers, never seniority. */
  prevailing: {
    columns: {
      source: text,
      place: text,
      soc: text,
      /** Year in which the wage year begins; the survey behind it is of May of the year before. */
      year: integer,
      mean: integerOrNull,
      /** Levels 2 and 3 lie a third and two thirds of the way from level 1 to level 4. */
      level1: integerOrNull,
      level4: integerOrNull,
      /** Other areas with exactly these figures: a cell that shares them is borrowed from a wider area. */
      sharing: integer,
    },
    sort: ['soc', 'place', 'year'],
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
  /** Names of the skills and credentials that our engine finds in texts. */
  skills: {
    columns: {
      source: text,
      /** Id in the reviewed lists. */
      skill: text,
      name: text,
      /** `skill` or `credential`. */
      kind: text,
    },
    sort: ['skill', 'kind'],
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
  /** Price levels of consumption by place, the country being 100. */
  priceLevels: {
    columns: {
      source: text,
      place: text,
      year: integer,
      /** `all`, `goods`, `housing`, `utilities` or `other services`. */
      item: text,
      value: real,
    },
    sort: ['place', 'item', 'year'],
  },
  /** Purchasing power parities: units of the local currency that buy what one US dollar buys in the United States. */
  purchasingPower: {
    columns: { source: text, country: text, year: integer, perUsd: real },
    sort: ['country', 'year'],
  },
  /** What occupations do, by the short labels of O*NET's intermediate work activities. */
  activities: {
    columns: {
      source: text,
      soc: text,
      /** Element id of the activity. */
      activity: text,
      label: text,
      /** Tasks of the occupation that are linked to it. */
      tasks: integer,
    },
    sort: ['soc', 'activity'],
  },
  relatedOccupations: {
    columns: {
      source: text,
      soc: text,
      related: text,
      /** The publisher's tier: `Primary-Short`, `Primary-Long`, `Supplemental`. */
      tier: text,
      rank: integer,
    },
    sort: ['soc', 'rank', 'related'],
  },
  /** Credentials that vendors offer. */
  credentials: {
    columns: {
      source: text,
      issuer: text,
      name: text,
      /** Exam code, where the vendor gives one. */
      code: textOrNull,
      /** The vendor's own level, where it gives one. */
      level: textOrNull,
    },
    sort: ['issuer', 'name', 'code'],
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
