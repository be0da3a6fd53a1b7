/** Where the page of a title in a place stands on a site. */

/**
 * A text as one part of an address: lower-case letters and digits of any script, joined by hyphens.
 *
 * @example addressPart('C++ Developer (Senior)') // 'c-plus-plus-developer-senior'
 */
export function addressPart(text: string): string {
  const part = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+/g, '-plus-')
    .replace(/#/g, '-sharp-')
    .replace(/&/g, '-and-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return part === '' ? 'untitled' : part;
}

/**
 * The folder of a report's page, relative to the root of its site, without slashes at the ends.
 *
 * @param placeId id of the place, `US-CA`
 * @example reportPath('Machine Learning Lead', 'US-CA') // 'us-ca/machine-learning-lead'
 */
export function reportPath(title: string, placeId: string): string {
  return `${addressPart(placeId)}/${addressPart(title)}`;
}

/** A path as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
