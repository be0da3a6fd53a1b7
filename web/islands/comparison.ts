/** The comparison of a site without a server: chosen here, made of the reports beside the pages, drawn as a server draws it. */
import { chosenPages, comparedQuestion } from './chosen-pages.js';
import { type AskedPage, askedPages, ComparisonForm } from './comparison-form.js';
import { drawComparison, type FoundPage } from './comparison-result.js';
import { element } from './element.js';
import { loadPageIndex, type StaticSearch } from './page-index.js';
import { siteAddress } from './site-address.js';

const place = document.querySelector<HTMLElement>('[data-island="compare"][data-script]');
if (place !== null) void start(place);

async function start(root: HTMLElement): Promise<void> {
  const { root: way = '', index: path = '' } = root.dataset;
  const address = siteAddress(way, path);
  if (path === '' || address === null) return;
  let index: StaticSearch;
  try {
    index = await loadPageIndex(address);
  } catch {
    // Without the list of pages the sentence that stands here is all that can be said.
    return;
  }
  const result = element('div', { class: 'comparison-result' });
  const status = element('p', { class: 'comparison-status', role: 'status' });
  const form = new ComparisonForm(index, (asked) => void compare(asked, { way, index, status, result }));
  root.replaceChildren(form.element, status);
  root.after(result);
  const asked = askedPages(new URLSearchParams(location.search));
  const kept = chosenPages().map((page): AskedPage => ({ ...comparedQuestion(page), level: '' }));
  form.fill(asked.length > 0 ? asked : kept);
  if (asked.length >= 2) await compare(asked, { way, index, status, result });
}

interface Parts {
  readonly way: string;
  readonly index: StaticSearch;
  readonly status: HTMLElement;
  readonly result: HTMLElement;
}

async function compare(asked: readonly AskedPage[], { way, index, status, result }: Parts): Promise<void> {
  result.replaceChildren();
  if (asked.length < 2) {
    status.textContent = 'Name at least two jobs.';
    return;
  }
  const pages: FoundPage[] = [];
  for (const { title, place: around, level } of asked) {
    const path = index.page(level === '' ? title : `${level} ${title}`, around) ?? index.page(title, around);
    const address = path === null ? null : siteAddress(way, path);
    if (address === null) {
      status.textContent = `This site has no page for ${title}${around === '' ? '' : ` in ${around}`}.`;
      return;
    }
    pages.push({ name: around === '' ? title : `${title}, ${around}`, address });
  }
  if (new Set(pages.map(({ address }) => address)).size < pages.length) {
    status.textContent = 'Two of these lead to the same page: choose different ones.';
    return;
  }
  status.textContent = 'Reading the reports ...';
  status.replaceChildren(...(await drawComparison(pages, result)));
}
