/** Skills and credentials a text names. The lists are arguments. */
export { type ExtractedSkill, type ExtractedSkills, extractSkills } from './extract-skills.js';
export { listedIds } from './listed-ids.js';
export type { CredentialsFile, SkillsFile } from './lists.js';
export { readSkillMentions, type SkillMention } from './read-skill-mentions.js';
export { buildSkillIndex, type SkillIndex } from './skill-index.js';
