import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { employerKey } from './employers/key.js';
import { buildLocationIndex, readLocation } from './places/locations.js';
import { normalisePlace, PLACE_LIMIT } from './places/normalise.js';
import { type CountriesFile, placeRows, type UsStatesFile } from './places/rows.js';
import { plainText } from './plain.js';
import { parseLevel } from './titles/level.js';
import { normaliseTitle, TITLE_LIMIT } from './titles/normalise.js';
import { PhraseSet } from './titles/phrase-set.js';
import { readTitle } from './titles/read.js';
import { buildCatalogue, type RolesFile, recogniseTitle, rolePhrases } from './titles/roles.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const catalogue = buildCatalogue(rolePhrases(reviewed<RolesFile>('roles.json')));
const index = buildLocationIndex(
  placeRows({
    geography: [],
    countries: reviewed<CountriesFile>('countries.json'),
    states: reviewed<UsStatesFile>('us-states.json'),
  }),
);

const SEEDS = [
  'Sr. Machine Learning Engineer II (Remote) - R12345',
  'VP, Head of Data & Analytics / Staff+ Engineer',
  'C++ / C# / Node.js Dev &amp;#39;&#x1F600;',
  'Cary,North Carolina,United States | Remote - US; London',
  'AMAZON.COM SERVICES LLC d/b/a',
];
const PIECES = [
  '(',
  ')',
  '&',
  '&#',
  '&amp;',
  ';',
  ' - ',
  '-',
  '—',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u0301',
  '\ufdfa',
  '🧑🏽‍💻',
  'ﬁ',
  'İ',
  'ı',
  '\n',
  '\t',
  'i',
  'iv',
  'lead',
  'staff',
  'manager',
  ',',
  '9999',
  '\u0001',
  '__proto__',
  '"',
  "'",
  '<script>',
];

/** Park-Miller generator: the same mutations in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function mutate(text: string, random: () => number): string {
  let out = text;
  const edits = 1 + Math.floor(random() * 8);
  for (let i = 0; i < edits; i += 1) {
    const at = Math.floor(random() * (out.length + 1));
    const piece = PIECES[Math.floor(random() * PIECES.length)] as string;
    const gone = Math.floor(random() * 4);
    out = out.slice(0, at) + piece.repeat(1 + Math.floor(random() * 3)) + out.slice(at + gone);
  }
  return out;
}

/** Whether what every engine says of a text is well formed. */
function holds(text: string): boolean {
  const { key, rest, occupationKey } = recogniseTitle(text, catalogue);
  const words = new Set(key.split(' '));
  const { country, region } = readLocation(text, index);
  return (
    key === normaliseTitle(text) &&
    /^(?:\S+(?: \S+)*)?$/u.test(key) &&
    parseLevel(key).rest === rest &&
    `${rest} ${occupationKey}`.split(' ').every((word) => word === '' || words.has(word)) &&
    !employerKey(text, {}).includes(' ') &&
    normalisePlace(text).length <= 2 * PLACE_LIMIT &&
    (region === null || country === 'US')
  );
}

describe('hostile text', () => {
  it('never breaks an engine, in 2,000 mutations', () => {
    const random = generator(20_260_401);
    const broken: string[] = [];
    for (let i = 0; i < 2_000; i += 1) {
      const text = mutate(SEEDS[i % SEEDS.length] as string, random);
      if (!holds(text)) broken.push(text);
    }
    expect(broken).toEqual([]);
  });

  it('reads a bounded part of a huge text: what follows changes nothing', () => {
    const head = `${'lead '.repeat(100)}`;
    const huge = head + 'manager '.repeat(1_500_000);
    expect(huge.length).toBeGreaterThan(10_000_000);
    expect(normaliseTitle(huge)).toBe(normaliseTitle(huge.slice(0, TITLE_LIMIT)));
    expect(readLocation(huge, index)).toEqual({ country: null, region: null, several: false });
    expect(employerKey(huge, {}).length).toBeLessThanOrEqual(200);
    expect(
      readTitle(huge, {
        catalogue,
        roleOccupations: () => [],
        candidates: [],
        occupation: (soc) => ({ title: soc, jobs: null }),
      }),
    ).toBeNull();
  });

  it('does not let one character grow into many', () => {
    expect(plainText('\ufdfa'.repeat(1_000), TITLE_LIMIT).length).toBeLessThanOrEqual(TITLE_LIMIT);
    expect(plainText('&amp;amp;amp;'.repeat(1_000), TITLE_LIMIT).length).toBeLessThanOrEqual(TITLE_LIMIT);
  });

  it('looks phrases up a bounded number of times a word', () => {
    const set = new PhraseSet(['a a a a', 'a b']);
    const hits = (words: number) => set.find(Array.from({ length: words }, () => 'a')).length;
    expect(hits(400) / hits(200)).toBeCloseTo(2, 1);
  });
});
