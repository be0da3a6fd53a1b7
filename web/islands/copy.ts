/** Copying a figure or a statement copies its source too. */
import { html } from '../../src/render/html/markup.js';
import { copyText } from './clipboard.js';
import { element } from './element.js';
import { plain, SOURCED, sourceLines, statementOf } from './source-lines.js';

/** Adds the source to whatever is copied out of a finding, and a button to each finding's evidence when it is opened. */
export function startCopy(): void {
  document.addEventListener('copy', addSource);
  // `toggle` does not bubble, but it is caught on its way down.
  document.addEventListener('toggle', addButton, true);
  for (const open of document.querySelectorAll('details.evidence[open]')) offerCopy(open);
  offerCitation();
}

/** A button that copies the citation. */
function offerCitation(): void {
  const citation = document.getElementById('citation');
  if (citation === null) return;
  const button = element('button', { type: 'button', class: 'copy-source' }, 'Copy');
  const status = element('span', { class: 'copy-status', role: 'status' });
  button.addEventListener('click', () => void copyText(plain(citation), status));
  citation.parentElement?.after(element('p', { class: 'copy-line' }, button, ' ', status));
}

/** A single word has no source; a number has, and so has a phrase. */
const WORTH_A_SOURCE = /\d|(?:\S+\s+){4}\S/;

function addSource(event: ClipboardEvent): void {
  const selection = document.getSelection();
  const { target } = event;
  if (selection === null || selection.rangeCount === 0 || event.clipboardData === null) return;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  const part = (around instanceof Element ? around : around.parentElement)?.closest(SOURCED) ?? null;
  const text = selection.toString().trim();
  if (part === null || !WORTH_A_SOURCE.test(text)) return;
  const lines = sourceLines(part);
  event.clipboardData.setData('text/plain', `${text}\n\n${lines}`);
  event.clipboardData.setData('text/html', html`<p>${text}</p><p>${lines}</p>`.value);
  event.preventDefault();
}

function addButton({ target }: Event): void {
  if (target instanceof HTMLDetailsElement && target.open && target.matches('.evidence')) offerCopy(target);
}

function offerCopy(details: Element): void {
  const part = details.closest(SOURCED);
  if (part === null || details.querySelector('.copy-source') !== null) return;
  const button = element('button', { type: 'button', class: 'copy-source' }, 'Copy with source');
  const status = element('span', { class: 'copy-status', role: 'status' });
  button.addEventListener('click', () => void copyText(`${statementOf(part)}\n\n${sourceLines(part)}`, status));
  details.append(element('p', { class: 'copy-line' }, button, ' ', status));
}
