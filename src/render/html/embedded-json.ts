/** JSON inside a page: a script element that is data and never runs. */
import { html, type Markup, trusted } from './markup.js';

/**
 * Data in an element of the page. Everything but plain ASCII is written as an escape, and so is `<`, so that no
 * text in the data can end the element, hide or turn characters.
 */
export function embeddedJson(type: 'application/json' | 'application/ld+json', data: unknown, id?: string): Markup {
  const text = JSON.stringify(data).replace(
    /[^ -~]|[<>&]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html`<script type="${type}"${id !== undefined && html` id="${id}"`}>${trusted(text)}</script>\n`;
}
