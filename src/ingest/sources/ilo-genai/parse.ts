/** Scores by occupation of ISCO-08, repeated on every task of it: the authors' workbook, or its sheet as text. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

const FILE = 'ai-exposure/ilo-genai-isco08/Final_Scores_ISCO08_Gmyrek_et_al_2025';
export const WORKBOOK = `${FILE}.xlsx`;
const COPY = `${FILE}.csv.gz`;
const COLUMNS = ['ISCO_08', 'mean_score_2025'] as const;

export type IloRecord = RawRecord<(typeof COLUMNS)[number]>;

/** One record a task; texts of tasks are not read. */
export async function parseIlo(raw: RawReader): Promise<IloRecord[]> {
  if (await raw.has(COPY)) return raw.records(COPY, COLUMNS);
  return raw.sheet(WORKBOOK, /./, COLUMNS);
}
