/** What occupations do: their tasks by intermediate work activity. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow } from '../../connector.js';
import { requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { linesByOccupation } from './occupation-lines.js';
import { ONET_FOLDER, plainOrPacked, TAB_SEPARATED } from './parse.js';

/** Files read, by what they hold. */
export const ACTIVITY_FILES = {
  tasks: 'Tasks to DWAs.txt',
  detailed: 'GWAs to IWAs to DWAs.txt',
  intermediate: 'GWAs to IWAs.txt',
} as const;

const TASK_COLUMNS = ['O*NET-SOC Code', 'Task ID', 'DWA Element ID'] as const;
const DETAILED_COLUMNS = ['IWA Element ID', 'DWA Element ID'] as const;
const INTERMEDIATE_COLUMNS = ['IWA Element ID', 'IWA Element Name'] as const;

export interface ActivityRecords {
  /** Tasks of occupations and the detailed activities they are linked to. */
  readonly tasks: readonly RawRecord<(typeof TASK_COLUMNS)[number]>[];
  /** Detailed activities and the intermediate ones they belong to. */
  readonly detailed: readonly RawRecord<(typeof DETAILED_COLUMNS)[number]>[];
  readonly intermediate: readonly RawRecord<(typeof INTERMEDIATE_COLUMNS)[number]>[];
}

export async function parseActivities(raw: RawReader): Promise<ActivityRecords> {
  const read = async <const C extends string>(file: string, columns: readonly C[]) =>
    raw.records(await plainOrPacked(raw, `${ONET_FOLDER}/${file}`), columns, TAB_SEPARATED);
  return {
    tasks: await read(ACTIVITY_FILES.tasks, TASK_COLUMNS),
    detailed: await read(ACTIVITY_FILES.detailed, DETAILED_COLUMNS),
    intermediate: await read(ACTIVITY_FILES.intermediate, INTERMEDIATE_COLUMNS),
  };
}

/**
 * A row an occupation and intermediate activity, with how many of the occupation's tasks are linked to it.
 *
 * @throws {SourceError} SOURCE_VALUE when a task names an activity that the reference tables do not have
 */
export function activityRows(records: ActivityRecords, published: PublishedOccupations): DraftRow<'activities'>[] {
  const labels = new Map(
    records.intermediate.map((record) => [
      requiredText(record['IWA Element ID'], 'IWA Element ID'),
      requiredText(record['IWA Element Name'], 'IWA Element Name').trim().replace(/\.$/, ''),
    ]),
  );
  const intermediateOf = new Map(
    records.detailed.map((record) => [record['DWA Element ID'], record['IWA Element ID']] as const),
  );
  const rows: DraftRow<'activities'>[] = [];
  for (const [soc, lines] of linesByOccupation(records.tasks, published)) {
    const tasks = new Map<string, Set<string>>();
    for (const line of lines) {
      const activity = intermediateOf.get(line['DWA Element ID']);
      const label = labels.get(activity ?? '');
      if (activity == null || label === undefined) throw unknownActivity(line['DWA Element ID']);
      const task = `${line['O*NET-SOC Code']} ${requiredText(line['Task ID'], 'Task ID')}`;
      tasks.set(activity, (tasks.get(activity) ?? new Set()).add(task));
    }
    for (const [activity, linked] of tasks) {
      rows.push({ soc, activity, label: labels.get(activity)!, tasks: linked.size });
    }
  }
  return rows;
}

function unknownActivity(id: string | null): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    `Column 'DWA Element ID' holds '${id}', which the tables of activities do not have.`,
    'Check that all tables are of one release.',
  );
}
