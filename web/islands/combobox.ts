/**
 * A text field with a list of suggestions below it: the ARIA pattern "editable combobox with list autocomplete".
 * The arrow keys move, Enter takes, Escape closes, and the number of suggestions is read out.
 */
import type { SearchHit } from '../../src/core/search.js';
import { element } from './element.js';

export interface ComboboxOptions {
  /** Asks for suggestions; a later call makes the signal of the earlier one abort. */
  readonly suggest: (query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
  readonly choose: (hit: SearchHit) => void;
  /** Pause in typing before it asks, milliseconds. */
  readonly pause: number;
}

/** Fewer letters name nothing yet. */
const SHORTEST_QUERY = 2;

/** Makes the field a combobox; the list becomes the last child of its parent. */
export function startCombobox(field: HTMLInputElement, options: ComboboxOptions): void {
  new Combobox(field, options);
}

class Combobox {
  readonly #field: HTMLInputElement;
  readonly #options: ComboboxOptions;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #hits: readonly SearchHit[] = [];
  #active = -1;
  #timer = 0;
  #asking: AbortController | null = null;

  constructor(field: HTMLInputElement, options: ComboboxOptions) {
    this.#field = field;
    this.#options = options;
    const id = `${field.id}-list`;
    const label = field.labels?.[0]?.textContent?.trim() ?? 'Suggestions';
    this.#list = element('ul', { class: 'ask-list', role: 'listbox', id, 'aria-label': label, hidden: '' });
    this.#status = element('span', { class: 'unseen', role: 'status' });
    for (const [name, value] of Object.entries({
      role: 'combobox',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': id,
    })) {
      field.setAttribute(name, value);
    }
    field.parentElement?.append(this.#list, this.#status);
    field.addEventListener('input', () => this.#askSoon());
    field.addEventListener('keydown', (event) => this.#onKey(event));
    field.addEventListener('blur', () => this.#close());
    // A press would take the focus away before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#onClick(event));
  }

  #stopAsking(): void {
    window.clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  #askSoon(): void {
    this.#stopAsking();
    const query = this.#field.value.trim();
    if (query.length < SHORTEST_QUERY) this.#close();
    else this.#timer = window.setTimeout(() => void this.#ask(query), this.#options.pause);
  }

  async #ask(query: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    let hits: readonly SearchHit[] = [];
    try {
      hits = await this.#options.suggest(query, asking.signal);
    } catch {
      // No answer is no suggestion: the field and its form work without any.
    }
    // An answer that comes late belongs to what was typed before.
    if (!asking.signal.aborted && document.activeElement === this.#field) this.#show(hits);
  }

  #show(hits: readonly SearchHit[]): void {
    this.#hits = hits;
    this.#list.replaceChildren(...hits.map((hit, index) => this.#option(hit, index)));
    this.#list.hidden = hits.length === 0;
    this.#field.setAttribute('aria-expanded', String(hits.length > 0));
    this.#activate(-1);
    this.#status.textContent =
      hits.length === 0 ? 'No suggestions' : hits.length === 1 ? '1 suggestion' : `${hits.length} suggestions`;
  }

  #option({ name, note }: SearchHit, index: number): HTMLElement {
    const option = element('li', {
      class: 'ask-option',
      role: 'option',
      id: `${this.#list.id}-${index}`,
      'aria-selected': 'false',
    });
    option.append(element('span', { class: 'ask-name' }, name));
    if (note !== undefined) option.append(' ', element('span', { class: 'ask-note' }, note));
    return option;
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index === -1) this.#field.removeAttribute('aria-activedescendant');
    else this.#field.setAttribute('aria-activedescendant', `${this.#list.id}-${index}`);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.#list.hidden;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      if (!isOpen) this.#askSoon();
      else this.#move(move);
    } else if (event.key === 'Enter' && isOpen && this.#active !== -1) {
      event.preventDefault();
      this.#take(this.#active);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#close();
    }
  }

  #move(by: number): void {
    // Who has begun to choose chooses from what is shown: a later answer must not replace it under their fingers.
    this.#stopAsking();
    const stops = this.#hits.length + 1;
    // From the field itself (-1) up to the last, and from the last down to the field again.
    this.#activate(((this.#active + 1 + by + stops) % stops) - 1);
  }

  #onClick({ target }: Event): void {
    const option = target instanceof Element ? target.closest('.ask-option') : null;
    const index = option === null ? -1 : [...this.#list.children].indexOf(option);
    if (index !== -1) this.#take(index);
  }

  #take(index: number): void {
    const hit = this.#hits[index];
    this.#close();
    if (hit !== undefined) this.#options.choose(hit);
  }

  #close(): void {
    this.#stopAsking();
    this.#list.hidden = true;
    this.#hits = [];
    this.#field.setAttribute('aria-expanded', 'false');
    this.#field.removeAttribute('aria-activedescendant');
    this.#active = -1;
    this.#status.textContent = '';
  }
}
