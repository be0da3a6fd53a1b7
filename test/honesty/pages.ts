/** The pages the honesty tests look at: widely chosen titles in widely chosen places, made once. */
import { type Market, openMarket } from '../../src/app/market.js';
import { answerReport } from '../../src/app/report.js';
import type { Page } from '../../src/report/defects/page.js';

export interface Grid {
  readonly market: Market;
  readonly pages: readonly Page[];
}

export const TITLES: readonly string[] = [
  'Machine Learning Lead',
  'Data Scientist',
  'Senior Data Scientist',
  'Lead Data Scientist',
  'Principal Data Scientist',
  'Entry Level Software Engineer',
  'Software Engineer',
  'Senior Software Engineer',
  'Staff Software Engineer',
  'Software Engineering Manager',
  'Product Manager',
  'Senior Product Manager',
  'Senior Data Analyst',
  'Senior Data Engineer',
  'DevOps Engineer',
  'Accountant',
  'Senior Accountant',
  'Principal Accountant',
  'Civil Engineer',
  'Senior Civil Engineer',
  'Registered Nurse',
  'Physical Therapist',
  'Pharmacist',
  'Physician Assistant',
  'Dental Hygienist',
  'Electrician',
  'Plumber',
  'Welder',
  'Truck Driver',
  'Cook',
  'Cashier',
  'Elementary School Teacher',
  'High School Teacher',
  'Professor of Economics',
  'Chief Executive',
  'Human Resources Manager',
  'Marketing Manager',
  'Lawyer',
  'Graphic Designer',
  'Zorblax Wrangler',
];

/** A country with everything, states with much and with little, a metropolis, countries with less and with nothing. */
export const PLACES: readonly string[] = ['US', 'US-CA', 'US-WY', 'New York City', 'GB', 'CA', 'DE', 'IN', 'BR', 'KE'];

let made: Promise<Grid> | undefined;

/** Every title in every place; the market stays open for recounts. */
export function makeGrid(): Promise<Grid> {
  made ??= (async () => {
    const market = await openMarket();
    const pages: Page[] = [];
    for (const title of TITLES) {
      for (const place of PLACES) pages.push({ title, place, report: await answerReport(market, { title, place }) });
    }
    return { market, pages };
  })();
  return made;
}
