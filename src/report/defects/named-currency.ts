/** Defect: a currency left unnamed. */
import { findingsOf, nameOf, type Page, textsOf } from './page.js';

/** A dollar sign that does not say whose, and amounts in thousands or millions without any sign. */
const BARE_DOLLAR = /(?<![A-Z])\$ ?\d/;
const SIGN = /(?:[A-Z]{1,2}\$|[£€₹¥]|JP¥|\b[A-Z]{3} )$/;
const AMOUNT = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?=[kM]\b)/g;

const THINGS =
  'n|jobs?|ranges?|wages?|openings|occupations?|conversations|employers?|months|rows?|cells|offers|observations?|firms|tools|hours|before repeats';
/** The number counts what follows it, at most three words later: `2,975 distinct filed wages`. */
const COUNTS = new RegExp(`^\\s(?:(?!a year)[\\w-]+ ){0,3}?(?:${THINGS})\\b`, 'i');
/** The sentence so far is about counts: `1,687,890 jobs in May (between 1,671,230 and`. */
const ABOUT_COUNTS = new RegExp(`\\b(?:${THINGS}|left out)\\b`, 'i');
const ABOUT_PAY = /\b(?:pay|paid|middle|median|a year|ask|aim|earn|offered|P[1-9]0)\b/i;

/** Amounts in a text that carry no currency. */
export function namelessAmounts(text: string): string[] {
  const bare = BARE_DOLLAR.exec(text);
  const found = bare === null ? [] : [bare[0]];
  for (const match of text.matchAll(AMOUNT)) {
    const before = text.slice(0, match.index);
    if (SIGN.test(before)) continue;
    const after = text.slice(match.index + match[0].length);
    const sentence = (before.split(/[.?!|] /).at(-1) ?? '').slice(-220);
    const isShort = /^[kM]\b/.test(after);
    const counts =
      COUNTS.test(after) || /\bn $/.test(before) || (ABOUT_COUNTS.test(sentence) && !ABOUT_PAY.test(sentence));
    if (isShort || !counts) found.push(isShort ? `${match[0]}${after[0]}` : match[0]);
  }
  return found;
}

/** Units a quantity may have; an amount of money names its currency. */
const UNIT =
  /^(?:[A-Z]{3}\/(?:year|month|week|hour)|percent(?:\/year)?|percentile(?: points)?|jobs(?:\/year)?|ratio|count|index|job zone)$/;
/** Official earnings of other countries stay in the unit of their publisher. */
const OWN_PERIOD = /^overview\.official/;

/** Amounts of a page without their currency: in its texts, and quantities and axes whose unit names none. */
export function unnamedCurrencies(page: Page): string[] {
  const { sections, headline } = page.report;
  const texts = textsOf({ headline, sections }).flatMap(({ path, text }) =>
    namelessAmounts(text).map((amount) => `${nameOf(page)}: ${path} says "${amount}" in "${text}"`),
  );
  const units = findingsOf(page.report).flatMap(({ id, quantity }) => {
    if (quantity === null) return [];
    const isPay = quantity.percentiles !== undefined || /^(?:headline|overview\.(?:posted|filed|official))$/.test(id);
    return UNIT.test(quantity.unit) &&
      (!isPay || quantity.unit.endsWith('/year') || OWN_PERIOD.test(id)) &&
      (!isPay || /^[A-Z]{3}/.test(quantity.unit))
      ? []
      : [`${nameOf(page)}: ${id} has the unit "${quantity.unit}"`];
  });
  const figures = Object.values(sections).flatMap((section) =>
    section.figures.flatMap((figure) => {
      if (figure.kind === 'empty' || figure.kind === 'dots') return [];
      if (figure.kind === 'forest' && figure.axis.unit === 'percent') return [];
      if (figure.kind === 'relative-pay' && figure.axis.unit === 'nation = 100') return [];
      const unit = figure.kind === 'tiles' ? /\b[A-Z]{3} a year\b/.exec(figure.subtitle)?.[0] : figure.axis.unit;
      return unit !== undefined && /^[A-Z]{3}(?:\/| a )year$/.test(unit)
        ? []
        : [`${nameOf(page)}: the axis of ${figure.id} has the unit "${unit}"`];
    }),
  );
  return [...texts, ...units, ...figures];
}
