/**
 * The address of a page of this site; null for anything that leads elsewhere or is no page.
 *
 * @param root way from this page to the site's root: `../../`, or empty
 * @param path below the root, already fit for an address
 */
export function siteAddress(root: string, path: string): string | null {
  const base = new URL(root, document.baseURI);
  try {
    const address = new URL(path, base);
    const isHere = address.protocol === base.protocol && address.host === base.host;
    return isHere && address.pathname.startsWith(base.pathname.replace(/[^/]*$/, '')) ? address.href : null;
  } catch {
    return null;
  }
}
