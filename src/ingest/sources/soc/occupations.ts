/** Detailed occupations with their groups and job zones. */
import type { DraftRow } from '../../connector.js';
import type { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { SocRecords } from './parse.js';

const GROUPS = ['Major', 'Minor', 'Broad', 'Detailed'] as const;

/** One row an occupation as OEWS publishes it; its groups are those that precede it in the publisher's order. */
export function occupationsOf(
  definitions: SocRecords['definitions'],
  zones: ReadonlyMap<string, number>,
  published: PublishedOccupations,
  excluded: Exclusions,
): DraftRow<'occupations'>[] {
  const rows = new Map<string, DraftRow<'occupations'>>();
  const headings = { Major: { code: '', title: '' }, Broad: { code: '', title: '' } };
  for (const record of definitions) {
    const group = requiredCode(record['SOC Group'], 'SOC Group', GROUPS);
    const heading = {
      code: requiredText(record['SOC Code'], 'SOC Code'),
      title: requiredText(record['SOC Title'], 'SOC Title'),
    };
    if (group === 'Major' || group === 'Broad') headings[group] = heading;
    if (group !== 'Detailed') {
      excluded.add('heading of a group of occupations');
      continue;
    }
    const soc = published.codeOf(heading.code);
    if (rows.has(soc)) {
      excluded.add('occupation published together with another');
      continue;
    }
    rows.set(soc, {
      soc,
      title: published.merged.find(({ code }) => code === soc)?.title ?? heading.title,
      major: headings.Major.code,
      majorTitle: headings.Major.title,
      broad: headings.Broad.code,
      broadTitle: headings.Broad.title,
      jobZone: zones.get(soc) ?? null,
    });
  }
  return [...rows.values()];
}

/** Job zone by published occupation: the occupation's own, else that of its first speciality. */
export function jobZones(records: SocRecords['jobZones'], published: PublishedOccupations): Map<string, number> {
  const zones = new Map<string, number>();
  const inOrder = records
    .map((record) => ({
      code: requiredText(record['O*NET-SOC Code'], 'O*NET-SOC Code'),
      zone: requiredNumber(record['Job Zone'], 'Job Zone'),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, zone } of inOrder) {
    const soc = published.codeOf(code);
    if (!zones.has(soc)) zones.set(soc, zone);
  }
  return zones;
}
