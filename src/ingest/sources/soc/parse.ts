/** Files of the occupational classification: definitions, crosswalks and job zones. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const DEFINITION_COLUMNS = ['SOC Group', 'SOC Code', 'SOC Title'] as const;
export const ONET_CROSSWALK_COLUMNS = ['O*NET-SOC 2010 Code', 'O*NET-SOC 2019 Code'] as const;
export const JOB_ZONE_COLUMNS = ['O*NET-SOC Code', 'Job Zone'] as const;

export interface SocRecords {
  readonly definitions: readonly RawRecord<(typeof DEFINITION_COLUMNS)[number]>[];
  readonly socCrosswalk: readonly RawRecord<'soc10' | 'soc18'>[];
  readonly onetCrosswalk: readonly RawRecord<(typeof ONET_CROSSWALK_COLUMNS)[number]>[];
  readonly jobZones: readonly RawRecord<(typeof JOB_ZONE_COLUMNS)[number]>[];
}

const TAB_SEPARATED = { format: 'csv', delimiter: '\t', quoted: false } as const;

/** The bureau's workbooks are read where there is no copy of them as text. */
export async function parseSoc(raw: RawReader): Promise<SocRecords> {
  return {
    definitions: await parseDefinitions(raw),
    socCrosswalk: await parseSocCrosswalk(raw),
    onetCrosswalk: await raw.records('soc-taxonomy/onet_soc_2010_to_2019_crosswalk.csv', ONET_CROSSWALK_COLUMNS),
    jobZones: await raw.records('onet-30.3/Job Zones.txt', JOB_ZONE_COLUMNS, TAB_SEPARATED),
  };
}

async function parseDefinitions(raw: RawReader): Promise<SocRecords['definitions']> {
  const workbook = 'soc-taxonomy/soc_2018_definitions.xlsx';
  const copy = 'soc-taxonomy/soc_2018_definitions.csv';
  if (await raw.has(copy)) return raw.records(copy, DEFINITION_COLUMNS);
  return raw.sheet(workbook, '2018 SOC', DEFINITION_COLUMNS);
}

async function parseSocCrosswalk(raw: RawReader): Promise<SocRecords['socCrosswalk']> {
  const workbook = 'isco-crosswalks/soc_2010_to_2018_crosswalk.xlsx';
  const copy = 'isco-crosswalks/bls_soc_2010_2018.csv';
  if (await raw.has(copy)) return raw.records(copy, ['soc10', 'soc18']);
  const records = await raw.sheet(workbook, 'Sorted by 2010', ['2010 SOC Code', '2018 SOC Code']);
  return records.map((record) => ({ soc10: record['2010 SOC Code'], soc18: record['2018 SOC Code'] }));
}
