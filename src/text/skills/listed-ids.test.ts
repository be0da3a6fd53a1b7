import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedIds } from './listed-ids.js';
import type { CredentialsFile, SkillsFile } from './lists.js';
import { buildSkillIndex } from './skill-index.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const index = buildSkillIndex(reviewed<SkillsFile>('skills.json'), reviewed<CredentialsFile>('credentials.json'));

describe('listedIds', () => {
  it.each<[string, string[]]>([
    ['go', ['go']],
    ['Excel', ['microsoft-excel']],
    ['GCP', ['google-cloud']],
    ['node js', ['node-js']],
    ['C++', ['cpp']],
    ['pmp', ['pmp']],
    ['Python and SQL', []],
    ['underwater basket weaving', []],
    ['', []],
  ])('%s', (name, expected) => {
    expect(listedIds(name, index)).toEqual(expected);
  });
});
