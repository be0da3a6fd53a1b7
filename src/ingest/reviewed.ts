/** The reviewed lists: small tables kept by hand, as JSON beside the source code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../core/errors.js';
import {
  type CountriesFile,
  type CredentialsFile,
  type EmployerAliases,
  type RolePhrase,
  type RolesFile,
  rolePhrases,
  type SkillsFile,
  type UsStatesFile,
} from '../text/index.js';
import type { MergedOccupation } from './published-occupations.js';
import type { ReviewedMatch } from './sources/isco-crosswalk/reviewed-matches.js';

/** A publisher's skill label as our list of skills knows it. */
export interface KnownLabel {
  /** Id in `reviewed/skills.json`. */
  readonly id: string;
  /** The label is a common word too (`Go`, `Spring`): our list asks for context before it believes it. */
  readonly guarded: boolean;
}

export interface ReviewedLists {
  /** Rows of the role catalogue. */
  readonly phrases: readonly RolePhrase[];
  readonly countries: CountriesFile;
  readonly states: UsStatesFile;
  readonly aliases: EmployerAliases;
  readonly merged: readonly MergedOccupation[];
  /** Names of software as O*NET writes them, to the names in common use. */
  readonly commonNames: ReadonlyMap<string, string>;
  readonly skills: SkillsFile;
  readonly credentials: CredentialsFile;
  /** Skill labels of the Tech Salary Radar, as our list of skills knows them. */
  readonly radarLabels: ReadonlyMap<string, KnownLabel>;
  /** Classes of other classifications that are the same work as occupations of SOC 2018. */
  readonly matches: readonly ReviewedMatch[];
  /** Names of career boards on Ashby. */
  readonly ashbyBoards: readonly string[];
}

/** The lists a build reads, by file name. */
export const REVIEWED_FILES = [
  'roles.json',
  'countries.json',
  'us-states.json',
  'employer-aliases.json',
  'oews-merged-occupations.json',
  'skills.json',
  'credentials.json',
  'ashby-boards.json',
  'occupation-matches.json',
] as const;

/**
 * All lists a build needs.
 *
 * @param directory the folder `reviewed`
 * @throws {SourceError} REVIEWED_MISSING | REVIEWED_INVALID
 */
export async function readReviewedLists(directory: string): Promise<ReviewedLists> {
  const [roles, countries, states, aliases, merged, skills, credentials, boards, matches] = await Promise.all(
    REVIEWED_FILES.map((file) => readList(directory, file)),
  );
  return {
    phrases: rolePhrases(roles as RolesFile),
    countries: countries as CountriesFile,
    states: states as UsStatesFile,
    aliases: aliases as EmployerAliases,
    merged: merged as MergedOccupation[],
    commonNames: commonNames(skills as SkillsFile),
    skills: skills as SkillsFile,
    credentials: credentials as CredentialsFile,
    radarLabels: radarLabels(skills as SkillsFile),
    matches: matches as ReviewedMatch[],
    ashbyBoards: (boards as { readonly boards: readonly string[] }).boards,
  };
}

function commonNames({ skills }: SkillsFile): Map<string, string> {
  return new Map(skills.flatMap(({ name, onet = [] }) => onet.map((published) => [published, name] as const)));
}

function radarLabels({ skills, rules }: SkillsFile): Map<string, KnownLabel> {
  const needsContext = (forms: SkillsFile['skills'][number]['forms'], label: string) =>
    Object.entries(forms).some(([rule, spellings]) => spellings.includes(label) && rules[rule]?.needs !== undefined);
  return new Map(
    skills.flatMap(({ id, radar, forms }) =>
      radar === undefined ? [] : [[radar, { id, guarded: needsContext(forms, radar) }] as const],
    ),
  );
}

async function readList(directory: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(join(directory, file), 'utf8');
  } catch (cause) {
    const message = `The reviewed list '${file}' is missing from '${directory}'.`;
    throw new SourceError('REVIEWED_MISSING', message, 'Restore it from the package.', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `The reviewed list '${file}' is not valid JSON.`;
    throw new SourceError('REVIEWED_INVALID', message, 'Mend the list or restore it from the package.', { cause });
  }
}
