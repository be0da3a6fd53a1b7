/** The form that asks for a comparison, without JavaScript. */
import { LEVELS } from '../../core/level.js';
import type { SiteFrame } from './frame.js';
import { html, type Markup } from './markup.js';

/** A question as it was asked, or the beginning of one. */
export interface AskedQuestion {
  readonly title: string;
  readonly place: string;
  readonly level?: string | undefined;
}

const QUESTIONS = [1, 2, 3, 4] as const;
/** Those that are always asked for. */
const NEEDED = 2;

/** Up to four questions; the last two may stay empty. */
export function comparisonForm({ root }: SiteFrame, asked: readonly AskedQuestion[]): Markup {
  return html`<form class="compare-questions" action="${root}compare/index.html" method="get">${QUESTIONS.map(
    (number) => question(number, asked[number - 1]),
  )}<p><button type="submit">Compare</button></p></form>`;
}

function question(number: number, asked: AskedQuestion | undefined): Markup {
  const { title = '', place = '', level = '' } = asked ?? {};
  const needed = number <= NEEDED;
  return html`<fieldset><legend>${needed ? `Question ${number}` : `Question ${number}, if you like`}</legend><label class="field">Job title<input name="title${number}" value="${title}" maxlength="300"${needed && html` required`} autocomplete="off"></label><label class="field">Place<input name="in${number}" value="${place}" maxlength="100" placeholder="United States" autocomplete="off"></label><label class="field">Level<select name="level${number}"><option value="">as the title says</option>${LEVELS.map(
    ({ id, name }) => html`<option value="${id}"${id === level && html` selected`}>${name}</option>`,
  )}</select></label></fieldset>`;
}
