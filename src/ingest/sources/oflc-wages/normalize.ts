/** Wages of areas to prevailing wages of metropolitan areas, with how many other areas share each figure. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { AreaWage } from './parse.js';

export interface WageYear {
  /** Year in which it begins. */
  readonly begins: number;
  /** CBSA codes of the metropolitan areas of the market. */
  readonly metros: ReadonlySet<string>;
}

/**
 * A cell whose figures are exactly another area's is borrowed: the publisher fills areas with too small a sample from
 * wider ones. All areas count, metropolitan or not.
 */
export function normalizeWages(wages: readonly AreaWage[], year: WageYear): Omit<SourceReading, 'newest'> {
  const areas = new Map<string, number>();
  for (const wage of wages) areas.set(figuresOf(wage), (areas.get(figuresOf(wage)) ?? 0) + 1);
  const excluded = new Exclusions();
  const prevailing: DraftRow<'prevailing'>[] = [];
  for (const wage of wages) {
    const reason = reasonToExclude(wage, year);
    if (reason !== null) excluded.add(reason);
    else prevailing.push(row(wage, year.begins, areas.get(figuresOf(wage))! - 1));
  }
  return { tables: { prevailing }, rowsIn: wages.length, rowsKept: prevailing.length, excluded: excluded.list() };
}

function figuresOf({ soc, level1, level4, mean }: AreaWage): string {
  return `${soc} ${level1} ${level4} ${mean}`;
}

function reasonToExclude({ area, level1, level4, mean }: AreaWage, { metros }: WageYear): string | null {
  if (!metros.has(area)) return 'outside metropolitan areas';
  return level1 === null && level4 === null && mean === null ? 'neither levels nor a mean' : null;
}

function row({ area, soc, level1, level4, mean }: AreaWage, year: number, sharing: number): DraftRow<'prevailing'> {
  return { place: `US-${area}`, soc, year, mean, level1, level4, sharing };
}
