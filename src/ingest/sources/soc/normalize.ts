/** The classification's files to occupations, crosswalks and titles. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredText } from '../../fields.js';
import type { Readers } from '../../readers.js';
import { listedTitleRows } from '../../title-evidence.js';
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
  const titles = listedTitleRows(
    records.directMatches.map((record) => ({
      title: requiredText(record['2018 SOC Direct Match Title'], '2018 SOC Direct Match Title'),
      soc: published.codeOf(requiredText(record['2018 SOC Code'], '2018 SOC Code')),
    })),
    readers,
  );
  const soc = socCrosswalk(records.socCrosswalk, published, jobsByCode(official));
  const specialities = specialityCrosswalk(records.onetCrosswalk, published);

  excluded.add('title that reads the same as another of its occupation', records.directMatches.length - titles.length);
  excluded.add('old code that leads to the same occupation twice', records.socCrosswalk.length - soc.length);
  excluded.add(
    'old code that is no speciality, or leads to the same occupation twice',
    records.onetCrosswalk.length - specialities.length,
  );
  excluded.add('job zone, joined to its occupation', records.jobZones.length);
  const rowsIn = Object.values(records).reduce((sum, list) => sum + list.length, 0);
  return {
    tables: { occupations, titles, crosswalk: [...soc, ...specialities, ...publicationCrosswalk(published)] },
    rowsIn,
    rowsKept: rowsIn - excluded.total,
    excluded: excluded.list(),
  };
}
