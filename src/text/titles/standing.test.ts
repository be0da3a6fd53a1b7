import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalogue, type RolesFile, rolePhrases } from './roles.js';
import { titleStanding } from './standing.js';
import { readTitleModel } from './title-model.js';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const roles = JSON.parse(readFileSync(resolve(ROOT, 'reviewed', 'roles.json'), 'utf8')) as RolesFile;
const knowledge = {
  catalogue: buildCatalogue(rolePhrases(roles)),
  model: readTitleModel(readFileSync(resolve(ROOT, 'market', 'models', 'titles.bin'))),
};
const standing = (title: string) => titleStanding(title, knowledge);

describe('titleStanding', () => {
  it.each([
    'Registered Nurse',
    'Junior Welder',
    'Machine Learning Lead',
    'Chief of Staff',
    'Data Scientists',
    '15-1252',
    'SOC 29-1141',
  ])('knows %j', (title) => expect(standing(title)).toBe('known'));

  it.each(['Chief Happiness Officer', 'Account Executive Norcal', 'Postal Operations Specialist II'])(
    'finds work in %j',
    (title) => expect(standing(title)).toBe('of-work'),
  );

  it.each([
    '<script>alert(1)</script>',
    'asdf qwer',
    'Select * from users',
    'dream job',
    'big red button',
    'dog',
    '1 2 3',
    '',
    '\ud800',
    '__proto__',
  ])('finds none in %j', (title) => expect(standing(title)).toBe('of-nothing'));
});
