/** Search as you type over titles and places: asked of the server, or of the index that a site without one carries. */
import { type SearchHit, USUAL_HITS } from '../../src/core/search.js';
import { startCombobox } from './combobox.js';
import { element } from './element.js';
import { loadPageIndex, type StaticSearch } from './page-index.js';
import { siteAddress } from './site-address.js';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;

type Kind = 'title' | 'place';
type Suggest = (query: string, kind: Kind, signal: AbortSignal) => Promise<readonly SearchHit[]>;

/** Takes over `data-island="search"`. */
export function startSearch(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const { root = '', api, index } = form.dataset;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[data-kind]')];
  if (index !== undefined) {
    const address = siteAddress(root, index);
    if (address === null) return;
    const load = () => loadPageIndex(address);
    for (const field of fields) field.addEventListener('focus', () => void load().catch(() => {}), { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void openPage(form, fields, load);
    });
    start(form, fields, { pause: 0, suggest: async (query, kind) => (await load()).search(query, { kind }) });
  } else if (api !== undefined) {
    start(form, fields, { pause: PAUSE, suggest: askServer(root + api) });
  }
}

function askServer(address: string): Suggest {
  return async (query, kind, signal) => {
    const question = new URLSearchParams({ q: query, kind, limit: String(USUAL_HITS) });
    const response = await fetch(`${address}?${question}`, { signal, headers: { Accept: 'application/json' } });
    if (!response.ok) return [];
    const { results }: { results?: readonly SearchHit[] } = await response.json();
    return Array.isArray(results) ? results.filter(({ name }) => typeof name === 'string') : [];
  };
}

function start(
  form: HTMLFormElement,
  fields: readonly HTMLInputElement[],
  { pause, suggest }: { pause: number; suggest: Suggest },
): void {
  const chosenIds = new Map<HTMLInputElement, { readonly shown: string; readonly id: string }>();
  const fieldOf = (kind: Kind) => fields.find((field) => field.dataset.kind === kind);
  const choose = (hit: SearchHit): void => {
    const title = hit.kind === 'report' ? hit.title : hit.kind === 'title' ? hit.name : undefined;
    const titleField = fieldOf('title');
    const placeField = fieldOf('place');
    if (title !== undefined && titleField !== undefined) titleField.value = title;
    if (hit.kind !== 'title' && hit.id !== undefined && placeField !== undefined) {
      const shown = hit.kind === 'place' ? hit.name : hit.id;
      placeField.value = shown;
      chosenIds.set(placeField, { shown, id: hit.id });
    }
    const address = hit.kind === 'report' ? siteAddress(form.dataset.root ?? '', hit.href ?? '') : null;
    if (address !== null) location.assign(address);
  };
  for (const field of fields) {
    const kind: Kind = field.dataset.kind === 'place' ? 'place' : 'title';
    startCombobox(field, { pause, choose, suggest: (query, signal) => suggest(query, kind, signal) });
  }
  // A chosen place is shown by its name and asked for by its id: names are not unique.
  form.addEventListener('formdata', ({ formData }) => {
    for (const [field, { shown, id }] of chosenIds) if (field.value === shown) formData.set(field.name, id);
  });
}

/** On a site without a server: goes to the page of what stands in the fields, or says that there is none. */
async function openPage(
  form: HTMLFormElement,
  fields: readonly HTMLInputElement[],
  load: () => Promise<StaticSearch>,
): Promise<void> {
  const value = (name: string): string => String(new FormData(form).get(name) ?? '');
  const [title = '', place = ''] = fields.map(({ name }) => value(name));
  let message = 'The list of pages could not be loaded: choose a page from the lists instead.';
  try {
    const index = await load();
    const path = index.page(title, place) ?? index.search(title, { kind: 'title', limit: 1 })[0]?.href ?? null;
    const address = path === null ? null : siteAddress(form.dataset.root ?? '', path);
    if (address !== null) return location.assign(address);
    message = 'This site has no page for that job and place.';
  } catch {
    // Said below.
  }
  say(form, message);
}

function say(form: HTMLFormElement, message: string): void {
  let status = form.querySelector<HTMLElement>('.ask-message');
  if (status === null) {
    status = element('p', { class: 'ask-message', role: 'status' });
    form.append(status);
  }
  status.textContent = message;
}
