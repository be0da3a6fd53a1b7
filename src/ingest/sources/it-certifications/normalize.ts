/** Listed certifications to credentials, each once. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { ListedCertification } from './parse.js';

/** `AZ-305`, `N10-009`, `FC0-U61`, `220-1201`, `77-726`. */
const EXAM = /\b[A-Z0-9]{2,3}-[A-Z]?\d{2,4}\b/g;

export function normalizeCertifications(listed: readonly ListedCertification[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const credentials = new Map<string, DraftRow<'credentials'>>();
  for (const { vendor, name, level, exams } of listed) {
    if (name === null) {
      excluded.add('no name');
      continue;
    }
    const key = `${vendor} ${name.trim()}`;
    const known = credentials.get(key);
    if (known !== undefined) excluded.add('listed twice');
    credentials.set(key, {
      issuer: vendor,
      name: name.trim(),
      code: known?.code ?? examCodes(exams),
      level: known?.level ?? level,
    });
  }
  const rows = [...credentials.values()];
  return { tables: { credentials: rows }, rowsIn: listed.length, rowsKept: rows.length, excluded: excluded.list() };
}

/** Codes named in free text, in its order, or null. */
export function examCodes(text: string | null): string | null {
  const codes = [...new Set(text?.match(EXAM) ?? [])];
  return codes.length === 0 ? null : codes.join(', ');
}
