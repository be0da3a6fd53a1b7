/** Which files stand beside the page of a report. */
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import { hasRanges } from './ranges-table.js';

/** Every name a file of a package can have, in the order of the package. */
export const PACKAGE_PATHS = [
  'report.json',
  'findings.csv',
  'findings.parquet',
  'ranges.csv',
  'datapackage.json',
] as const;

export type PackagePath = (typeof PACKAGE_PATHS)[number];

export interface PackageEntry {
  readonly path: PackagePath;
  /** Media type, ready to be sent. */
  readonly type: string;
  /** Name of the format, for a link. */
  readonly title: string;
  /** What it holds. */
  readonly what: string;
}

const ENTRIES: Readonly<Record<PackagePath, Omit<PackageEntry, 'path'>>> = {
  'report.json': {
    type: 'application/json; charset=utf-8',
    title: 'JSON',
    what: 'The whole report: every finding with its evidence, the charts, sources and method.',
  },
  'findings.csv': {
    type: 'text/csv; charset=utf-8',
    title: 'CSV',
    what: 'One row a finding: figure, interval, n, employers, sources, period, method.',
  },
  'findings.parquet': {
    type: 'application/vnd.apache.parquet',
    title: 'Parquet',
    what: 'The same rows, typed.',
  },
  'ranges.csv': {
    type: 'text/csv; charset=utf-8',
    title: 'Advertised ranges, CSV',
    what: 'The public ranges that the report lists, each with its source.',
  },
  'datapackage.json': {
    type: 'application/json; charset=utf-8',
    title: 'Data Package',
    what: 'What the other files hold, column by column, with sources, licences and checksums.',
  },
};

export interface PackageOptions {
  /** Also of a report with the user's own data or offer: for files that stay on their machine. */
  readonly ownData?: boolean;
}

/** Empty for a report with the user's own data or offer, which nobody else is to see. */
export function packageContents(report: Report, { ownData = false }: PackageOptions = {}): PackageEntry[] {
  if (!ownData && (report.question.offer !== null || hasOwnSource(report.sources))) return [];
  const paths = PACKAGE_PATHS.filter((path) => path !== 'ranges.csv' || hasRanges(report));
  return paths.map((path) => ({ path, ...ENTRIES[path] }));
}
