/** Cost of labour: what the same work is paid in a place relative to the country. */
import type { RelativePay } from '../../analysis/relative-pay.js';
import type { Evidence, Finding } from '../../core/finding.js';
import { formatPercent } from '../../core/format.js';
import { betweenWords, differenceOf, isDifferent, moreOrLess, quantityOf, workOf } from '../compared.js';
import { type ReportContext, withArticle } from '../context.js';
import { publishedCells } from '../published-cells.js';

/** Name of the place that a figure is of: the one asked about, or its state. */
export function localName(context: ReportContext, place: string): string {
  const { question } = context;
  if (place === question.place.id) return withArticle(question.place.name);
  const state = question.statePlaceName ?? place;
  return withArticle(state) === state ? `the state of ${state}` : withArticle(state);
}

/** What the work is paid in the place relative to the country. */
export function labourFinding(context: ReportContext, labour: RelativePay): Finding {
  const difference = differenceOf(labour.ratio, labour.interval);
  const place = localName(context, labour.place);
  const country = `${withArticle(context.question.countryName)} as a whole`;
  const sure = difference.interval === null ? '' : ` (90% sure: ${betweenWords(difference)})`;
  const compared = isDifferent(difference)
    ? `paid ${moreOrLess(difference.percent, difference)} in ${place} than in ${country}${sure}`
    : `paid about the same in ${place} as in ${country}${sure}`;
  const median =
    labour.medianRatio === null
      ? ''
      : `; by medians ${moreOrLess(differenceOf(labour.medianRatio, null).percent, { interval: null })}`;
  return {
    id: 'demand.costs.labour',
    status: labour.modelledError || labour.occupations.length > 1 ? 'modelled' : 'supported',
    statement: `Cost of labour: ${workOf(labour.occupations)} ${compared}, by official mean pay of May ${labour.year}${median}.`,
    quantity: quantityOf(difference),
    evidence: labourEvidence(labour, 'ratio of share-weighted means, same occupations and year, delta method'),
    caveats: labourCaveats(context, labour),
  };
}

/** The published cells of both sides. */
export function labourEvidence(labour: RelativePay, method: string): Evidence {
  return publishedCells({
    n: 2 * labour.occupations.length,
    sources: labour.sources,
    years: [labour.year, labour.year],
    place: labour.place,
    scope: scopeOf(labour),
    method,
  });
}

function scopeOf({ occupations, coverage }: RelativePay): string {
  return occupations.length === 1 && coverage > 0.995
    ? `${occupations[0]!.title}, all levels`
    : `occupation mix, ${formatPercent(100 * coverage)} of it, all levels`;
}

function labourCaveats(context: ReportContext, labour: RelativePay): string[] {
  const { question, answers } = context;
  const { metro } = answers.costs;
  const error =
    labour.interval === null
      ? 'No interval: the table of metropolitan areas states neither errors nor jobs from which one could be modelled. It fills small samples with figures of neighbouring areas, unmarked.'
      : labour.modelledError
        ? "The state's error is modelled from its number of jobs. The country's figure holds the state's own sample, and the interval allows for that."
        : "The country's figure holds the state's own sample, and the interval allows for that.";
  return [
    'Employees of whole occupations at all levels, not new offers.',
    error,
    ...(question.place.kind !== 'metro' || labour.place === question.place.id
      ? []
      : [
          metro === null || (metro.large && metro.borrowed === 0)
            ? `The market has no figures of ${question.place.name} for this work: this is the state's.`
            : !metro.large
              ? `The table of metropolitan areas fills small samples with figures of neighbouring areas and does not mark them. ${question.place.name} is too small to trust: this is the state's.`
              : `Figures of ${question.place.name} are shared with other areas for ${metro.borrowed} of ${question.occupations.length} occupations, hence of a wider area and not its own: this is the state's.`,
        ]),
  ];
}

/** Why the cost of labour cannot be said. */
export function missingLabour(context: ReportContext): Finding {
  return {
    id: 'demand.costs.labour',
    status: 'insufficient',
    statement: `What this work costs ${context.inPlace} relative to the nation cannot be said: the market has no official means for at least half of the occupations there.`,
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'ratio of share-weighted means'),
    caveats: [],
    missing: `Official means by occupation for ${context.placeName}.`,
  };
}
