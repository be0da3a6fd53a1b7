/** The summaries of several files as one. */
import { dirname } from 'node:path';
import type { ImportedFile, ImportSummaryModel } from '../report/import-summary.js';

/**
 * Sums of what was imported. Where several files set rows aside, the folder of all of them stands for them.
 *
 * @param listed whether each file is listed too
 */
export function joinSummaries(files: readonly ImportedFile[], listed: boolean): ImportSummaryModel {
  const sum = (part: 'rows' | 'imported' | 'repeated' | 'quarantined') =>
    files.reduce((total, { summary }) => total + (summary?.[part] ?? 0), 0);
  const counts = new Map<string, number>();
  for (const { reason, count } of files.flatMap(({ reasons }) => reasons)) {
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
  reasons.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  const quarantines = files.flatMap(({ quarantine }) => quarantine ?? []);
  return {
    schema: 'goingrate.import/1',
    summary: {
      rows: sum('rows'),
      imported: sum('imported'),
      repeated: sum('repeated'),
      quarantined: sum('quarantined'),
    },
    reasons,
    quarantine: quarantines.length > 1 ? dirname(quarantines[0]!) : (quarantines[0] ?? null),
    ...(listed ? { files: [...files] } : {}),
  };
}
