/** What employers state twice: pay in structured fields and in text. */

export interface StructuredPay {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly unit: string;
}

/** Boards on which errors were looked at while the engine was written, and boards on which none was. */
export type Part = 'development' | 'test';

export interface ShortCase {
  readonly form: 'tier' | 'posting' | 'salary alone';
  readonly part: Part;
  readonly text: string;
  readonly pay: StructuredPay;
}

export interface DescriptionCase {
  readonly part: Part;
  readonly text: string;
  readonly pay: readonly StructuredPay[];
}

interface Component {
  readonly compensationType: string;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly currencyCode: string;
  readonly interval: string;
}

interface Tier {
  readonly tierSummary?: unknown;
  readonly components: readonly Component[];
}

/** A posting as Ashby publishes it, as far as it is read here. */
export interface AshbyPosting {
  readonly _board: string;
  readonly id: string;
  readonly descriptionPlain?: string | null;
  readonly descriptionHtml?: string | null;
  readonly compensation?: {
    readonly compensationTiers?: readonly Tier[];
    readonly compensationTierSummary?: unknown;
    readonly scrapeableCompensationSalarySummary?: unknown;
    readonly summaryComponents?: readonly Component[];
  } | null;
}

const UNITS: Readonly<Record<string, string>> = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
};

/** A third of the boards is for testing. */
export function partOf(board: string): Part {
  let hash = 2_166_136_261;
  for (const character of board) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  return (hash >>> 0) % 3 === 0 ? 'test' : 'development';
}

/**
 * Summaries of pay beside the one structured salary they sum up: of each tier, of each posting, and of the salary
 * alone. The same text with the same salary counts once for each board; a summary of several salaries is left out.
 */
export function shortCases(postings: readonly AshbyPosting[]): ShortCase[] {
  const cases = new Map<string, ShortCase>();
  for (const { _board: board, compensation } of postings) {
    const put = (form: ShortCase['form'], text: unknown, parts: readonly Component[] | undefined): void => {
      const [pay, ...others] = salaries(parts);
      if (typeof text !== 'string' || pay === undefined || others.length > 0) return;
      cases.set(JSON.stringify([board, form, text, pay]), { form, part: partOf(board), text, pay });
    };
    for (const tier of compensation?.compensationTiers ?? []) put('tier', tier.tierSummary, tier.components);
    put('posting', compensation?.compensationTierSummary, compensation?.summaryComponents);
    put('salary alone', compensation?.scrapeableCompensationSalarySummary, compensation?.summaryComponents);
  }
  return [...cases.values()];
}

/**
 * Descriptions that state both ends of a structured salary of their posting next to one another, in any usual
 * spelling; found without the engine. Single amounts are left out: their digits alone prove nothing.
 */
export function descriptionCases(postings: readonly AshbyPosting[]): DescriptionCase[] {
  return postings.flatMap(({ _board: board, compensation, descriptionPlain }) => {
    const text = descriptionPlain ?? '';
    const parts = (compensation?.compensationTiers ?? []).flatMap((tier) => tier.components);
    const all = [...salaries(compensation?.summaryComponents), ...salaries(parts)];
    const stated = all.some((salary) => salary.low < salary.high && statesBoth(text, salary));
    return stated ? [{ part: partOf(board), text, pay: all }] : [];
  });
}

export interface UberDescription {
  readonly text: string;
  /** Pay of each standard sentence in it. */
  readonly stated: readonly StructuredPay[];
}

const UBER =
  /base (salary|hourly rate) (?:range|amount) for this role is (USD|CAD)\$([\d,.]*\d) per (?:year|hour)(?: - (?:USD|CAD)\$([\d,.]*\d) per (?:year|hour))?/g;

/** Uber's standard sentence on pay, read by one narrow pattern, with the description it stands in. */
export function uberCases(descriptions: readonly string[]): UberDescription[] {
  const amount = (digits: string): number => Number(digits.replaceAll(',', ''));
  return descriptions.map((text) => ({
    text,
    stated: [...text.matchAll(UBER)].map(([, per, currency = '', low = '', high = low]) => ({
      low: amount(low),
      high: amount(high),
      currency,
      unit: per === 'salary' ? 'year' : 'hour',
    })),
  }));
}

function salaries(components: readonly Component[] | undefined): StructuredPay[] {
  return (components ?? []).flatMap(({ compensationType, minValue, maxValue, currencyCode, interval }) =>
    compensationType === 'Salary' && minValue !== null && maxValue !== null
      ? [{ low: minValue, high: maxValue, currency: currencyCode, unit: UNITS[interval] ?? interval }]
      : [],
  );
}

function statesBoth(text: string, { low, high }: StructuredPay): boolean {
  const between = '[^0-9]{1,30}';
  return new RegExp(`(?<![0-9.,])(?:${spellings(low, true)})${between}(?:${spellings(high, false)})(?![0-9])`).test(
    text,
  );
}

/** @param first a first end may leave its thousands to the second: `150-190k` */
function spellings(value: number, first: boolean): string {
  const thousands = value / 1000;
  const grouped = value.toLocaleString('en-US').replace(/,/g, '[,. \u00a0\u202f]?');
  const short = String(thousands).replace('.', '[.,]');
  const forms = [`${grouped}(?:[.,]00?)?`, `${short}(?:\\.0+)?\\s?[kK]`];
  if (first && Number.isInteger(thousands)) forms.push(short);
  return forms.join('|');
}
