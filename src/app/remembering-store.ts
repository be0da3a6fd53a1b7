/** A store that remembers its latest answers: a site or a server asks for the same tables again and again. */
import { recent } from '../core/recent.js';
import type { Plan, PlanRow } from '../query/plan.js';
import type { ColumnName, TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';

/**
 * Wraps a store; equal plans share one read, the least recently asked are forgotten.
 *
 * @param limit answers kept, >= 1
 */
export function rememberingStore(store: Store, limit: number): Store {
  const answers = recent<unknown>(limit);
  return {
    manifest: store.manifest,
    read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      return answers.get(JSON.stringify(plan), () => store.read(plan)) as Promise<PlanRow<T, C>[]>;
    },
    close: () => store.close(),
  };
}
