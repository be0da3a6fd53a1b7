/** What a plan reads from: the files of a table in the public market and in a user's own. */
import { BIGINT, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { TABLES, type TableName } from '../../query/tables.js';
import type { WrittenFile } from '../port.js';
import type { BoundValue } from './dialect.js';

export interface Relation {
  /** A table function or a subquery. */
  readonly sql: string;
  readonly parameters: readonly BoundValue[];
}

/** Ids of employers whom own data and the public market both name: the own id to the public one. */
export type SharedEmployers = ReadonlyMap<number, number>;

/** Absolute paths by table. */
export type TableFiles = ReadonlyMap<TableName, readonly string[]>;

export function filesByTable(files: readonly WrittenFile[], pathOf: (file: WrittenFile) => string): TableFiles {
  const found = new Map<TableName, string[]>();
  for (const file of files) {
    const paths = found.get(file.table) ?? [];
    paths.push(pathOf(file));
    found.set(file.table, paths);
  }
  return found;
}

/** All files as one table. */
export function plainRelation(paths: readonly string[]): Relation {
  return { sql: 'read_parquet(?)', parameters: [pathList(paths)] };
}

/** The same where own rows carry the public ids of employers whom both name: one employer is one cluster. */
export function joinedRelation(
  paths: { readonly shipped: readonly string[]; readonly own: readonly string[] },
  shared: SharedEmployers,
): Relation {
  const own = `SELECT own.* REPLACE (coalesce(shared.shipped_id, own.employer) AS employer) FROM read_parquet(?) AS own
    LEFT JOIN (SELECT unnest(?) AS own_id, unnest(?) AS shipped_id) AS shared ON own.employer = shared.own_id`;
  const parameters = [pathList(paths.own), idList([...shared.keys()]), idList([...shared.values()])];
  if (paths.shipped.length === 0) return { sql: `(${own})`, parameters };
  return {
    sql: `(SELECT * FROM read_parquet(?) UNION ALL BY NAME ${own})`,
    parameters: [pathList(paths.shipped), ...parameters],
  };
}

export function hasEmployer(table: TableName): boolean {
  return 'employer' in TABLES[table].columns;
}

function pathList(paths: readonly string[]): BoundValue {
  return { value: listValue([...paths]), type: LIST(VARCHAR) };
}

function idList(ids: readonly number[]): BoundValue {
  return { value: listValue(ids.map(BigInt)), type: LIST(BIGINT) };
}
