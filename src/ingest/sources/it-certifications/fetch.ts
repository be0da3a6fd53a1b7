/** Where the lists come from: one commit of a public collection of the vendors' pages. */
import type { Download } from '../../connector.js';
import { listPath, type Vendor } from './parse.js';

const COMMIT = '53c03337eda0ba91c582b6795a4d5bb82f1c83b4';
const REPOSITORY = `https://raw.githubusercontent.com/zakariaaithssain/it-certifications-pipeline/${COMMIT}/data/raw`;

const SUMS: Readonly<Record<Vendor, string>> = {
  AWS: 'c40a91306f414df296546240298c683df12b1f421e543dd864bed440c997dc67',
  Microsoft: '5d1de7d159da954d24d24cefd11f55a70cc1987ba4a68d201287a66ecea008ad',
  CompTIA: '120a3b6c15c301dcd8bf685a517cf5739b412ef00b64f5ed52214b943129fc6d',
};

export const DOWNLOADS: readonly Download[] = (Object.entries(SUMS) as [Vendor, string][]).map(([vendor, sha256]) => ({
  address: `${REPOSITORY}/raw_${vendor}_certifications.json`,
  path: listPath(vendor),
  type: 'json',
  maxBytes: 500_000,
  sha256,
}));
