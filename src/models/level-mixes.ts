/** Shares of levels under which a source is compared with figures that know no level. */
import { findLevel, type LevelGroupId } from '../core/level.js';

/** Levels that may be pooled, and jobs that state none. */
export type LevelClass = LevelGroupId | 'unstated';

export type LevelMix = ReadonlyMap<LevelClass, number>;

const STATED: readonly LevelClass[] = ['entry-mid', 'senior', 'lead-staff-principal', 'manager', 'director-executive'];

/** Class of a row's level; a level that is not known counts as none stated. */
export function levelClassOf(level: string | null): LevelClass {
  return (level === null ? undefined : findLevel(level)?.group) ?? 'unstated';
}

/** Share of each class among the rows. */
export function levelMixOf(classes: readonly LevelClass[]): LevelMix {
  const mix = new Map<LevelClass, number>();
  for (const entry of classes) mix.set(entry, (mix.get(entry) ?? 0) + 1 / classes.length);
  return mix;
}

/** The mean of mixes, each weighted alike. */
export function meanMix(mixes: readonly LevelMix[]): LevelMix {
  const mean = new Map<LevelClass, number>();
  for (const mix of mixes) {
    for (const [entry, share] of mix) mean.set(entry, (mean.get(entry) ?? 0) + share / mixes.length);
  }
  return mean;
}

/** Every stated level class alike, jobs without one left out. */
export const UNIFORM_MIX: LevelMix = new Map(STATED.map((entry) => [entry, 1 / STATED.length]));

/** Weight that brings rows of a class from their source's mix to another; 0 where the other has none of it. */
export function mixWeight(entry: LevelClass, own: LevelMix, wanted: LevelMix): number {
  const share = own.get(entry) ?? 0;
  return share === 0 ? 0 : (wanted.get(entry) ?? 0) / share;
}
