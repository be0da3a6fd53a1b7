/** The check of an offer: worked out here, from what the page already holds. Nothing is sent, kept or put into the address. */
import { currencySign, formatMoney, roundingStep } from '../../src/core/format.js';
import { offerQuestion, offerWords, unplacedOffer } from '../../src/report/offer-words.js';
import { offerPosition } from '../../src/stats/offer-position.js';
import { type OfferFault, readOfferAmount } from '../../src/text/pay/offer-amount.js';
import { element, within } from './element.js';
import { type PageData, readPageData } from './page-data.js';

/** Takes over `data-island="offer"`. */
export function startOffer(root: HTMLElement): void {
  const data = readPageData();
  const field = within(root, 'input', HTMLInputElement);
  const button = within(root, 'button', HTMLButtonElement);
  const result = within(root, '[role="status"]', HTMLElement);
  if (data === null || data.headline.quantity === null || field === null || button === null || result === null) return;
  const check = (): void => {
    const lines = offerLines(field.value, data);
    field.setAttribute('aria-invalid', String(lines.length === 1 && lines[0]?.kind === 'error'));
    result.replaceChildren(
      ...lines.map(({ kind, text }) => element('p', { class: kind === 'error' ? 'fault' : `offer-${kind}` }, text)),
    );
  };
  button.addEventListener('click', check);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') check();
  });
  // A browser that brings a page back brings its fields back too.
  field.value = '';
  root.hidden = false;
}

interface OfferLine {
  readonly kind: 'statement' | 'middle' | 'note' | 'error';
  readonly text: string;
}

/** What is said of an offer as typed. */
export function offerLines(text: string, { question, headline }: PageData): OfferLine[] {
  const currency = /^([A-Z]{3})\/year$/.exec(headline.quantity?.unit ?? '')?.[1] ?? question.currency;
  const read = readOfferAmount(text, currency);
  if ('fault' in read) return [{ kind: 'error', text: faultText(read.fault, text, currency) }];
  const { quantity, evidence } = headline;
  const amount = formatMoney(read.annual, currency);
  const lines: OfferLine[] = [];
  if (read.unit !== 'year') {
    const stated = formatMoney(read.amount, currency, Number.isInteger(read.amount) ? 1 : 0.01);
    const article = read.unit === 'hour' ? 'an' : 'a';
    lines.push({
      kind: 'note',
      text: `${stated} ${article} ${read.unit} is taken as ${amount} a year: full time, 52 weeks of 40 hours.`,
    });
  }
  const percentiles = quantity?.percentiles ?? {};
  const known = Object.fromEntries(Object.entries(percentiles).filter(([, entry]) => entry != null));
  const asked = offerQuestion(known, read.annual, { amount, sign: currencySign(currency).trim() });
  if (Object.keys(known).length < 2) {
    lines.push({ kind: 'statement', text: unplacedOffer(amount) });
  } else if (asked !== null) {
    lines.push({ kind: 'statement', text: asked });
  } else {
    const words = offerWords(offerPosition(known, read.annual), { amount, basis: evidence.basis });
    lines.push({ kind: 'statement', text: words.position }, { kind: 'note', text: words.compaRatio });
  }
  if (quantity !== null) lines.push({ kind: 'middle', text: middleText(quantity, currency) });
  return lines;
}

function middleText({ value, interval }: NonNullable<PageData['headline']['quantity']>, currency: string): string {
  const money = (amount: number): string => formatMoney(amount, currency, roundingStep(interval));
  const sure =
    interval === null
      ? ''
      : `; we are ${Math.round(100 * interval.level)}% sure it lies between ${money(interval.low)} and ${money(interval.high)}`;
  return `The middle is about ${money(value)} a year${sure}.`;
}

function faultText(fault: OfferFault, text: string, currency: string): string {
  const sign = currencySign(currency).trim();
  switch (fault) {
    case 'currency':
      return `Pay on this page is in ${sign}: write the offer in ${sign} too.`;
    case 'unit':
      return `Is ${text.trim()} an hour or thousands a year? Write it like 90 an hour, 185k or 185,000.`;
    case 'amount':
      return 'Write one amount, like 185,000, 185k or 90 an hour.';
  }
}
