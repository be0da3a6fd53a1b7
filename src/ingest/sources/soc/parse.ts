/** Files of the occupational classification: definitions, crosswalks and job zones. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const DEFINITION_COLUMNS = ['SOC Group', 'SOC Code', 'SOC Title'] as const;
export const SOC_CROSSWALK_COLUMNS = ['soc10', 'soc18', 'soc10_nm', 'soc18_nm'] as const;
export const ONET_CROSSWALK_COLUMNS = ['O*NET-SOC 2010 Code', 'O*NET-SOC 2019 Code'] as const;
export const JOB_ZONE_COLUMNS = ['O*NET-SOC Code', 'Job Zone'] as const;

export interface SocRecords {
  readonly definitions: readonly RawRecord<(typeof DEFINITION_COLUMNS)[number]>[];
  readonly socCrosswalk: readonly RawRecord<(typeof SOC_CROSSWALK_COLUMNS)[number]>[];
  readonly onetCrosswalk: readonly RawRecord<(typeof ONET_CROSSWALK_COLUMNS)[number]>[];
  readonly jobZones: readonly RawRecord<(typeof JOB_ZONE_COLUMNS)[number]>[];
}

export async function parseSoc(raw: RawReader): Promise<SocRecords> {
  return {
    definitions: await raw.records('soc-taxonomy/soc_2018_definitions.csv', DEFINITION_COLUMNS),
    socCrosswalk: await raw.records('isco-crosswalks/bls_soc_2010_2018.csv', SOC_CROSSWALK_COLUMNS),
    onetCrosswalk: await raw.records('soc-taxonomy/onet_soc_2010_to_2019_crosswalk.csv', ONET_CROSSWALK_COLUMNS),
    jobZones: await raw.records('onet-30.3/Job Zones.txt', JOB_ZONE_COLUMNS, {
      format: 'csv',
      delimiter: '\t',
      quoted: false,
    }),
  };
}
