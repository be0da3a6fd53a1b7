/** Minor groups of the classification, which stand between the major and the broad ones. */
import { requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { SocRecords } from '../soc/parse.js';

/**
 * Code of the minor group of every published occupation: the heading that precedes it in the publisher's order.
 * Minor groups do not all end in three zeros (`15-1200`, `31-1100`, `51-5100`).
 */
export function minorGroups(
  definitions: SocRecords['definitions'],
  published: PublishedOccupations,
): ReadonlyMap<string, string> {
  const minorOf = new Map<string, string>();
  let minor = '';
  for (const record of definitions) {
    const code = requiredText(record['SOC Code'], 'SOC Code');
    if (record['SOC Group'] === 'Minor') minor = code;
    else if (record['SOC Group'] === 'Detailed') minorOf.set(published.codeOf(code), minor);
  }
  return minorOf;
}
