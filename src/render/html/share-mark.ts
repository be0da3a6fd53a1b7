/** A share with its interval on a line from none to all, beside the sentence that states it. */
import type { Report } from '../../report/model.js';
import { html, type Markup } from './markup.js';

/** Null for what is not a share of postings. The sentence says the numbers; the picture is for the eye alone. */
export function shareMark({ id, quantity }: Report['headline']): Markup | null {
  if (!id.startsWith('requiredSkills.asked.') || quantity === null || quantity.unit !== 'percent') return null;
  const { value, interval } = quantity;
  const line = interval && html`<line x1="${at(interval.low)}" x2="${at(interval.high)}"/>`;
  return html`<svg class="share" aria-hidden="true">${line}<circle cx="${at(value)}" r="4"/></svg>`;
}

function at(percent: number): string {
  return `${Math.round(Math.min(100, Math.max(0, percent)))}%`;
}
