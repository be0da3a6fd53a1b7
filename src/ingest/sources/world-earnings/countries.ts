/** The countries of the long table: what their figures are, or why they stay out. */

/** What every figure of a country is. */
export interface CountryTerms {
  readonly country: string;
  readonly name: string;
  readonly taxonomy: string;
  readonly population: string;
}

/** Names that come out of files must not find what every object has. */
function mapOf<V>(entries: Readonly<Record<string, V>>): ReadonlyMap<string, V> {
  return new Map(Object.entries(entries));
}

const survey = (country: string, name: string): CountryTerms => ({
  country,
  name,
  taxonomy: 'ISCO-08',
  population:
    'employees of enterprises with 10 or more; a month without payments that are not made monthly; Structure of Earnings Survey',
});

/** Terms by the name that the long table has for the country. */
export const COUNTRIES: ReadonlyMap<string, CountryTerms> = mapOf({
  austria: survey('AT', 'Austria'),
  belgium: survey('BE', 'Belgium'),
  bulgaria: survey('BG', 'Bulgaria'),
  croatia: survey('HR', 'Croatia'),
  cyprus: survey('CY', 'Cyprus'),
  czechia: survey('CZ', 'Czechia'),
  greece: survey('GR', 'Greece'),
  hungary: survey('HU', 'Hungary'),
  ireland: survey('IE', 'Ireland'),
  italy: survey('IT', 'Italy'),
  latvia: survey('LV', 'Latvia'),
  lithuania: survey('LT', 'Lithuania'),
  luxembourg: survey('LU', 'Luxembourg'),
  malta: survey('MT', 'Malta'),
  northmacedonia: survey('MK', 'North Macedonia'),
  poland: survey('PL', 'Poland'),
  portugal: survey('PT', 'Portugal'),
  romania: survey('RO', 'Romania'),
  serbia: survey('RS', 'Serbia'),
  slovakia: survey('SK', 'Slovakia'),
  slovenia: {
    country: 'SI',
    name: 'Slovenia',
    taxonomy: 'ISCO-08',
    population: 'employees, gross monthly earnings',
  },
  switzerland: {
    country: 'CH',
    name: 'Switzerland',
    taxonomy: 'ISCO-08',
    population: 'employees, gross pay of a full-time month of 4 1/3 weeks of 40 hours; Earnings Structure Survey',
  },
  newzealand: {
    country: 'NZ',
    name: 'New Zealand',
    taxonomy: 'ANZSCO major groups',
    population: 'wage and salary earners of all ages and hours; weekly earnings times 52/12',
  },
});

/** Why a country stays out: published under terms of their own that are not an open licence by name, or not a publisher's figures. */
export const LEFT_OUT: ReadonlyMap<string, string> = mapOf({
  spain: "Spain: the office's own terms, and figures of 2018",
  japan: "Japan: the office's own terms, and codes made by the collector",
  mexico: "Mexico: the office's own terms, and figures computed by the collector",
  brazil: "Brazil: the office's own terms, and hours assumed by the collector",
});
