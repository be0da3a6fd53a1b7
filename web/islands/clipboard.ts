/** Copying text: the clipboard where the browser allows it, else the text selected for the reader to copy. */
import { element } from './element.js';

/**
 * Copies a text and says so.
 *
 * @param status element beside the button that is read out when it changes
 */
export async function copyText(text: string, status: HTMLElement): Promise<void> {
  if ((await written(text)) || copiedBySelection(text)) {
    status.replaceChildren(element('span', { class: 'copied' }, 'Copied.'));
    return;
  }
  const field = element('textarea', { class: 'copy-field', readonly: '', rows: '4', 'aria-label': 'Text to copy' });
  field.value = text;
  status.replaceChildren(element('span', {}, 'Copy the text below with the keyboard: '), field);
  field.focus();
  field.select();
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The older way, which also works where the page has no permission. */
function copiedBySelection(text: string): boolean {
  const back = document.activeElement;
  const field = element('textarea', { class: 'unseen', readonly: '', 'aria-hidden': 'true', tabindex: '-1' });
  field.value = text;
  document.body.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  field.remove();
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  return done;
}
