/** The list of advertised ranges behind the posted figure. */
import { type CellRange, type CellRanges, MOST_RANGES } from '../../analysis/cell-ranges.js';
import { formatCount, formatCounted, formatMoney, formatMonthShort } from '../../core/format.js';
import { LEVELS } from '../../core/level.js';
import { type ReportContext, withArticle } from '../context.js';
import { PAGE_RANGES, type Ranges, SCREEN_RANGES } from '../ranges.js';

const UNITS = ['year', 'month', 'week', 'day', 'hour'] as const;

/** As a part of its section; nothing where no public range is known. */
export function rangesList(context: ReportContext): { readonly ranges?: Ranges } {
  const { ranges } = context.answers;
  if (ranges === null) return {};
  const { total, stated } = ranges;
  return {
    ranges: {
      title: titleOf(ranges, MOST_RANGES),
      ...(total > PAGE_RANGES ? { titleOnPage: titleOf(ranges, PAGE_RANGES) } : {}),
      ...(total > SCREEN_RANGES ? { titleOnScreen: titleOf(ranges, SCREEN_RANGES) } : {}),
      statement: statementOf(context, ranges),
      total,
      stated,
      rows: ranges.rows.map(rowOf),
      ...(total > PAGE_RANGES
        ? { onPage: `The first ${formatCount(PAGE_RANGES)} of ${formatCounted(total, 'ranges')}. ${elsewhere(total)}` }
        : {}),
      ...(total > SCREEN_RANGES
        ? {
            onScreen: `The first ${formatCount(SCREEN_RANGES)} of ${formatCounted(total, 'ranges')}. ${elsewhere(total)}`,
          }
        : {}),
    },
  };
}

/** How many of how many are listed, where an output lists no more than `most`. */
function titleOf({ carried, total }: CellRanges, most: number): string {
  const some = total > most;
  if (!carried) {
    const found = `${formatCounted(total, 'advertised ranges')} found, too few for a posted figure`;
    return some ? `${formatCount(most)} of ${found}` : found;
  }
  const all = `${formatCount(total)} advertised ranges behind the posted figure`;
  return some ? `${formatCount(most)} of the ${all}, those nearest to the question` : `The ${all}`;
}

function elsewhere(total: number): string {
  return total > MOST_RANGES ? `The first ${formatCount(MOST_RANGES)}: --format json.` : 'All of them: --format json.';
}

function statementOf(context: ReportContext, { scope, carried, total, stated, contributing }: CellRanges): string {
  const repeats = stated > total ? ` (${formatCount(stated)} before repeats were removed)` : '';
  const found = `${formatCounted(total, 'distinct advertised ranges')}${repeats} for ${scope.name} in ${withArticle(scope.placeName)}`;
  const used = !carried
    ? ', too few for a figure of their own'
    : contributing < total
      ? `, ${formatCount(contributing)} of them in the posted figure, the others of sources with too few employers`
      : ', all in the posted figure';
  const title = `"${context.question.title}"`;
  return `${found}${used}. As the employers stated them: exactly ${title} first, then the role, level and place asked about, the newest first. Filed wages are never listed one by one.`;
}

function rowOf(range: CellRange): Ranges['rows'][number] {
  const { currency, unit, low, high, seenFrom, seenTo, level } = range;
  const known = UNITS.find((candidate) => candidate === unit) ?? 'year';
  return {
    title: range.title,
    employer: range.employer,
    pay: { low, high, currency, unit: known, label: payLabel({ ...range, unit: known }) },
    seen: { from: seenFrom, to: seenTo, label: seenLabel(seenFrom, seenTo) },
    place: range.region,
    level: level === null ? null : (LEVELS.find(({ id }) => id === level)?.name ?? level),
    source: range.source,
    repeats: range.repeats,
    match: range.match,
  };
}

/** `US$180,000 to US$220,000 a year`, `US$65.50 an hour`. */
function payLabel({ low, high, currency, unit }: CellRange): string {
  const money = (amount: number): string => formatMoney(amount, currency, Number.isInteger(amount) ? 1 : 0.01);
  const amounts = low === high ? money(low) : `${money(low)} to ${money(high)}`;
  return `${amounts} ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
}

function seenLabel(from: string, to: string): string {
  const [first, last] = [formatMonthShort(from), formatMonthShort(to)];
  return first === last ? last : `${first} to ${last}`;
}
