/** The fields that name two to four pages of this site. */
import { LEVELS } from '../../src/core/level.js';
import { MOST_PAGES } from './chosen-pages.js';
import { startCombobox } from './combobox.js';
import { element } from './element.js';
import type { StaticSearch } from './page-index.js';

export interface AskedPage {
  readonly title: string;
  /** Name or id; empty for the first place of the site. */
  readonly place: string;
  /** Name of a level that the title does not say; else empty. */
  readonly level: string;
}

/** The questions that an address names: `title1=..&in1=..&level1=..&title2=..`. */
export function askedPages(query: URLSearchParams): AskedPage[] {
  const asked: AskedPage[] = [];
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const value = (name: string): string => (query.get(`${name}${number}`) ?? '').slice(0, 200).trim();
    const title = value('title');
    const level = LEVELS.find(({ id }) => id === value('level'))?.name ?? '';
    const isSaid = title.toLowerCase().includes(level.toLowerCase());
    if (title !== '') asked.push({ title, place: value('in'), level: isSaid ? '' : level });
  }
  return asked;
}

/** One row of fields for each question. */
export class ComparisonForm {
  readonly element: HTMLFormElement;
  readonly #rows: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #index: StaticSearch;

  constructor(index: StaticSearch, onAsk: (asked: readonly AskedPage[]) => void) {
    this.#index = index;
    this.#rows = element('div', { class: 'compare-questions' });
    this.#more = element('button', { type: 'button', class: 'button-quiet' }, 'Add another');
    const send = element('button', { type: 'submit' }, 'Compare');
    this.element = element('form', { class: 'compare-choice' }, this.#rows, element('p', {}, send, ' ', this.#more));
    this.#more.addEventListener('click', () => this.#add()?.focus());
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      onAsk(this.#asked());
    });
  }

  fill(asked: readonly AskedPage[]): void {
    this.#rows.replaceChildren();
    for (let at = 0; at < Math.max(2, asked.length); at += 1) this.#add(asked[at]);
  }

  /** @returns the field of the title */
  #add({ title, place, level }: AskedPage = { title: '', place: '', level: '' }): HTMLInputElement | null {
    const number = this.#rows.childElementCount + 1;
    if (number > MOST_PAGES) return null;
    const row = element('fieldset', {}, element('legend', {}, `Question ${number}`));
    const titleField = this.#field(row, { kind: 'title', number, label: 'Job title' });
    const placeField = this.#field(row, { kind: 'place', number, label: 'Place' });
    titleField.value = level === '' ? title : `${level} ${title}`;
    // An address and the choice of this visit name places by their ids; readers know them by their names.
    const [known] = place === '' ? [] : this.#index.search(place, { kind: 'place', limit: 1 });
    placeField.value = known?.id === place ? known.name : place;
    this.#rows.append(row);
    this.#more.hidden = number === MOST_PAGES;
    this.#suggest(titleField, placeField, 'title');
    this.#suggest(placeField, placeField, 'place');
    return titleField;
  }

  #field(row: HTMLElement, { kind, number, label }: { kind: string; number: number; label: string }): HTMLInputElement {
    const id = `compare-${kind}-${number}`;
    const field = element('input', { id, type: 'text', maxlength: '300', 'data-kind': kind });
    row.append(element('div', { class: 'ask-field field' }, element('label', { for: id }, label), field));
    return field;
  }

  #suggest(field: HTMLInputElement, placeField: HTMLInputElement, kind: 'title' | 'place'): void {
    startCombobox(field, {
      pause: 0,
      suggest: async (query) => this.#index.search(query, { kind }),
      choose: (hit) => {
        field.value = hit.title ?? hit.name;
        if (hit.kind === 'report' && hit.id !== undefined) placeField.value = hit.id;
      },
    });
  }

  #asked(): AskedPage[] {
    return [...this.#rows.children].flatMap((row) => {
      const [title = '', place = ''] = [...row.querySelectorAll('input')].map(({ value }) => value.trim());
      return title === '' ? [] : [{ title, place, level: '' }];
    });
  }
}
