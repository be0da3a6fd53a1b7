/** Where the classification comes from: workbooks of the bureau, tables of the O*NET Center. */
import type { Download } from '../../connector.js';
import { ONET_ARCHIVE } from '../onet/fetch.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://www.bls.gov/soc/2018/soc_2018_definitions.xlsx',
    path: 'soc-taxonomy/soc_2018_definitions.xlsx',
    type: 'xlsx',
    maxBytes: 600_000,
  },
  {
    address: 'https://www.bls.gov/soc/2018/soc_2010_to_2018_crosswalk.xlsx',
    path: 'isco-crosswalks/soc_2010_to_2018_crosswalk.xlsx',
    type: 'xlsx',
    maxBytes: 200_000,
  },
  {
    address: 'https://www.onetcenter.org/taxonomy/2019/walk/2010_to_2019_Crosswalk.csv?fmt=csv',
    path: 'soc-taxonomy/onet_soc_2010_to_2019_crosswalk.csv',
    type: 'text',
    maxBytes: 400_000,
    sha256: '8f026a33134bfde5770308d1c6117cf70d9dd41c2b3467e6dd271d65bdeecc5a',
  },
  {
    address: ONET_ARCHIVE,
    path: 'onet-30.3/Job Zones.txt',
    type: 'text',
    maxBytes: 200_000,
    member: /(^|\/)Job Zones\.txt$/,
  },
];
