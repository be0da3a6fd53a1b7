/** Mean monthly earnings by sex and occupation. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

const FOLDER = 'in-ilostat-earnings';

export const EARNINGS_COLUMNS = ['ref_area', 'source', 'sex', 'classif1', 'time', 'obs_value', 'obs_status'] as const;

export type IndicatorRecord = RawRecord<(typeof EARNINGS_COLUMNS)[number]>;

export async function parseIndicator(raw: RawReader): Promise<IndicatorRecord[]> {
  const file = await raw.firstOf(
    `${FOLDER}/EAR_EMTA_SEX_OCU_NB_A_IND.csv`,
    `${FOLDER}/EAR_4MTH_SEX_OCU_NB_GHA_IND.csv`,
  );
  return raw.records(file, EARNINGS_COLUMNS);
}
