/** A page as the checks for defects see it: what was asked, and the report that answers it. */
import type { Report } from '../model.js';

export interface Page {
  readonly title: string;
  /** As typed. */
  readonly place: string;
  readonly report: Report;
}

type Finding = Report['headline'];

/** The headline and the findings of every section, in order. */
export function findingsOf(report: Report): readonly Finding[] {
  return [report.headline, ...Object.values(report.sections).flatMap((section) => section.findings)];
}

/** The finding of this id, or undefined. */
export function findingOf(report: Report, id: string): Finding | undefined {
  return findingsOf(report).find((finding) => finding.id === id);
}

/** Every text of a value with the path to it. */
export function textsOf(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${path}/${key}`));
}

/** `Data Scientist in US-CA`, for a failure's message. */
export function nameOf(page: Page): string {
  return `${page.title} in ${page.place}`;
}
