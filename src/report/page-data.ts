/** What a report page tells its script of its report: what is on the page anyway, and nothing private. */
import type { Report } from './model.js';

export interface PageData {
  readonly schema: 'goingrate.page/1';
  readonly question: Pick<
    Report['question'],
    'text' | 'title' | 'role' | 'level' | 'place' | 'asOf' | 'currency' | 'basis'
  >;
  readonly method: string;
  readonly headline: Pick<Report['headline'], 'id' | 'statement' | 'status' | 'quantity' | 'evidence'>;
  /** Of `report.json`: `sha256:` and 64 hexadecimal digits; null for a report that rests on what is private. */
  readonly digest: string | null;
}
