/** A place to hold an offer against the pay band. The script does it in the page; the amount goes nowhere. */
import { currencySign } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import { html, type Markup } from './markup.js';

/** Null when the headline has no distribution to hold an offer against. */
export function offerBlock({ headline }: Report): Markup | null {
  const currency = /^([A-Z]{3})\/year$/.exec(headline.quantity?.unit ?? '')?.[1];
  if (currency === undefined || headline.quantity?.percentiles === undefined) return null;
  return html`<section class="offer panel" data-island="offer" aria-labelledby="offer-check" hidden><h3 id="offer-check">Check an offer</h3><p class="small">Where does it sit in this distribution? The amount stays in this page: it is neither sent nor stored.</p><div class="offer-fields"><label class="field" for="offer-amount">Offered base pay, ${currencySign(currency).trim()} a year</label><input id="offer-amount" inputmode="decimal" autocomplete="off" maxlength="20"><button type="button">Place it</button></div><div class="offer-result" role="status" aria-live="polite"></div></section>`;
}
