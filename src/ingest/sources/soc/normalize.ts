/** The classification's files to occupations and crosswalks. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { Readers } from '../../readers.js';
import { jobsByCode, publicationCrosswalk, socCrosswalk, specialityCrosswalk } from './crosswalk.js';
import { jobZones, occupationsOf } from './occupations.js';
import type { SocRecords } from './parse.js';

export interface SocContext {
  readonly readers: Readers;
  /** Official rows, whose jobs weigh the successors of split codes. */
  readonly official: readonly DraftRow<'official'>[];
}

export function normalizeSoc(records: SocRecords, { readers, official }: SocContext): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const published = readers.published;
  const zones = jobZones(records.jobZones, published);
  const occupations = occupationsOf(records.definitions, zones, published, excluded);
  const soc = socCrosswalk(records.socCrosswalk, published, jobsByCode(official));
  const specialities = specialityCrosswalk(records.onetCrosswalk, published);

  excluded.add('old code that leads to the same occupation twice', records.socCrosswalk.length - soc.length);
  excluded.add(
    'old code that is no speciality, or leads to the same occupation twice',
    records.onetCrosswalk.length - specialities.length,
  );
  excluded.add('job zone, joined to its occupation', records.jobZones.length);
  const rowsIn = Object.values(records).reduce((sum, list) => sum + list.length, 0);
  return {
    tables: { occupations, crosswalk: [...soc, ...specialities, ...publicationCrosswalk(published)] },
    rowsIn,
    rowsKept: rowsIn - excluded.total,
    excluded: excluded.list(),
  };
}
