/** The tables of the postings tracker: their columns and the names that their series get. */
import { SourceError } from '../../../core/errors.js';
import { requiredCode, requiredText } from '../../fields.js';

export type Cells = Readonly<Record<string, string | null>>;

export interface TrackerTable {
  /** Below the publisher's repository. */
  readonly file: string;
  readonly maxBytes: number;
  /** Column of the figure; percent change where the name says so, else an index, 1 February 2020 being 100. */
  readonly figure: string;
  /** Further columns, by which a record is named. */
  readonly by: readonly string[];
  seriesOf(cells: Cells): string;
}

const COUNTRIES = ['AU', 'CA', 'DE', 'EA', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'US'] as const;
const SECTOR_COUNTRIES = ['AU', 'CA', 'DE', 'FR', 'GB', 'US'] as const;
const TWO_LETTERS = /^[a-z]{2}$/;

/** `total postings` have no mark; new ones are those at most seven days old. */
function kind(cells: Cells): string {
  return requiredCode(cells.variable ?? null, 'variable', ['total postings', 'new postings']) === 'new postings'
    ? ':new'
    : '';
}

function division(cells: Cells, column: string, country: string): string {
  const code = requiredText(cells[column] ?? null, column);
  if (!TWO_LETTERS.test(code)) {
    throw new SourceError(
      'SOURCE_VALUE',
      `Column '${column}' holds '${code}' where a code of two letters belongs.`,
      'Compare the file with its publisher: the layout may have changed.',
    );
  }
  return `${country}-${code.toUpperCase()}`;
}

function named(cells: Cells, column: string): string {
  return requiredText(cells[column] ?? null, column);
}

const AGGREGATES: readonly TrackerTable[] = COUNTRIES.map((country) => ({
  file: `${country}/aggregate_job_postings_${country}.csv`,
  maxBytes: 1_000_000,
  figure: 'indeed_job_postings_index_SA',
  by: ['jobcountry', 'variable'],
  seriesOf: (cells) => {
    requiredCode(cells.jobcountry ?? null, 'jobcountry', [country]);
    return `postings-index-${country.toLowerCase()}${kind(cells)}`;
  },
}));

const SECTORS: readonly TrackerTable[] = SECTOR_COUNTRIES.map((country) => ({
  file: `${country}/job_postings_by_sector_${country}.csv`,
  maxBytes: 40_000_000,
  figure: 'indeed_job_postings_index',
  by: ['jobcountry', 'variable', 'display_name'],
  seriesOf: (cells) => {
    requiredCode(cells.jobcountry ?? null, 'jobcountry', [country]);
    return `postings-index-${country.toLowerCase()}${kind(cells)}:sector:${named(cells, 'display_name')}`;
  },
}));

const REGIONS: readonly TrackerTable[] = [
  {
    file: 'US/state_job_postings_us.csv',
    maxBytes: 10_000_000,
    figure: 'indeed_job_postings_index',
    by: ['state'],
    seriesOf: (cells) => `postings-index-us:state:${division(cells, 'state', 'US')}`,
  },
  {
    file: 'US/metro_job_postings_us.csv',
    maxBytes: 30_000_000,
    figure: 'pct_chng_feb_1',
    by: ['cbsa_code'],
    seriesOf: (cells) => `postings-percent-change-us:metro:US-${named(cells, 'cbsa_code')}`,
  },
  {
    file: 'CA/provincial_postings_ca.csv',
    maxBytes: 3_000_000,
    figure: 'indeed_job_postings_index',
    by: ['province'],
    seriesOf: (cells) => `postings-index-ca:province:${division(cells, 'province', 'CA')}`,
  },
  {
    file: 'CA/metro_job_postings_CA.csv',
    maxBytes: 10_000_000,
    figure: 'indeed_job_postings_index',
    by: ['Metro'],
    seriesOf: (cells) => `postings-index-ca:metro:${named(cells, 'Metro')}`,
  },
  {
    file: 'GB/regional_gb.csv',
    maxBytes: 5_000_000,
    figure: 'indeed_job_postings_index',
    by: ['region'],
    seriesOf: (cells) => `postings-index-gb:region:${named(cells, 'region')}`,
  },
  {
    file: 'GB/city_postings_gb.csv',
    maxBytes: 15_000_000,
    figure: 'indeed_job_postings_index',
    by: ['cities'],
    seriesOf: (cells) => `postings-index-gb:city:${named(cells, 'cities')}`,
  },
];

export const TRACKER_TABLES: readonly TrackerTable[] = [...AGGREGATES, ...SECTORS, ...REGIONS];

/** One US sector in a copy that a statistical service keeps up to date. */
export const SOFTWARE_SERIES = {
  id: 'IHLIDXUSTPSOFTDEVE',
  file: 'US/IHLIDXUSTPSOFTDEVE.csv',
  series: 'postings-index-us:sector:Software Development',
} as const;
