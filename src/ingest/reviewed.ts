/** The reviewed lists: small tables kept by hand, as JSON beside the source code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../core/errors.js';
import {
  type CountriesFile,
  type EmployerAliases,
  type RolePhrase,
  type RolesFile,
  rolePhrases,
  type SkillsFile,
  type UsStatesFile,
} from '../text/index.js';
import type { MergedOccupation } from './published-occupations.js';

export interface ReviewedLists {
  /** Rows of the role catalogue. */
  readonly phrases: readonly RolePhrase[];
  readonly countries: CountriesFile;
  readonly states: UsStatesFile;
  readonly aliases: EmployerAliases;
  readonly merged: readonly MergedOccupation[];
  /** Names of software as O*NET writes them, to the names in common use. */
  readonly commonNames: ReadonlyMap<string, string>;
}

/** The lists a build reads, by file name. */
export const REVIEWED_FILES = [
  'roles.json',
  'countries.json',
  'us-states.json',
  'employer-aliases.json',
  'oews-merged-occupations.json',
  'skills.json',
] as const;

/**
 * All lists a build needs.
 *
 * @param directory the folder `reviewed`
 * @throws {SourceError} REVIEWED_MISSING | REVIEWED_INVALID
 */
export async function readReviewedLists(directory: string): Promise<ReviewedLists> {
  const [roles, countries, states, aliases, merged, skills] = await Promise.all(
    REVIEWED_FILES.map((file) => readList(directory, file)),
  );
  return {
    phrases: rolePhrases(roles as RolesFile),
    countries: countries as CountriesFile,
    states: states as UsStatesFile,
    aliases: aliases as EmployerAliases,
    merged: merged as MergedOccupation[],
    commonNames: commonNames(skills as SkillsFile),
  };
}

function commonNames({ skills }: SkillsFile): Map<string, string> {
  return new Map(skills.flatMap(({ name, onet = [] }) => onet.map((published) => [published, name] as const)));
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
