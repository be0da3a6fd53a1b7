/** Share of postings that name artificial intelligence, by country and day. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const AI_COLUMNS = ['date', 'jobcountry', 'AI_share_postings'] as const;
export const AI_TABLE = 'indeed-hiring-lab/ai-tracker/AI_posting.csv';

export type AiRecord = RawRecord<(typeof AI_COLUMNS)[number]>;

export async function parseAiShares(raw: RawReader): Promise<AiRecord[]> {
  return raw.records(AI_TABLE, AI_COLUMNS);
}
