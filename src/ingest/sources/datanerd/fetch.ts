/** Where the postings come from: workbooks of two courses of the publisher, each at the version that is known. */
import type { Download } from '../../connector.js';
import { FOLDER } from './parse.js';

const RAW = 'https://raw.githubusercontent.com/lukebarousse';
const PAID = `${RAW}/Excel_Data_Analytics_Course/83894a8a693ea9253cf7107fdf05df99230cff64/0_Resources/Datasets`;
const MONTHS = `${RAW}/PowerBI_Data_Analytics_Course/dc64a4f470a063220b70e8df6237d4630bfd2262/Data/monthly_files`;

const FILES = [
  {
    from: PAID,
    file: 'data_jobs_salary_all.xlsx',
    sha256: '8cce18c42efea76adc5f895b66450dcb3146b34fa18f7619aa88c6969ea025c5',
  },
  {
    from: MONTHS,
    file: 'job_postings_09-2024.xlsx',
    sha256: '32e8eb1c7fe9d0a15d5dbc113832aa47166b0875be8df9685142aed08d8a4dfa',
  },
  {
    from: MONTHS,
    file: 'job_postings_10-2024.xlsx',
    sha256: '8e84a2302ffd3ac6bb7968e4e05f86204bb7206f47a43ced192ee133ffd88468',
  },
  {
    from: MONTHS,
    file: 'job_postings_11-2024.xlsx',
    sha256: '983590d28450e5a85f2b7cb7f757bba22363599521dd845a68c2b6bf5741462c',
  },
  {
    from: MONTHS,
    file: 'job_postings_12-2024.xlsx',
    sha256: '7aa9733867594d40f13c7d4e1bd1816a920fd35639ab7fc40276fb8092a7956b',
  },
];

export const DOWNLOADS: readonly Download[] = FILES.map(({ from, file, sha256 }) => ({
  address: `${from}/${file}`,
  path: `${FOLDER}/${file}`,
  type: 'xlsx',
  maxBytes: 16_000_000,
  sha256,
}));
