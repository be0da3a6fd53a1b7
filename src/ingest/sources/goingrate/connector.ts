/** Our own reviewed lists: roles, and the names of skills and credentials. */
import type { CredentialsFile, RolePhrase, SkillsFile } from '../../../text/index.js';
import type { Connector, DraftRow } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';

/** Day of the newest postings that the lists were reviewed against. */
const REVIEWED_AGAINST = '2026-08-08';

export interface ReviewedNames {
  /** Rows of the role catalogue. */
  readonly phrases: readonly RolePhrase[];
  readonly skills: SkillsFile;
  readonly credentials: CredentialsFile;
}

export function reviewedNames({ phrases, skills, credentials }: ReviewedNames): Connector {
  return {
    id: 'goingrate',
    name: 'Going Rate reviewed lists',
    publisher: 'Going Rate contributors',
    address: 'reviewed/',
    licence: 'Apache-2.0',
    attribution: null,
    modifications: 'None.',
    vintage: 'as reviewed',
    ships: true,
    cadence: 'with each release of this program',
    downloads: DOWNLOADS,
    obtain: 'Nothing to download: the lists are part of this program (folder reviewed).',
    async read() {
      const names = [...namesOf(skills.skills, 'skill'), ...namesOf(credentials.credentials, 'credential')];
      const rowsIn = phrases.length + names.length;
      const tables = { roles: phrases, skills: names };
      return { tables, rowsIn, rowsKept: rowsIn, excluded: [], newest: REVIEWED_AGAINST };
    },
  };
}

function namesOf(
  entries: readonly { readonly id: string; readonly name: string }[],
  kind: 'skill' | 'credential',
): DraftRow<'skills'>[] {
  return entries.map(({ id, name }) => ({ skill: id, name, kind }));
}
