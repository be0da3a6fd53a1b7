/**
 * A tagged template that is safe by default: every value put into it is escaped unless it is itself `Markup`.
 *
 * Attributes must be quoted in the template. It is our own forty lines because it is synchronous and has no import cost.
 */

import { harmlessText } from '../format/harmless-text.js';

/** Text that is already HTML or SVG. Only `html` and `trusted` make it. */
export class Markup {
  constructor(readonly value: string) {}

  toString(): string {
    return this.value;
  }
}

export type MarkupValue = string | number | Markup | null | undefined | false | readonly MarkupValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Nearly every text: printable ASCII that HTML reads as itself. */
const ORDINARY = /^[ !#-%(-;=?-~]*$/;
const ASCII = /^[ -~]*$/;
/** Signs that neither hide, turn nor join text: those of ASCII, letters and punctuation of western Europe. */
const HARMLESS = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u2026\u20a0-\u20bf]*$/;

/** Text escaped for element content and for quoted attributes, without characters that hide, steer or turn text. */
export function escapeHtml(text: string): string {
  return ORDINARY.test(text) ? text : escaped(text);
}

function escaped(text: string): string {
  // Spaces are joined only where a text is not plain ASCII.
  const harmless = ASCII.test(text) || (HARMLESS.test(text) && !text.includes('  ')) ? text : harmlessText(text);
  return harmless.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/**
 * Joins a template with its values, each escaped.
 *
 * Empty for null, undefined and false; arrays are joined without a separator.
 *
 * @example html`<p title="${'"'}">${'<b>'}</p>`.value // '<p title="&quot;">&lt;b&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = strings[0] as string;
  for (let index = 0; index < values.length; index += 1) text += write(values[index]) + strings[index + 1];
  return new Markup(text);
}

/** Texts, each escaped and after the same opening; for elements that HTML ends by itself: `opened(html`<td>`, cells)`. */
export function opened(opening: Markup, texts: readonly string[]): Markup {
  let text = '';
  for (const one of texts) text += opening.value + escapeHtml(one);
  return new Markup(text);
}

/** Marks text as HTML. For our own style sheets only: never for anything that came from data. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** An id for the document made from any text: letters, digits and hyphens. */
export function domId(prefix: string, text: string): string {
  return `${prefix}-${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)}`;
}

function write(value: MarkupValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Markup) return value.value;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  let text = '';
  for (let index = 0; index < value.length; index += 1) text += write(value[index]);
  return text;
}
