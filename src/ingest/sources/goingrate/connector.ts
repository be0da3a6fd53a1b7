/** Our own reviewed list of roles. */
import type { RolePhrase } from '../../../text/index.js';
import type { Connector } from '../../connector.js';

/** Day of the newest postings that the list was reviewed against. */
const REVIEWED_AGAINST = '2026-08-08';

/** @param phrases rows of the reviewed list */
export function roleCatalogue(phrases: readonly RolePhrase[]): Connector {
  return {
    id: 'goingrate',
    name: 'Going Rate role catalogue',
    publisher: 'Going Rate contributors',
    address: 'reviewed/roles.json',
    licence: 'Apache-2.0',
    attribution: null,
    modifications: 'None.',
    vintage: 'as reviewed',
    async read() {
      const rowsIn = phrases.length;
      return { tables: { roles: phrases }, rowsIn, rowsKept: rowsIn, excluded: [], newest: REVIEWED_AGAINST };
    },
  };
}
