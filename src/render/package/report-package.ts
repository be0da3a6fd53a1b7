/** The files beside the page of a report: its model, its findings as tables, the ranges it lists, their description. */
import type { Report } from '../../report/model.js';
import { reportJson } from '../json/report-digest.js';
import { dataPackageText } from './data-package.js';
import { FINDING_COLUMNS, findingRows } from './findings-table.js';
import { type PackageOptions, type PackagePath, packageContents } from './package-contents.js';
import type { PackageFile } from './package-file.js';
import { RANGE_COLUMNS, rangeRows } from './ranges-table.js';
import { tableCsv } from './table-csv.js';
import { tableParquet } from './table-parquet.js';

export type { PackageFile } from './package-file.js';

const CONTENTS: Readonly<Record<Exclude<PackagePath, 'datapackage.json'>, (report: Report) => string | Buffer>> = {
  'report.json': reportJson,
  'findings.csv': (report) => tableCsv(FINDING_COLUMNS, findingRows(report)),
  'findings.parquet': (report) => tableParquet(FINDING_COLUMNS, findingRows(report)),
  'ranges.csv': (report) => tableCsv(RANGE_COLUMNS, rangeRows(report)),
};

/**
 * All files beside the page of a report, in the order of `PACKAGE_PATHS`. The same report gives the same bytes: the
 * only date in them is the as-of date.
 *
 * @returns nothing for a report with the user's own data or offer, unless `ownData` says that they stay on their machine
 * @example for (const { path, content } of reportPackage(report)) await files.write(`us/x/${path}`, content);
 */
export function reportPackage(report: Report, options: PackageOptions = {}): readonly PackageFile[] {
  const files: PackageFile[] = [];
  for (const { path, type } of packageContents(report, options)) {
    const content = path === 'datapackage.json' ? dataPackageText(report, files) : CONTENTS[path](report);
    files.push({ path, type, content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content });
  }
  return files;
}

/** One file of the package alone; null where this report has none of that name. */
export function reportPackageFile(report: Report, path: string, options: PackageOptions = {}): PackageFile | null {
  const entry = packageContents(report, options).find((candidate) => candidate.path === path);
  if (entry === undefined) return null;
  if (entry.path === 'datapackage.json') return reportPackage(report, options).at(-1) ?? null;
  const content = CONTENTS[entry.path](report);
  return { ...entry, content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content };
}
