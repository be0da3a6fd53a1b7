/** What is counted on each basis, in words. */
import type { Basis } from '../core/basis.js';
import { formatCount } from '../core/format.js';

/** What the observations of a basis are. */
export const COUNTED: Readonly<Record<Basis, string>> = {
  posted: 'advertised ranges',
  filed: 'filed wages',
  official: 'published cells',
  market: 'advertised ranges',
  paid: 'pay records',
};

/**
 * How many observations of a basis carry exactly one title: `6 advertised ranges carry exactly this title`. Wordings
 * of a single filing employer do not ship, so for filings an absence speaks of fewer than two employers.
 */
export function exactTitleClause(basis: Basis, count: number, title: string): string {
  const many = COUNTED[basis];
  const one = many.replace(/s$/, '');
  if (count === 0) {
    return basis === 'filed' ? `fewer than two employers filed exactly ${title}` : `no ${one} carries exactly ${title}`;
  }
  return `${count === 1 ? `1 ${one} carries` : `${formatCount(count)} ${many} carry`} exactly ${title}`;
}
