/** The skills and credentials a text asks for. */
import type { Meter } from '../meter.js';
import { readSkillMentions } from './read-skill-mentions.js';
import type { SkillIndex } from './skill-index.js';

export interface ExtractedSkill {
  readonly id: string;
  readonly name: string;
  /** UTF-16 offsets in the input, end exclusive. */
  readonly span: readonly [number, number];
}

export interface ExtractedSkills {
  readonly input: string;
  readonly skills: readonly ExtractedSkill[];
  readonly credentials: readonly ExtractedSkill[];
}

/**
 * The listed skills and credentials that a text asks of a worker or names as part of the work, in text order, one
 * entry for each time one is named.
 *
 * Left out: what the text denies (`no Java required`), and names that stand for something else than a skill there:
 * customers, investors, the employer itself, perks, the way to apply. `readSkillMentions` gives those too.
 *
 * @param input plain text, Markdown or HTML, of any length
 * @param index made by `buildSkillIndex`
 */
export function extractSkills(input: string, index: SkillIndex, meter?: Meter): ExtractedSkills {
  const skills: ExtractedSkill[] = [];
  const credentials: ExtractedSkill[] = [];
  for (const { type, id, name, span, use } of readSkillMentions(input, index, meter).mentions) {
    if (use === 'asked') (type === 'skill' ? skills : credentials).push({ id, name, span });
  }
  return { input, skills, credentials };
}
