/** Shares by task to shares by occupation. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText, rounded } from '../../fields.js';
import type { IndexRecords } from './parse.js';
import { type Successor, successorsIn } from './successors.js';

export const USE = 'anthropic-use';
export const AUTOMATION = 'anthropic-automation';
export const AUGMENTATION = 'anthropic-augmentation';

/** The publisher's name for conversations that fit no task. */
const NO_TASK = 'none';

interface Use {
  /** Percent of all conversations. */
  share: number;
  automation: number;
  augmentation: number;
}

/** Percent of all conversations by published occupation, and how much of it automates or augments. */
export function normalizeIndex(
  { uses, ways, statements }: IndexRecords,
  crosswalk: readonly DraftRow<'crosswalk'>[],
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const wayOf = waysByTask(ways);
  const codesOf = occupationsByTask(statements);
  const successors = successorsIn(crosswalk);
  const totals = new Map<string, Use>();
  const listed = new Set([...codesOf.values()].flatMap((codes) => [...codes]));
  for (const { soc } of [...listed].flatMap(successors)) totals.set(soc, { share: 0, automation: 0, augmentation: 0 });

  for (const record of uses) {
    const task = keyOf(record.task_name);
    const share = requiredNumber(record.pct, 'pct');
    const codes = codesOf.get(task);
    if (task === NO_TASK) excluded.add('conversations that fit no task');
    else if (codes === undefined) excluded.add('task of no occupation');
    else
      for (const { soc, weight } of spread(codes, successors)) add(totals.get(soc)!, share * weight, wayOf.get(task));
  }
  const exposure = [...totals].flatMap(([soc, use]) => rowsOf(soc, use));
  const rowsIn = uses.length;
  return { tables: { exposure }, rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() };
}

function add(total: Use, share: number, way: Pick<Use, 'automation' | 'augmentation'> | undefined): void {
  total.share += share;
  total.automation += share * (way?.automation ?? 0);
  total.augmentation += share * (way?.augmentation ?? 0);
}

/** A task that several occupations have counts for each of them in equal parts. */
function spread(codes: ReadonlySet<string>, successors: (code: string) => readonly Successor[]): Successor[] {
  return [...codes].flatMap((code) =>
    successors(code).map(({ soc, weight }) => ({ soc, weight: weight / codes.size })),
  );
}

/** Without conversations whose way is known there is nothing to say of the ways. */
function rowsOf(soc: string, { share, automation, augmentation }: Use): DraftRow<'exposure'>[] {
  const use = { measure: USE, soc, value: rounded(share, 6) };
  const known = automation + augmentation;
  if (known <= 0) return [use];
  return [
    use,
    { measure: AUTOMATION, soc, value: rounded(automation / known, 6) },
    { measure: AUGMENTATION, soc, value: rounded(augmentation / known, 6) },
  ];
}

/** What the publisher withholds below its privacy threshold (`filtered`) is neither. */
function waysByTask(ways: IndexRecords['ways']): Map<string, Pick<Use, 'automation' | 'augmentation'>> {
  return new Map(
    ways.map((record) => [
      keyOf(record.task_name),
      {
        automation:
          requiredNumber(record.directive, 'directive') + requiredNumber(record.feedback_loop, 'feedback_loop'),
        augmentation:
          requiredNumber(record.task_iteration, 'task_iteration') +
          requiredNumber(record.validation, 'validation') +
          requiredNumber(record.learning, 'learning'),
      },
    ]),
  );
}

function occupationsByTask(statements: IndexRecords['statements']): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const record of statements) {
    const task = keyOf(record.Task);
    const code = requiredText(record['O*NET-SOC Code'], 'O*NET-SOC Code');
    codes.set(task, (codes.get(task) ?? new Set<string>()).add(code));
  }
  return codes;
}

function keyOf(task: string | null): string {
  return requiredText(task, 'task').trim().toLowerCase();
}
