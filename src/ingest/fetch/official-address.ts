/** Which addresses are a publisher's. */
import { FetchFailure } from './fetch-failure.js';

const NOT_ASKED = 'It was not asked. Download the file in a browser and give it with --from.';

/**
 * An address that may be asked: https, the usual port, no user name or password, one of the hosts.
 *
 * @param hosts the publisher's own, and those it is known to send to
 * @throws {FetchFailure} FETCH_ADDRESS
 */
export function officialAddress(address: string, hosts: ReadonlySet<string>, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw refused('It is no address.');
  const url = new URL(address, base?.href);
  if (url.username !== '' || url.password !== '') throw refused(`An address at ${url.hostname} holds a user name.`);
  if (url.protocol !== 'https:') throw refused(`${url.origin} is not reached over https.`);
  if (url.port !== '' || !hosts.has(url.hostname)) throw refused(`${url.host} is not the publisher's host.`);
  url.hash = '';
  return url;
}

function refused(reason: string): FetchFailure {
  return new FetchFailure('FETCH_ADDRESS', reason, NOT_ASKED);
}
