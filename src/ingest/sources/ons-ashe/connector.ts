/** Pay of employees in the United Kingdom by four-digit occupation. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAshe } from './normalize.js';
import { parseAshe } from './parse.js';

export const onsAshe: Connector = {
  id: 'ons-ashe',
  name: 'Annual Survey of Hours and Earnings, Table 14',
  publisher: 'Office for National Statistics',
  address:
    'https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/occupation4digitsoc2010ashetable14',
  licence: 'Open Government Licence v3.0',
  attribution: 'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
  modifications:
    'Annual gross pay alone, of full-time employees; marks of unreliable or disclosive cells became empty; coefficients of variation were joined; region totals and six occupations of 2025 stand apart.',
  vintage: 'tax years to April 2021 to April 2025',
  ships: true,
  cadence: 'yearly in October (provisional), revised a year later',
  downloads: DOWNLOADS,
  obtain:
    "Download the archive of Table 14 of a year and put its workbooks 14.7a and 14.7b into the folder 'uk-ons-ashe' as ashe_table14_7a_2025_provisional.xlsx and ashe_table14_7b_2025_provisional_cv.xlsx.",
  async read({ raw }) {
    return normalizeAshe(await parseAshe(raw));
  },
};
