/** The engine of skills as it is compared with labels. */
import { join } from 'node:path';
import type { Extractor } from '../../models/backtest/skill-truth.js';
import { buildSkillIndex, type CredentialsFile, extractSkills, listedIds, type SkillsFile } from '../../text/index.js';
import { readInstalled } from '../installed-file.js';
import { REVIEWED_LISTS, SKILL_LISTS } from '../paths.js';

/** @throws {MarketError} when a list is missing or damaged */
export async function openExtractor(lists: string = REVIEWED_LISTS): Promise<Extractor> {
  const [skills, credentials] = await Promise.all(
    SKILL_LISTS.map((name) => readInstalled(join(lists, name), (bytes): unknown => JSON.parse(bytes.toString('utf8')))),
  );
  const index = buildSkillIndex(skills as SkillsFile, credentials as CredentialsFile);
  return {
    read: (text) => {
      const found = extractSkills(text, index);
      return [...found.skills, ...found.credentials];
    },
    idsOf: (name) => listedIds(name, index),
  };
}
