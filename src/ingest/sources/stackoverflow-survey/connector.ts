/** What developers say they are paid, by country, years of experience and role. */
import type { CountriesFile } from '../../../text/index.js';
import type { Connector } from '../../connector.js';
import { lastYear } from '../../earnings-row.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeSurvey } from './normalize.js';
import { parseSurvey } from './parse.js';

/** @param countries reviewed list of countries, under whose names answers are sorted */
export const stackoverflowSurvey = (countries: CountriesFile): Connector => ({
  id: 'stackoverflow-survey',
  name: 'Stack Overflow Annual Developer Survey',
  publisher: 'Stack Overflow; medians of 2022 to 2025 by cs-migration-compass',
  address: 'https://survey.stackoverflow.co/',
  licence: 'Open Database License (ODbL) 1.0: a table derived from it stays under that licence',
  attribution: 'Stack Overflow Annual Developer Survey, made available under the Open Database License (ODbL) 1.0.',
  modifications:
    'Answers became quartiles by country, years of experience and role; fewer than 30 answers were left out.',
  vintage: '2019 and 2022 to 2025',
  ships: false,
  cadence: 'yearly, in summer',
  downloads: DOWNLOADS,
  obtain:
    'Download the full data set of each year from https://survey.stackoverflow.co/ and put survey_results_public.csv into stackoverflow-survey-bands as survey_results_public_<year>.csv.',
  async read({ raw }) {
    const reading = normalizeSurvey(await parseSurvey(raw), countries);
    const rows = reading.tables.earnings ?? [];
    const years = [...new Set(rows.map(({ year }) => year))].sort();
    // The survey asks in May; that of 2025 closed in June.
    return { ...reading, newest: `${lastYear(rows)}-06-30`, vintage: years.join(', ') };
  },
});
