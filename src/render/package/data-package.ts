/** The descriptor of the files beside a report: Data Package v2, https://datapackage.org/standard/data-package/ */
import { createHash } from 'node:crypto';
import { METHOD_HEADING, type Report } from '../../report/model.js';
import { reportDigest } from '../json/report-digest.js';
import type { Column } from './column.js';
import { FINDING_COLUMNS } from './findings-table.js';
import { packageLicences } from './licences.js';
import type { PackageFile } from './package-file.js';
import { RANGE_COLUMNS } from './ranges-table.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';

interface Described {
  readonly name: string;
  readonly title: string;
  readonly format: string;
  readonly mediatype: string;
  /** Of a text; a table in Parquet has none. */
  readonly encoding?: 'utf-8';
  /** Members that are the same in every package, as JSON. */
  readonly table?: string;
}

const DIALECT = { $schema: `${PROFILES}/tabledialect.json`, lineTerminator: '\r\n' };

const FINDINGS = tableSchema(FINDING_COLUMNS, ['id']);
const RANGES = tableSchema(RANGE_COLUMNS, []);

const DESCRIBED: Readonly<Record<string, Described>> = {
  'report.json': {
    name: 'report',
    title: 'The whole report',
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
  },
  'findings.csv': {
    name: 'findings',
    title: 'Findings with their evidence',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    table: JSON.stringify({ type: 'table', dialect: DIALECT, schema: FINDINGS }),
  },
  'findings.parquet': {
    name: 'findings-parquet',
    title: 'Findings with their evidence, typed',
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    table: JSON.stringify({ type: 'table', schema: FINDINGS }),
  },
  'ranges.csv': {
    name: 'ranges',
    title: 'Advertised ranges behind the posted figure, the nearest 200 where there are more',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    table: JSON.stringify({ type: 'table', dialect: DIALECT, schema: RANGES }),
  },
};

/** The text of `datapackage.json` for the files of a report, which it lists with their size and digest. */
export function dataPackageText(report: Report, files: readonly PackageFile[]): string {
  const { question, headline, method, sources } = report;
  const licenses = packageLicences(report);
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: packageName(report),
    title: `${question.text}: the going rate`,
    description: `${headline.statement} Figures are estimates made from the sources listed, each under its own licence. How they are made: the part ${METHOD_HEADING} of report.json.`,
    version: packageVersion(question.asOf, method.version),
    created: `${question.asOf}T00:00:00Z`,
    ...(licenses.length === 0 ? {} : { licenses }),
    ...(sources.length === 0 ? {} : { sources: sources.map(describedSource) }),
  };
  const resources = files.map((file) => describedFile(file, report));
  return `${JSON.stringify(descriptor).slice(0, -1)},"resources":[${resources.join(',')}]}\n`;
}

/** Lower-case letters and digits of ASCII, with hyphens between: `going-rate-us-ca-data-engineer`. */
function packageName({ question }: Report): string {
  const part = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const parts = [question.place.id, question.title, question.level?.id ?? ''].map(part).filter((text) => text !== '');
  return ['going-rate', ...new Set(parts)].join('-').slice(0, 100).replace(/-$/, '');
}

/** A semantic version: the as-of date, then the version of the methods as build metadata. */
function packageVersion(asOf: string, method: string): string {
  const date = asOf.split('-').map(Number).join('.');
  return `${date}+method.${method.replace(/[^0-9A-Za-z.-]/g, '-')}`;
}

function describedSource(source: Report['sources'][number]): object {
  const { name, publisher, address, vintage, licence, attribution } = source;
  return {
    title: `${publisher}: ${name}`,
    ...(/^https?:\/\//.test(address) ? { path: address } : {}),
    version: vintage,
    id: source.id,
    licence,
    ...(attribution === null ? {} : { attribution }),
  };
}

/** As JSON; the tables of all packages are alike, so their part is written once. */
function describedFile({ path, content }: PackageFile, report: Report): string {
  const { table, ...known } = DESCRIBED[path] as Described;
  const hash = path === 'report.json' ? reportDigest(report) : sha256(content);
  const own = JSON.stringify({ ...known, path, bytes: content.length, hash });
  return table === undefined ? own : `${own.slice(0, -1)},${table.slice(1)}`;
}

function sha256(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function tableSchema<Row>(columns: readonly Column<Row>[], primaryKey: readonly string[]): object {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columns.map(({ name, type, description, mayBeEmpty, oneOf }) => ({
      name,
      type,
      description,
      ...(mayBeEmpty ? {} : { constraints: { required: true, ...(oneOf === undefined ? {} : { enum: oneOf }) } }),
    })),
    ...(primaryKey.length === 0 ? {} : { primaryKey }),
    missingValues: [''],
  };
}
