/** O*NET records to software, activities and related occupations. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { type ActivityRecords, activityRows } from './activities.js';
import type { OnetRecords } from './parse.js';
import { type RelatedRecord, relatedRows } from './related.js';
import { type SoftwareContext, softwareRows } from './software.js';

export interface OccupationRecords extends OnetRecords {
  readonly activities: ActivityRecords;
  readonly related: readonly RelatedRecord[];
}

/** Counts lines of software, links of tasks to activities and pairs of occupations; reference tables are not counted. */
export function normalizeOnet(records: OccupationRecords, context: SoftwareContext): Omit<SourceReading, 'newest'> {
  const software = softwareRows(records.software, context);
  const activities = activityRows(records.activities, context.published);
  const relatedOccupations = relatedRows(records.related, context.published);
  const excluded = new Exclusions();
  excluded.add(
    "software of a speciality beside its occupation's own list, or listed twice or under two names",
    records.software.length - software.length,
  );
  excluded.add(
    "link of a task to an activity: of a speciality beside its occupation's own, or counted on the row of its activity",
    records.activities.tasks.length - activities.length,
  );
  excluded.add(
    "related occupation of a speciality beside its occupation's own list, or listed twice",
    records.related.length - relatedOccupations.length,
  );
  const kept = software.length + activities.length + relatedOccupations.length;
  return {
    tables: { software, activities, relatedOccupations },
    rowsIn: kept + excluded.total,
    rowsKept: kept,
    excluded: excluded.list(),
  };
}
