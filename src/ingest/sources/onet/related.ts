/** Occupations that the publisher lists as related. */
import type { DraftRow } from '../../connector.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { linesByOccupation } from './occupation-lines.js';
import { ONET_FOLDER, plainOrPacked, TAB_SEPARATED } from './parse.js';

export const RELATED_FILE = 'Related Occupations.txt';

const RELATED_COLUMNS = ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'] as const;
const TIERS = ['Primary-Short', 'Primary-Long', 'Supplemental'] as const;

export type RelatedRecord = RawRecord<(typeof RELATED_COLUMNS)[number]>;

export async function parseRelated(raw: RawReader): Promise<RelatedRecord[]> {
  return raw.records(await plainOrPacked(raw, `${ONET_FOLDER}/${RELATED_FILE}`), RELATED_COLUMNS, TAB_SEPARATED);
}

/**
 * A row an occupation and related one, under the best rank of their lines; an occupation is not related to itself, as
 * its specialities are.
 */
export function relatedRows(
  records: readonly RelatedRecord[],
  published: PublishedOccupations,
): DraftRow<'relatedOccupations'>[] {
  const rows: DraftRow<'relatedOccupations'>[] = [];
  for (const [soc, lines] of linesByOccupation(records, published)) {
    const best = new Map<string, DraftRow<'relatedOccupations'>>();
    for (const line of lines) {
      const related = published.codeOf(requiredText(line['Related O*NET-SOC Code'], 'Related O*NET-SOC Code'));
      const rank = requiredNumber(line.Index, 'Index');
      const tier = requiredCode(line['Relatedness Tier'], 'Relatedness Tier', TIERS);
      const known = best.get(related);
      if (related !== soc && (known === undefined || rank < known.rank))
        best.set(related, { soc, related, tier, rank });
    }
    rows.push(...best.values());
  }
  return rows;
}
