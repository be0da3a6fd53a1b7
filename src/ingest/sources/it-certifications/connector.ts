/** Names of certifications that large vendors offer. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeCertifications } from './normalize.js';
import { parseCertifications } from './parse.js';

export const itCertifications: Connector = {
  id: 'it-certifications',
  name: 'Certifications of AWS, Microsoft and CompTIA',
  publisher: 'The vendors, on their certification pages; collected by zakariaaithssain',
  address: 'https://github.com/zakariaaithssain/it-certifications-pipeline',
  licence: 'MIT',
  attribution: 'it-certifications-pipeline, copyright zakariaaithssain, MIT License.',
  modifications: 'Names, levels and examination codes only; names listed twice were joined.',
  vintage: 'pages of May 2025',
  ships: true,
  cadence: 'one collection; vendors change their lists through the year',
  downloads: DOWNLOADS,
  obtain:
    'Download data/raw/raw_*_certifications.json of commit 53c03337eda0ba91c582b6795a4d5bb82f1c83b4 from https://github.com/zakariaaithssain/it-certifications-pipeline into it-certifications-2025.',
  async read({ raw }) {
    return { ...normalizeCertifications(await parseCertifications(raw)), newest: '2025-05-31' };
  },
};
