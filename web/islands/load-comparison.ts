/** The page of a site without a server that compares: what it takes is loaded there alone. */
import { element } from './element.js';
import { siteAddress } from './site-address.js';

/** Adds the script that takes over `data-island="compare"`. */
export function loadComparison(place: HTMLElement): void {
  const { root = '', script = '' } = place.dataset;
  const address = script === '' ? null : siteAddress(root, script);
  if (address !== null) document.head.append(element('script', { src: address }));
}
