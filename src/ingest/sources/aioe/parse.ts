/** Exposure scores by occupation of SOC 2010: the authors' workbooks, or their tables as text. */
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'ai-exposure/aioe';
export const WORKBOOK = `${FOLDER}/AIOE_DataAppendix.xlsx`;
export const LANGUAGE_WORKBOOK = `${FOLDER}/Language Modeling AIOE and AIIE.xlsx`;

export interface AioeRecord {
  readonly code: string | null;
  readonly score: string | null;
}

/** Scores by the id of their measure. */
export type AioeRecords = Readonly<Record<'aioe' | 'aioe-language', readonly AioeRecord[]>>;

export async function parseAioe(raw: RawReader): Promise<AioeRecords> {
  return {
    aioe: await scores(raw, {
      copy: `${FOLDER}/aioe_by_occupation.csv`,
      workbook: WORKBOOK,
      sheet: 'Appendix A',
      column: 'AIOE',
    }),
    'aioe-language': await scores(raw, {
      copy: `${FOLDER}/language_modeling_aioe.csv`,
      workbook: LANGUAGE_WORKBOOK,
      // The first sheet is the one by occupation, the second the one by industry.
      sheet: /./,
      column: 'Language Modeling AIOE',
    }),
  };
}

interface Table {
  readonly copy: string;
  readonly workbook: string;
  readonly sheet: string | RegExp;
  readonly column: string;
}

async function scores(raw: RawReader, { copy, workbook, sheet, column }: Table): Promise<AioeRecord[]> {
  const columns = ['SOC Code', column] as const;
  const records = (await raw.has(copy)) ? await raw.records(copy, columns) : await raw.sheet(workbook, sheet, columns);
  return records.map((record) => ({ code: record['SOC Code'] ?? null, score: record[column] ?? null }));
}
