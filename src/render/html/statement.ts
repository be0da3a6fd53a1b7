/** The sentence of a finding as markup: its estimate stands out, and other findings it names are links. */
import { formatMoney, formatPercent } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import { formatEstimate } from '../format/quantity.js';
import { domId, html, type Markup } from './markup.js';

type Finding = Report['headline'];
type Quantity = NonNullable<Finding['quantity']>;

/** The id at which a finding stands on its page. */
export function findingId(id: string): string {
  return domId('finding', id);
}

/** Ids of findings as they are written in statements: `pay.filed`, `overview.official.15-2051`. */
const REFERENCE = /([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)/i;

export function statementMarkup(finding: Finding, report: Report): Markup {
  const known = referenceTargets(report);
  const { statement } = finding;
  if (!statement.includes('.') || ![...known.keys()].some((id) => statement.includes(id))) return emphasised(finding);
  return html`${statement.split(REFERENCE).map((part) => {
    const target = known.get(part);
    return target === undefined ? part : html`<a href="#${target}">${part}</a>`;
  })}`;
}

/** The sentence with its estimate, and the ends of its interval when they are wanted, in bold. */
export function emphasised({ statement, quantity }: Finding, withInterval = false): Markup {
  if (quantity === null) return html`${statement}`;
  const { value, upTo, interval } = quantity;
  const bounds = withInterval && interval !== null ? [interval.low, interval.high] : [];
  const parts: (string | Markup)[] = [];
  let rest = statement;
  for (const amount of [value, upTo, ...bounds]) {
    const found = amount === undefined ? null : firstWritten({ ...quantity, value: amount }, rest);
    if (found === null) continue;
    parts.push(rest.slice(0, found.at), html`<b>${found.text}</b>`);
    rest = rest.slice(found.at + found.text.length);
  }
  return html`${parts}${rest}`;
}

/** Whether the sentence of a finding states its estimate and, where there is one, its whole interval. */
export function statesAmounts({ statement, quantity }: Finding): boolean {
  if (quantity === null) return false;
  const { value, interval } = quantity;
  const amounts = interval === null ? [value] : [value, interval.low, interval.high];
  return amounts.every((amount) => firstWritten({ ...quantity, value: amount }, statement) !== null);
}

/** The way an amount is written in a text, to whatever step it was rounded there. */
function firstWritten(quantity: Quantity, text: string): { text: string; at: number } | null {
  for (const written of writtenForms(quantity)) {
    const at = placeOf(written, text);
    if (at !== -1) return { text: written, at };
  }
  return null;
}

const STEPS = [1, 100, 500, 1000, 5000] as const;

/** Amounts that are the point of a sentence; plain counts are not. */
function writtenForms(quantity: Quantity): string[] {
  const { unit, value } = quantity;
  const currency = /^([A-Z]{3})\//.exec(unit)?.[1];
  if (currency !== undefined) {
    return [formatEstimate(quantity), ...STEPS.map((step) => formatMoney(value, currency, step))];
  }
  if (unit.startsWith('percentile') || unit.startsWith('jobs')) return [formatEstimate(quantity)];
  if (unit.startsWith('percent')) return [formatEstimate(quantity), formatPercent(value), formatPercent(value, 1)];
  return [];
}

/** Where an amount stands by itself, not as a part of a longer one; -1 when it does not. */
function placeOf(amount: string, text: string): number {
  for (let at = text.indexOf(amount); at !== -1; at = text.indexOf(amount, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + amount.length, at + amount.length + 2);
    if (!/[\p{L}\p{N}.,$£€-]/u.test(before) && !/^(?:[\p{L}\p{N}%]|[.,]\d)/u.test(after)) return at;
  }
  return -1;
}

const targetsOf = new WeakMap<Report, ReadonlyMap<string, string>>();

/** Where each finding of a report stands, by its id. */
function referenceTargets(report: Report): ReadonlyMap<string, string> {
  let targets = targetsOf.get(report);
  if (targets === undefined) {
    const ids = Object.values(report.sections).flatMap(({ findings }) => findings.map(({ id }) => id));
    targets = new Map([...ids.map((id) => [id, findingId(id)] as const), [report.headline.id, 'headline']]);
    targetsOf.set(report, targets);
  }
  return targets;
}
