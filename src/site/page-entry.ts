/** What a site keeps of a page once it is written: enough for indexes, feeds and site maps. */
import { type IndexEntry, indexEntry } from '../render/html/index-entry.js';
import type { Report } from '../report/model.js';

export interface PageEntry extends IndexEntry {
  /** Of its data, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** What is kept of a report whose page stands at `path`. */
export function pageEntry(report: Report, path: string): PageEntry {
  return { ...indexEntry(report, path), asOf: report.question.asOf };
}

/** Whether a page has too little to say: search engines are asked to leave it out. */
export function isThin({ headline }: Pick<PageEntry, 'headline'>): boolean {
  return headline.status === 'insufficient';
}
