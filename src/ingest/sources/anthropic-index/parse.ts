/** Shares of conversations by task, how the tasks were done, and which occupations have them. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const FOLDER = 'ai-exposure/anthropic-economic-index';

const USE_COLUMNS = ['task_name', 'pct'] as const;
const WAY_COLUMNS = [
  'task_name',
  'directive',
  'feedback_loop',
  'task_iteration',
  'validation',
  'learning',
  'filtered',
] as const;
const STATEMENT_COLUMNS = ['O*NET-SOC Code', 'Task'] as const;

export interface IndexRecords {
  /** Percent of conversations by task. */
  readonly uses: readonly RawRecord<(typeof USE_COLUMNS)[number]>[];
  /** Fractions of a task's conversations by the way in which it was done. */
  readonly ways: readonly RawRecord<(typeof WAY_COLUMNS)[number]>[];
  /** Tasks of occupations of O*NET-SOC 2010; the texts only join the tables and go nowhere. */
  readonly statements: readonly RawRecord<(typeof STATEMENT_COLUMNS)[number]>[];
}

export async function parseIndex(raw: RawReader): Promise<IndexRecords> {
  const copy = `${FOLDER}/onet_task_statements_old.csv.gz`;
  const statements = (await raw.has(copy)) ? copy : `${FOLDER}/onet_task_statements.csv`;
  return {
    uses: await raw.records(`${FOLDER}/task_pct_v2.csv`, USE_COLUMNS),
    ways: await raw.records(`${FOLDER}/automation_vs_augmentation_by_task.csv`, WAY_COLUMNS),
    statements: await raw.records(statements, STATEMENT_COLUMNS),
  };
}
