/** The sentence of a finding as markup: its estimate stands out, and other findings it names are links. */
import { formatMoney, formatPercent } from '../../core/format.js';
import { remembered, rememberedOf } from '../../core/remembered.js';
import { type Report, SECTION_ORDER } from '../../report/model.js';
import { currencyOf, formatAmount } from '../format/quantity.js';
import { domId, html, type Markup } from './markup.js';

type Finding = Report['headline'];
type Quantity = NonNullable<Finding['quantity']>;

/** The id at which a finding stands on its page. */
export const findingId: (id: string) => string = remembered((id) => domId('finding', id));

/** Ids of findings as they are written in statements: `pay.filed`, `overview.official.15-2051`. */
const REFERENCE = /([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)/i;

export function statementMarkup(finding: Finding, report: Report): Markup {
  const { statement } = finding;
  if (!hasInnerDot(statement) || !REFERENCE.test(statement)) return emphasised(finding);
  const known = findingIds(report);
  const parts = statement.split(REFERENCE);
  if (!parts.some((part) => known.has(part))) return emphasised(finding);
  const target = (id: string) => (id === report.headline.id ? 'headline' : findingId(id));
  return html`${parts.map((part) => (known.has(part) ? html`<a href="#${target(part)}">${part}</a>` : part))}`;
}

/** Whether a dot stands inside a word, as it does in every reference. */
function hasInnerDot(text: string): boolean {
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next > SPACE) return true;
  }
  return false;
}

/** The sentence with its estimate, and the ends of its interval when they are wanted, in bold. */
export function emphasised({ statement, quantity }: Finding, withInterval = false): Markup {
  if (quantity === null) return html`${statement}`;
  const { value, upTo, interval } = quantity;
  const bounds = withInterval && interval !== null ? [interval.low, interval.high] : [];
  const parts: (string | Markup)[] = [];
  let from = 0;
  for (const amount of [value, upTo, ...bounds]) {
    const found = amount === undefined ? null : firstWritten(amount, quantity, statement, from);
    if (found === null) continue;
    parts.push(statement.slice(from, found.at), html`<b>${found.text}</b>`);
    from = found.at + found.text.length;
  }
  return from === 0 ? html`${statement}` : html`${parts}${statement.slice(from)}`;
}

/** Whether the sentence of a finding states its estimate and, where there is one, its whole interval. */
export function statesAmounts({ statement, quantity }: Finding): boolean {
  if (quantity === null) return false;
  const { value, interval } = quantity;
  const states = (amount: number) => firstWritten(amount, quantity, statement) !== null;
  return states(value) && (interval === null || (states(interval.low) && states(interval.high)));
}

interface Written {
  readonly text: string;
  readonly at: number;
}

/** The way an amount is written in a text, to whatever step it was rounded there; plain counts are not looked for. */
function firstWritten(
  amount: number,
  { unit, interval }: Pick<Quantity, 'unit' | 'interval'>,
  statement: string,
  from = 0,
): Written | null {
  const find = (text: string): Written | null => {
    const at = placeOf(text, statement, from);
    return at === -1 ? null : { text, at };
  };
  const currency = currencyOf(unit);
  if (currency !== null) {
    let found = find(formatAmount(amount, unit, interval));
    for (let index = 0; found === null && index < STEPS.length; index += 1) {
      found = find(formatMoney(amount, currency, STEPS[index]));
    }
    return found;
  }
  if (unit.startsWith('percentile') || unit.startsWith('jobs')) return find(formatAmount(amount, unit, interval));
  if (!unit.startsWith('percent')) return null;
  return find(formatAmount(amount, unit, interval)) ?? find(formatPercent(amount)) ?? find(formatPercent(amount, 1));
}

const STEPS = [1, 100, 500, 1000, 5000] as const;

/** Where an amount stands by itself, not as a part of a longer one; -1 when it does not. */
function placeOf(amount: string, text: string, from: number): number {
  for (let at = text.indexOf(amount, from); at !== -1; at = text.indexOf(amount, at + 1)) {
    if (isFreeBefore(text, at) && isFreeAfter(text, at + amount.length)) return at;
  }
  return -1;
}

const SPACE = 32;

function isFreeBefore(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === SPACE || !/[\p{L}\p{N}.,$£€-]/u.test(text[at - 1] as string);
}

function isFreeAfter(text: string, end: number): boolean {
  return text.charCodeAt(end) === SPACE || !/^(?:[\p{L}\p{N}%]|[.,]\d)/u.test(text.slice(end, end + 2));
}

/** The ids of all findings of a report. */
const findingIds = rememberedOf((report: Report): ReadonlySet<string> => {
  const ids = new Set([report.headline.id]);
  for (const id of SECTION_ORDER) for (const finding of report.sections[id].findings) ids.add(finding.id);
  return ids;
});
