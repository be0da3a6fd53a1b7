/** What index pages know of a report: where its page stands and what its headline says. */
import type { Report } from '../../report/model.js';
import { occupationGroupOf } from '../format/occupation-groups.js';

type Finding = Report['headline'];

export interface IndexEntry {
  /** Folder of the report below the site's root, without slashes at its ends: `us-tx/data-scientist`. */
  readonly path: string;
  readonly title: string;
  /** Major occupation group of the title; null where it is not understood. */
  readonly group: string | null;
  readonly place: { readonly id: string; readonly name: string; readonly kind: string };
  /** ISO 4217. */
  readonly currency: string;
  readonly headline: Pick<Finding, 'status' | 'quantity' | 'evidence' | 'statement'>;
}

/** What is kept of the report whose folder is `path`. */
export function indexEntry(report: Report, path: string): IndexEntry {
  const { title, place, currency } = report.question;
  const { status, quantity, evidence, statement } = report.headline;
  return {
    path,
    title,
    group: occupationGroup(report),
    place: { id: place.id, name: place.name, kind: place.kind },
    currency,
    headline: { status, quantity, evidence, statement },
  };
}

/** The major group of a report's most probable occupation; null where the title is not understood. */
export function occupationGroup({ question }: Report): string | null {
  const [first] = question.occupations;
  return first === undefined ? null : occupationGroupOf(first.soc);
}
