/** What a site is built for when nothing is named. */

/** Titles of the default site. */
export const DEFAULT_TITLES: readonly string[] = [
  'Machine Learning Lead',
  'Machine Learning Engineer',
  'Data Scientist',
  'Data Engineer',
  'Data Analyst',
  'Senior Software Engineer',
  'Software Engineer',
  'Frontend Engineer',
  'DevOps Engineer',
  'Security Engineer',
  'Engineering Manager',
  'Product Manager',
  'UX Designer',
  'Project Manager',
  'Marketing Manager',
  'Account Executive',
  'Financial Analyst',
  'Accountant',
  'Human Resources Manager',
  'Registered Nurse',
];

/** Places of the default site. */
export const DEFAULT_PLACES: readonly string[] = [
  'US',
  'US-CA',
  'US-NY',
  'US-TX',
  'US-WA',
  'US-MA',
  'US-CO',
  'US-IL',
  'GB',
  'CA',
];

export interface SitePair {
  readonly title: string;
  /** Anything that names a place, `US-CA` or `New York City`. */
  readonly place: string;
}

/** Every title in every place, places first. */
export function sitePairs(titles: readonly string[], places: readonly string[]): SitePair[] {
  return places.flatMap((place) => titles.map((title) => ({ title, place })));
}
