/** What can be asked of a market: a filtered, ordered read of one table. Frozen data, no engine in it. */
import type { ColumnName, RowOf, TableName } from './tables.js';

type Scalar = string | number | boolean;

export type Condition<T extends TableName> =
  | { readonly column: ColumnName<T>; readonly is: Scalar | null }
  | { readonly column: ColumnName<T>; readonly in: readonly Scalar[] }
  | { readonly column: ColumnName<T>; readonly atMost: string | number }
  | { readonly column: ColumnName<T>; readonly atLeast: string | number }
  | { readonly column: ColumnName<T>; readonly contains: string };

export interface Plan<T extends TableName, C extends ColumnName<T> = ColumnName<T>> {
  readonly from: T;
  readonly columns: readonly C[];
  readonly where: readonly Condition<T>[];
  readonly limit?: number;
}

export type PlanRow<T extends TableName, C extends ColumnName<T>> = Pick<RowOf<T>, C>;

/**
 * Describes a read; rows come back in the table's own sort order.
 *
 * @example select('exposure', ['soc', 'value'], [{ column: 'measure', is: 'microsoft-applicability' }])
 */
export function select<T extends TableName, const C extends ColumnName<T>>(
  from: T,
  columns: readonly C[],
  where: readonly Condition<T>[] = [],
  limit?: number,
): Plan<T, C> {
  return Object.freeze({ from, columns, where, ...(limit === undefined ? {} : { limit }) });
}
