/** Certified full-time labour condition applications: disclosure files, or a copy of one quarter. */
import type { RawReader } from '../../raw-reader.js';
import { DISCLOSURE_COLUMNS, DisclosureReader, disclosureFiles } from './disclosure.js';
import { FILING_COLUMNS, type FilingSet, filing } from './filing.js';

const FOLDER = 'h1b-lca-fy2024-one-quarter';

/** The labour department's own files where there are any, else the copy of one quarter. */
export async function parseFilings(raw: RawReader): Promise<FilingSet> {
  const files = disclosureFiles(await raw.list(FOLDER));
  if (files.length > 0) {
    const reader = new DisclosureReader();
    for (const file of files) reader.add(await raw.sheet(`${FOLDER}/${file}`, /./, DISCLOSURE_COLUMNS));
    return reader.result();
  }
  const records = await raw.records(`${FOLDER}/lca_fy2024_one_quarter.parquet`, FILING_COLUMNS, { format: 'parquet' });
  return { filings: records.map((record) => filing(record, null)), rowsIn: records.length, excluded: [] };
}
