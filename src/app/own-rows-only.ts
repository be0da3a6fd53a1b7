/** A store in which only a user's own rows speak about pay and demand. */
import { OWN_SOURCE } from '../core/own-data.js';
import type { Condition, Plan, PlanRow } from '../query/plan.js';
import type { ColumnName, TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';

/**
 * Tables of observations: what jobs pay and how many there are. All others explain or convert them (places, roles,
 * occupations, tools, exposure, price and wage indexes, exchange rates) and stay public.
 */
const OBSERVED: ReadonlySet<TableName> = new Set([
  'pay',
  'postings',
  'official',
  'earnings',
  'prevailing',
  'projections',
]);

/** The same store without the public rows of every table of observations. */
export function ownRowsOnly(store: Store): Store {
  return {
    manifest: store.manifest,
    read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      if (!OBSERVED.has(plan.from)) return store.read(plan);
      const mine: Condition<T> = { column: 'source' as ColumnName<T>, is: OWN_SOURCE.id };
      return store.read({ ...plan, where: [mine, ...plan.where] });
    },
    close: () => store.close(),
  };
}
