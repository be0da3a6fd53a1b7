/** Software named for occupations, with the publisher's flags. */
import type { DraftRow } from '../../connector.js';
import { requiredCode, requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { OnetRecords } from './parse.js';

export interface SoftwareContext {
  readonly published: PublishedOccupations;
  /** Names as the publisher writes them, to the names in common use (`Structured query language SQL` to `SQL`). */
  readonly commonNames: ReadonlyMap<string, string>;
}

/**
 * Software by published occupation. An occupation's own list (code `.00`) is used alone where there is one, so
 * that a speciality's tools do not pass for the occupation's; else the lists of its specialities are joined.
 */
export function softwareRows(
  records: OnetRecords['software'],
  { published, commonNames }: SoftwareContext,
): DraftRow<'software'>[] {
  const own = new Set(records.map(codeOf).filter((code) => code.endsWith('.00')));
  const rows = new Map<string, DraftRow<'software'>>();
  for (const record of records) {
    const code = codeOf(record);
    if (!code.endsWith('.00') && own.has(`${code.slice(0, 7)}.00`)) continue;
    const name = requiredText(record['Workplace Example'], 'Workplace Example');
    const row = {
      soc: published.codeOf(code),
      name: commonNames.get(name) ?? name,
      category: requiredText(record['Element Name'], 'Element Name'),
      hot: flag(record['Hot Technology'], 'Hot Technology'),
      inDemand: flag(record['In Demand'], 'In Demand'),
    };
    const key = [row.soc, row.name, row.category].join('\u001f');
    const known = rows.get(key);
    rows.set(key, { ...row, hot: row.hot || known?.hot === true, inDemand: row.inDemand || known?.inDemand === true });
  }
  return [...rows.values()];
}

function codeOf(record: OnetRecords['software'][number]): string {
  return requiredText(record['O*NET-SOC Code'], 'O*NET-SOC Code');
}

function flag(value: string | null, column: string): boolean {
  return requiredCode(value, column, ['Y', 'N']) === 'Y';
}
