/** A store that remembers its latest answers: a site or a server asks for the same family of roles again and again. */
import type { Plan, PlanRow } from '../query/plan.js';
import type { ColumnName, TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';

/**
 * Wraps a store; equal plans share one read, the least recently asked are forgotten.
 *
 * @param limit answers kept, >= 1
 */
export function rememberingStore(store: Store, limit: number): Store {
  const answers = new Map<string, Promise<unknown>>();
  return {
    manifest: store.manifest,
    read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      const key = JSON.stringify(plan);
      const known = answers.get(key) as Promise<PlanRow<T, C>[]> | undefined;
      answers.delete(key);
      const answer = known ?? store.read(plan);
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
      const oldest = answers.keys().next().value;
      if (answers.size > limit && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
    close: () => store.close(),
  };
}
