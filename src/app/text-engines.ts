/** The text engines with the model and the lists they need. */
import { join } from 'node:path';
import { MarketError } from '../core/errors.js';
import {
  buildCatalogue,
  buildSkillIndex,
  type CredentialsFile,
  classifyTitle,
  type ExtractedSkill,
  type ExtractedSkills,
  extractSkills,
  type RoleCatalogue,
  type RolesFile,
  readSkillMentions,
  rolePhrases,
  type SkillIndex,
  type SkillMention,
  type SkillsFile,
} from '../text/index.js';
import { readInstalled } from './installed-file.js';
import { REVIEWED_LISTS, ROLES_LIST, SHIPPED_MARKET, SKILL_LISTS } from './paths.js';
import { openTitleModel } from './title-model.js';

export {
  buildSkillIndex,
  classifyTitle,
  extractSkills,
  parsePay,
  readSkillMentions,
  readTitleModel,
} from '../text/index.js';

/** A job title as role, level and occupations. */
export type ClassifyTitle = (title: string) => ReturnType<typeof classifyTitle>;

/** A mention with the part of the posting it stands in, and how it is asked for there. */
export interface SkillInSection extends ExtractedSkill {
  readonly section: SkillMention['section'];
  readonly need: SkillMention['need'];
}

export interface SkillsBySection {
  readonly input: string;
  readonly skills: readonly SkillInSection[];
  readonly credentials: readonly SkillInSection[];
}

export interface SkillEngine {
  /** Skills and credentials of a text, with their places in it. */
  readonly extract: (text: string) => ExtractedSkills;
  /** The same mentions, each with its section and whether it is required, preferred or only mentioned. */
  readonly extractBySection: (text: string) => SkillsBySection;
}

export interface TextEngines {
  readonly classifyTitle: ClassifyTitle;
  readonly skills: SkillEngine;
}

/**
 * Everything the text engines need, read once. `parsePay` needs nothing and is there without it.
 *
 * @param directory a market; the shipped one when left out
 * @throws {MarketError} when a file is missing, damaged or of another version
 * @example
 * const engines = await openTextEngines();
 * engines.classifyTitle('Sr. Data Engineer').level;
 */
export async function openTextEngines(directory: string = SHIPPED_MARKET): Promise<TextEngines> {
  const [title, skills] = await Promise.all([openTitleEngine(directory), openSkillEngine()]);
  return { classifyTitle: title, skills };
}

/** @throws {MarketError} */
export async function openTitleEngine(directory: string = SHIPPED_MARKET): Promise<ClassifyTitle> {
  const [catalogue, model] = await Promise.all([readCatalogue(), openTitleModel(directory)]);
  const knowledge = { catalogue, model };
  return (title) => classifyTitle(title, knowledge);
}

/**
 * @param lists folder of the reviewed lists; the installed one when left out
 * @throws {MarketError} when a list is missing or damaged
 */
export async function openSkillEngine(lists: string = REVIEWED_LISTS): Promise<SkillEngine> {
  const index = await readSkillIndex(lists);
  return {
    extract: (text) => extractSkills(text, index),
    extractBySection: (text) => skillsBySection(text, index),
  };
}

function skillsBySection(text: string, index: SkillIndex): SkillsBySection {
  const asked = readSkillMentions(text, index).mentions.filter(({ use }) => use === 'asked');
  const ofType = (wanted: SkillMention['type']) =>
    asked.flatMap(({ type, id, name, span, section, need }) =>
      type === wanted ? [{ id, name, span, section, need }] : [],
    );
  return { input: text, skills: ofType('skill'), credentials: ofType('credential') };
}

/** The list itself rather than the market's table of it, so that no database has to start. */
function readCatalogue(): Promise<RoleCatalogue> {
  return readInstalled(join(REVIEWED_LISTS, ROLES_LIST), (bytes) =>
    buildCatalogue(rolePhrases(JSON.parse(bytes.toString()) as RolesFile)),
  );
}

async function readSkillIndex(directory: string): Promise<SkillIndex> {
  const [skills, credentials] = await Promise.all(
    SKILL_LISTS.map(async (name) => readInstalled(join(directory, name), (bytes) => JSON.parse(bytes.toString()))),
  );
  try {
    return buildSkillIndex(skills as SkillsFile, credentials as CredentialsFile);
  } catch (cause) {
    const files = SKILL_LISTS.map((name) => join(directory, name)).join(' or ');
    throw new MarketError('MARKET_DAMAGED', `${files} is damaged.`, 'Restore both from the release.', { cause });
  }
}
