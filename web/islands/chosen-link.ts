/** On the page that compares: the way to a comparison of the reports chosen on this visit. */
import { chosenPages, comparisonQuery } from './chosen-pages.js';
import { element } from './element.js';

/** Takes over `data-island="chosen"`; says nothing where nothing is chosen or questions are asked already. */
export function startChosenLink(place: HTMLElement): void {
  const pages = chosenPages();
  if (pages.length === 0 || new URLSearchParams(location.search).has('title1')) return;
  if (pages.length === 1) {
    place.replaceChildren(element('p', {}, '1 report chosen: add another on its page to compare the two.'));
    return;
  }
  const href = `${place.dataset.root ?? ''}compare/index.html?${comparisonQuery(pages)}`;
  place.replaceChildren(
    element('p', {}, `${pages.length} reports chosen: `, element('a', { href }, 'compare them'), '.'),
  );
}
