/** Official earnings of other countries, class by class, as their publishers give them. */
import type { ClassEarnings, EarningsAbroad, EarningsRow } from '../../analysis/earnings-abroad.js';
import { inAYear } from '../../analysis/official-abroad-pay.js';
import type { Finding, Quantity } from '../../core/finding.js';
import { formatCounted, formatMoney, formatPercent } from '../../core/format.js';
import { type ReportContext, withArticle } from '../context.js';

const CENTS = 0.01;
/** Publishers call a coefficient of variation above this unreliable. */
const UNRELIABLE_RSE_PERCENT = 20;
const TOO_COARSE_DIGITS = 2;

const MATCHES: Readonly<Record<ClassEarnings['match'], string>> = {
  title: 'Its publisher lists this very title under the class.',
  'published crosswalk': 'The class is that of the leading occupation by a published crosswalk.',
  'reviewed by hand': 'The class is our own match to the leading occupation, reviewed by hand.',
};

/** One finding a class; one that says what is missing where no class fits. */
export function officialAbroadFindings(context: ReportContext, abroad: EarningsAbroad): Finding[] {
  const { classes } = abroad;
  if (classes.length === 0) return [noClass(context, abroad)];
  return classes.map((entry, index) => classFinding(context, entry, index === 0 ? 'overview.official' : null));
}

function classFinding(context: ReportContext, { row, match, matchSource }: ClassEarnings, id: string | null): Finding {
  const amount = (value: number): string => amountOf(row, value);
  const middle = row.p50 === null ? `mean of ${amount(row.mean!)}` : `median of ${amount(row.p50)}`;
  const spread = (['p10', 'p25', 'p75', 'p90'] as const)
    .flatMap((key) => (row[key] === null ? [] : [`${key.toUpperCase()} ${amount(row[key])}`]))
    .join(', ');
  const error = row.medianRsePercent;
  return {
    id: id ?? `overview.official.${row.code}`,
    status: 'supported',
    statement: `Official earnings, ${row.year}, ${withArticle(context.question.countryName)}: class ${row.code} of ${row.taxonomy}, "${row.label}", has a ${middle} ${period(row)}, all levels${spread === '' ? '' : ` (${spread})`}.`,
    quantity: quantityOf(row),
    evidence: {
      ...context.emptyEvidence(`${row.label}, all levels`, 'as published, in the publisher’s unit'),
      n: 1,
      counts: 'published cells',
      sources: [...new Set([row.source, matchSource])],
      period: { from: String(row.year), to: String(row.year) },
      place: context.question.place.country,
      basis: 'official',
    },
    caveats: [
      `${capitalised(row.population)}.`,
      ...yearWords(row),
      MATCHES[match],
      ...(row.code.length <= TOO_COARSE_DIGITS ? ['A class of two digits holds many kinds of work.'] : []),
      ...(error === null
        ? ['Its publisher states no error of it here, so there is no interval, and it is no headline.']
        : []),
      ...(error === null || error <= UNRELIABLE_RSE_PERCENT / 2
        ? []
        : [`The publisher’s coefficient of variation of this median is ${formatPercent(error, 1)}.`]),
    ],
  };
}

function amountOf({ currency, unit }: EarningsRow, value: number): string {
  return formatMoney(value, currency, unit === 'hour' ? CENTS : 1);
}

/** Our own arithmetic, said as such. */
function yearWords(row: EarningsRow): string[] {
  const { value, perYear } = inAYear(row.p50 ?? row.mean!, row);
  if (perYear === 1) return [];
  return [
    `Published by the ${row.unit}. Times ${formatCounted(perYear, `${row.unit}s`)} it is ${formatMoney(value, row.currency)} a year of full-time work: our arithmetic, not the publisher’s.`,
  ];
}

/** A published middle with its class, for a sentence: `€6,000 a month in 2025 for class 43414 of KldB 2010, "..."`. */
export function publishedMiddle({ row }: ClassEarnings): string {
  return `${amountOf(row, row.p50 ?? row.mean!)} ${period(row)} in ${row.year} for class ${row.code} of ${row.taxonomy}, "${row.label}"`;
}

function period({ unit }: EarningsRow): string {
  return unit === 'hour' ? 'an hour' : `a ${unit}`;
}

function quantityOf(row: EarningsRow): Quantity {
  const middle = row.p50 ?? row.mean!;
  const half = row.p50 === null || row.medianRsePercent === null ? null : (1.645 * row.medianRsePercent * middle) / 100;
  const exact = (value: number) => Number(value.toFixed(2));
  return {
    value: exact(middle),
    unit: `${row.currency}/${row.unit}`,
    interval:
      half === null || half === 0 ? null : { level: 0.9, low: exact(middle - half), high: exact(middle + half) },
  };
}

function noClass(context: ReportContext, { published }: EarningsAbroad): Finding {
  const [finest] = published;
  const country = withArticle(context.question.countryName);
  const coarse = finest !== undefined && finest.digits <= TOO_COARSE_DIGITS;
  const statement = coarse
    ? `Official earnings of ${country} are here by ${finest.taxonomy} to ${finest.digits === 1 ? 'one digit' : `${finest.digits} digits`} only: too coarse for one role.`
    : `Official earnings of ${country} are here by ${finest?.taxonomy ?? 'occupation'}, but none of its classes with a figure is matched to this work.`;
  return {
    id: 'overview.official',
    status: 'insufficient',
    statement,
    quantity: null,
    evidence: {
      ...context.emptyEvidence('official classes of the work', 'lookup of the official tables'),
      sources: finest === undefined ? [] : [finest.source],
    },
    caveats: [],
    missing: context.missing(
      coarse
        ? `Official earnings by detailed occupation for ${country}.`
        : `A reviewed match of this work to a class of ${finest?.taxonomy ?? 'the classification'}.`,
    ),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
