/** Lowest Node version that the product and its dependencies run on; the same as `engines` in package.json. */
export const MINIMUM_NODE = '20.19';

/**
 * What to tell a user whose Node is too old.
 *
 * @param {string} version as in `process.versions.node`, `20.19.0`
 * @returns {string | null} one line, or null when the version will do
 * @example versionComplaint('18.20.4') // 'Going Rate needs Node 20.19 or newer; ...'
 */
export function versionComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = MINIMUM_NODE.split('.').map(Number);
  const enough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  if (enough) return null;
  return `Going Rate needs Node ${MINIMUM_NODE} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`;
}
