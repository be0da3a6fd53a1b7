/** Files that hold a few occupations of information technology, one file a country. */
import type { EarningsFigures } from '../../earnings-row.js';

/** What the figures of a file are, and how they are named in it. */
export interface IctFile {
  readonly file: string;
  readonly country: string;
  readonly name: string;
  readonly taxonomy: string;
  readonly unit: 'hour' | 'month';
  readonly currency: string;
  readonly population: string;
  /** Name of each figure. */
  readonly figures: Readonly<Partial<Record<keyof EarningsFigures, string>>>;
  /** Half the width of the 95% interval of mean and median, where it is published. */
  readonly margins?: { readonly mean: string; readonly p50: string };
  /** Factor from the count in the file to jobs. */
  readonly jobsTimes?: number;
}

export const ICT_FILES: readonly IctFile[] = [
  {
    file: 'salary_dk.json',
    country: 'DK',
    name: 'Denmark',
    taxonomy: 'DISCO-08',
    unit: 'hour',
    currency: 'DKK',
    population:
      'full-time employees without managerial duties; a standardised hour, with pension contributions of the employer',
    figures: {
      jobs: 'n_employees',
      mean: 'mean_std_dkk_hour',
      p25: 'p25_std_dkk_hour',
      p50: 'median_std_dkk_hour',
      p75: 'p75_std_dkk_hour',
    },
  },
  {
    file: 'salary_no.json',
    country: 'NO',
    name: 'Norway',
    taxonomy: 'STYRK-08',
    unit: 'month',
    currency: 'NOK',
    population: 'all employees; monthly earnings with bonuses and irregular allowances, without overtime',
    figures: {
      jobs: 'n_employees',
      mean: 'mean_nok_month',
      p25: 'p25_nok_month',
      p50: 'median_nok_month',
      p75: 'p75_nok_month',
    },
  },
  {
    file: 'salary_se.json',
    country: 'SE',
    name: 'Sweden',
    taxonomy: 'SSYK 2012',
    unit: 'month',
    currency: 'SEK',
    population: 'all employees; monthly salary',
    figures: {
      mean: 'mean_sek_month',
      p10: 'p10_sek_month',
      p25: 'p25_sek_month',
      p50: 'median_sek_month',
      p75: 'p75_sek_month',
      p90: 'p90_sek_month',
    },
    margins: { mean: 'mean_ci95_margin_sek_month', p50: 'median_ci95_margin_sek_month' },
  },
  {
    file: 'salary_fi.json',
    country: 'FI',
    name: 'Finland',
    taxonomy: 'AL2010',
    unit: 'month',
    currency: 'EUR',
    population: 'full-time employees of the private sector; total earnings',
    figures: {
      jobs: 'n_employees',
      mean: 'total_mean_eur_month',
      p10: 'total_p10_eur_month',
      p50: 'total_median_eur_month',
      p90: 'total_p90_eur_month',
    },
  },
  {
    file: 'salary_nl.json',
    country: 'NL',
    name: 'Netherlands',
    taxonomy: 'BRC 2014',
    unit: 'hour',
    currency: 'EUR',
    population: 'employees; gross hourly pay',
    figures: {
      jobs: 'n_employees_thousands',
      p25: 'p25_eur_hour',
      p50: 'median_eur_hour',
      p75: 'p75_eur_hour',
    },
    jobsTimes: 1000,
  },
];
