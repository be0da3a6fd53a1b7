/** What every section builder needs beside the answers: names, words and the wording of amounts. */
import type { Answers } from '../analysis/answers.js';
import type { Evidence, PercentileEstimate } from '../core/finding.js';
import { formatList, formatMoney, formatMoneyShort, roundingStep } from '../core/format.js';
import { OWN_SOURCE } from '../core/own-data.js';

/** A source as the manifest describes it. */
export interface SourceDescription {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly address: string;
  readonly vintage: string;
  readonly licence: string;
  readonly attribution: string | null;
}

export interface ReportInputs {
  readonly answers: Answers;
  readonly sources: readonly SourceDescription[];
  /** How title and place were understood. */
  readonly notes: readonly string[];
  /** Said at an answer that rests on the occupations when none of them is sure. */
  readonly doubt?: string | null;
}

export class ReportContext {
  readonly answers: Answers;
  private readonly names: ReadonlyMap<string, string>;

  constructor(inputs: ReportInputs) {
    this.answers = inputs.answers;
    this.names = new Map(inputs.sources.map((source) => [source.id, source.name]));
  }

  get question() {
    return this.answers.question;
  }

  get currency(): string {
    return this.question.place.currency;
  }

  /** The place whose rows answer: a metropolitan area is answered by its principal state. */
  get answeringPlace(): { readonly id: string; readonly name: string } {
    const { place, statePlaceId, statePlaceName, countryName } = this.question;
    if (place.kind !== 'metro') return place;
    return statePlaceId === null
      ? { id: place.country, name: countryName }
      : { id: statePlaceId, name: statePlaceName ?? statePlaceId };
  }

  /** `in the United States`, `in California`. */
  get inPlace(): string {
    return `in ${this.placeName}`;
  }

  get placeName(): string {
    return withArticle(this.question.place.name);
  }

  /** A source's name as it stands inside a sentence. */
  sourceName(id: string): string {
    return id === OWN_SOURCE.id ? 'your own data' : (this.names.get(id) ?? id);
  }

  /** `The market holds`, and in a report from own data alone `Your own data hold`. */
  get holds(): string {
    return this.question.only === 'mine' ? 'Your own data hold' : 'The market holds';
  }

  /** What is missing, with what would show it where public sources were left out. */
  missing(what: string): string {
    return this.question.only === 'mine'
      ? `${what} Public sources are left out here: ask without --only mine to see them.`
      : what;
  }

  sourceNames(ids: readonly string[]): string {
    return formatList(ids.map((id) => this.sourceName(id)));
  }

  money(amount: number, interval: { low: number; high: number } | null = null): string {
    return formatMoney(amount, this.currency, roundingStep(interval));
  }

  moneyExact(amount: number): string {
    return formatMoney(amount, this.currency);
  }

  /** For charts and lists: an amount with an interval is rounded as `money` rounds it. */
  moneyShort(amount: number, interval: { low: number; high: number } | null = null): string {
    return formatMoneyShort(amount, this.currency, interval === null ? undefined : roundingStep(interval));
  }

  /** A percentile as every sentence and chart writes it: to the step that its own interval allows. */
  percentileShort(estimate: PercentileEstimate): string {
    return this.moneyShort(estimate.value, intervalOf(estimate));
  }

  /** A published amount, to the hundred as in its sentence. */
  publishedShort(amount: number): string {
    return formatMoneyShort(amount, this.currency, PUBLISHED_STEP);
  }

  /** Evidence about nothing found: the base of every `insufficient` finding. */
  emptyEvidence(scope: string, method: string): Evidence {
    return {
      n: 0,
      employers: null,
      sources: [],
      period: null,
      place: this.question.place.id,
      scope,
      basis: null,
      method,
    };
  }
}

const PUBLISHED_STEP = 100;

/** The interval of a percentile, null where one end is not known. */
export function intervalOf({ low, high }: PercentileEstimate): { low: number; high: number } | null {
  return low === null || high === null ? null : { low, high };
}

const WITH_ARTICLE = new Set([
  'United States',
  'United Kingdom',
  'Netherlands',
  'Philippines',
  'United Arab Emirates',
  'Czech Republic',
  'Dominican Republic',
  'District of Columbia',
  'Bahamas',
  'Maldives',
  'Gambia',
]);

/** `the United States`, `California`. */
export function withArticle(place: string): string {
  return WITH_ARTICLE.has(place) ? `the ${place}` : place;
}

/** A sentence's first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
