/** What the market's own rows say of how advertised pay moved: beside the index that carries amounts, never in its place. */
import { cohortSources } from '../../analysis/cohort-sources.js';
import type { Finding } from '../../core/finding.js';
import { formatList, formatPercent } from '../../core/format.js';
import type { ReportContext } from '../context.js';

const Z90 = 1.6448536269514722;

/** For catalogued roles in the United States; nothing elsewhere, or in a market without such changes. */
export function ownIndexFindings(context: ReportContext): Finding[] {
  const { question, postedChanges = [], cohort } = context.answers;
  const told = postedChanges.filter(({ year }) => `${year}-12-31` <= question.asOf);
  const newest = told.at(-1);
  if (
    newest === undefined ||
    question.role.family === null ||
    question.place.country !== 'US' ||
    question.only !== null
  ) {
    return [];
  }
  const sources = cohortSources(cohort.rows, 'posted').unnaming;
  if (sources.length === 0) return [];
  const percent = (log: number): number => 100 * (Math.exp(log) - 1);
  const limitsOf = ({ change, sd }: typeof newest) => ({
    low: percent(change - Z90 * sd),
    high: percent(change + Z90 * sd),
  });
  const parts = told.map((entry) => {
    const { low, high } = limitsOf(entry);
    return `${formatPercent(percent(entry.change), 1)} in ${entry.year} (90%: ${formatPercent(low, 1)} to ${formatPercent(high, 1)})`;
  });
  return [
    {
      id: 'overview.ageing.own-index',
      status: 'supported',
      statement: `In the market’s own rows, over all technical roles, advertised pay changed at constant role, level, state and source by ${formatList(parts)}.`,
      quantity: null,
      evidence: {
        ...context.emptyEvidence(
          'technical roles in the United States',
          'adjacent-period time-dummy regression, jackknife over distinct ranges, design effect',
        ),
        n: newest.n,
        counts: 'advertised ranges of the newest year',
        sources,
        period: { from: `${told[0]!.year - 1}-01-01`, to: `${newest.year}-12-31` },
        place: 'US',
        basis: 'posted',
      },
      caveats: [
        'It carries no amount: these rows name no employers, so other employers entering the source look like a change of pay.',
      ],
    },
  ];
}
