/** What stands beside the page of a report: its model and its tables as files. */
import type { Report } from '../../report/model.js';
import { packageContents } from '../package/package-contents.js';
import { html, type Markup } from './markup.js';

export function downloadsBlock(report: Report): Markup | null {
  const files = packageContents(report);
  if (files.length === 0) return null;
  return html`<ul class="downloads">${files.map(
    ({ path, title, what }) => html`<li><a href="${path}" download>${title}</a> <span>${what}</span>`,
  )}</ul>`;
}
