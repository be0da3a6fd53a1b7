/** How a report says that a figure rests on the user's own data. */
import type { Finding } from '../core/finding.js';
import { hasOwnSource, OWN_SOURCE } from '../core/own-data.js';
import type { ReportContext } from './context.js';

/** Said wherever a report rests on rows that are nobody else's business. */
export const DO_NOT_PUBLISH = 'This report uses private data: do not publish it.';

/** Said of figures whose sampling units are people. */
export const THESE_RECORDS = 'It describes these records, not a market.';

const SAID = /\byour own (?:data|records)\b/i;

/** A finding that cites own data says so in its statement; any other is returned as it is. */
export function markOwnData(finding: Finding, context: ReportContext): Finding {
  const { sources } = finding.evidence;
  if (!hasOwnSource(sources) || SAID.test(finding.statement)) return finding;
  const others = sources.filter((id) => id !== OWN_SOURCE.id && id !== context.answers.ageing.source);
  const words = others.length === 0 ? 'It rests on your own data alone.' : 'It rests in part on your own data.';
  return { ...finding, statement: `${finding.statement} ${words}` };
}

/** What the reader must know first about a report with own data, before how the question was read. */
export function ownDataNotes({ question }: ReportContext, isUsed: boolean): string[] {
  return [
    ...(question.only === 'mine'
      ? [
          'This report uses your own data only: no public source speaks about pay or demand in it. Lists of occupations and their tools, AI exposure, prices, wage indexes and exchange rates stay public.',
        ]
      : []),
    ...(isUsed ? [DO_NOT_PUBLISH] : []),
  ];
}

export const OWN_DATA_STEPS: readonly string[] = [
  'Your own data are one more source on the basis they state, pooled by the same rules as every other; an employer that a public source names too counts once.',
  'Pay of persons (basis paid) describes the records you imported and stands apart from offers; where they are of one employer, or name none, each person is a sampling unit.',
  DO_NOT_PUBLISH,
];
