/** On a report: puts it aside for a comparison, or takes it back. */
import { reportPath } from '../../src/render/html/page-path.js';
import { chosenPages, comparisonQuery, keepPages, MOST_PAGES } from './chosen-pages.js';
import { element } from './element.js';
import { readPageData } from './page-data.js';

/** Adds a line to the bar that leads to comparisons. */
export function startCompareBar(bar: HTMLElement): void {
  const data = readPageData();
  const way =
    bar.querySelector('a[href*="compare/"]')?.getAttribute('href') ?? bar.querySelector('form')?.getAttribute('action');
  if (data === null || way == null) return;
  const page = reportPath(data.question.title, data.question.place.id);
  const button = element('button', { type: 'button' });
  const status = element('span', { class: 'compare-status', role: 'status' });
  const root = way.replace(/compare\/.*$/s, '');
  const show = (pages: readonly string[]): void => {
    const isIn = pages.includes(page);
    button.textContent = isIn ? 'Take out of the comparison' : 'Add to comparison';
    button.disabled = !isIn && pages.length >= MOST_PAGES;
    status.replaceChildren(...(button.disabled ? ['Four at most: take one out on its page. '] : []));
    status.append(...statusParts(pages, root));
  };
  button.addEventListener('click', () => {
    const pages = chosenPages();
    const next = pages.includes(page) ? pages.filter((other) => other !== page) : [...pages, page];
    if (keepPages(next)) show(next);
    else status.replaceChildren('This browser does not let the page remember a choice.');
  });
  show(chosenPages());
  bar.append(element('p', { class: 'compare-visit' }, button, ' ', status));
}

function statusParts(pages: readonly string[], root: string): (Node | string)[] {
  if (pages.length === 0) return [];
  const count = pages.length === 1 ? '1 report chosen' : `${pages.length} reports chosen`;
  if (pages.length === 1) return [count];
  const link = element('a', { href: `${root}compare/index.html?${comparisonQuery(pages)}` }, 'Compare them');
  return [`${count}. `, link];
}
