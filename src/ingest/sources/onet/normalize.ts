/** O*NET records to titles and software. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredText } from '../../fields.js';
import type { Readers } from '../../readers.js';
import { type ListedTitle, listedTitleRows } from '../../title-evidence.js';
import type { OnetRecords } from './parse.js';
import { softwareRows } from './software.js';

export function normalizeOnet(records: OnetRecords, readers: Readers): Omit<SourceReading, 'newest'> {
  const { published } = readers;
  const listing = (code: string | null, title: string | null): ListedTitle => ({
    soc: published.codeOf(requiredText(code, 'O*NET-SOC Code')),
    title: requiredText(title, 'job title'),
  });
  const listings = [
    ...records.jobTitles.map((record) => listing(record['O*NET-SOC Code'], record['Job Title'])),
    ...records.reportedTitles.map((record) => listing(record['O*NET-SOC Code'], record['Reported Job Title'])),
  ];
  const titles = listedTitleRows(listings, readers);
  const software = softwareRows(records.software, published);

  const excluded = new Exclusions();
  excluded.add('title that reads the same as another of its occupation', listings.length - titles.length);
  excluded.add(
    "software of a speciality beside its occupation's own list, or listed twice",
    records.software.length - software.length,
  );
  const rowsIn = listings.length + records.software.length;
  return { tables: { titles, software }, rowsIn, rowsKept: titles.length + software.length, excluded: excluded.list() };
}
