/** Skills and credentials that a cell lists or a text asks for. */
import type { OwnReading, SkillIds } from './own-reading.js';

/** Names of one cell that are looked at. */
const MOST_NAMES = 500;

/** Ids, sorted, separated by commas: as the table `postings` has them. */
export interface SkillReading {
  readonly skills: string;
  readonly credentials: string;
}

/** Reads a list: separated by commas, semicolons, bars or line breaks, or JSON. */
export function readSkillList(raw: string | null, { skillNamed }: Pick<OwnReading, 'skillNamed'>): SkillReading {
  return joined(
    namesIn(raw ?? '')
      .slice(0, MOST_NAMES)
      .map(skillNamed),
  );
}

export function readSkillsInText(text: string, { skillsIn }: Pick<OwnReading, 'skillsIn'>): SkillReading {
  return joined([skillsIn(text)]);
}

function namesIn(text: string): string[] {
  const listed = text.trimStart().startsWith('[') ? fromJson(text) : null;
  const names = listed ?? text.replace(/^\s*[[({]|[\])}]\s*$/g, '').split(/[,;|\n\r•]+/);
  return names.map((name) => name.trim().replace(/^['"]|['"]$/g, '')).filter((name) => name !== '');
}

function fromJson(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
  } catch {
    return null;
  }
}

function joined(found: readonly SkillIds[]): SkillReading {
  const ids = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort().join(',');
  return {
    skills: ids(found.map(({ skills }) => skills)),
    credentials: ids(found.map(({ credentials }) => credentials)),
  };
}
