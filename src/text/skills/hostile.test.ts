import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractSkills } from './extract-skills.js';
import type { CredentialsFile, SkillsFile } from './lists.js';
import { buildSkillIndex } from './skill-index.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const index = buildSkillIndex(reviewed<SkillsFile>('skills.json'), reviewed<CredentialsFile>('credentials.json'));

function stepsOf(text: string): number {
  const meter = { steps: 0 };
  extractSkills(text, index, meter);
  return meter.steps;
}

describe('hostile text', () => {
  it.each(['', ' ', '\u0000', '\ud83d', '<', '&', '&amp', '&#', '.', '+', '<p', '<!--', '&lt;', 'C+', '.N', '\ufeff'])(
    'gives nothing for %j',
    (text) => {
      expect(extractSkills(text, index)).toEqual({ input: text, skills: [], credentials: [] });
    },
  );

  it.each([
    ['plain words', 'we build things with care '],
    ['names in one list', 'Python, Go, R, C, Excel, '],
    ['names in one sentence', 'Python with Kafka and not Go or R '],
    ['denials', 'no Java no Rust without Go don’t need C '],
    ['waivers', 'Java and Go or R experience knowledge '],
    ['companies', 'trusted by Stripe and ex Notion '],
    ['headings', 'Requirements\n\n'],
    ['labels', 'Nice to have: Go\n'],
    ['open tags', '<p <p '],
    ['brackets', '<'],
    ['escaped brackets', '&lt;'],
    ['ampersands', '&'],
    ['escaped ampersands', '&amp;'],
    ['full stops', '.'],
    ['dots and letters', '.N'],
    ['plus signs', 'C+'],
    ['hash signs', 'c#'],
    ['long names begun', 'Microsoft Certified Dynamics 365 Finance and Operations Apps '],
    ['addresses', 'https://go.dev/python/rust/'],
    ['letters without a space', 'python'],
    ['bullets', '\n- Go'],
    ['cues', 'experience with tools such as '],
    ['scripts', '<script>'],
    ['lone surrogates', '\ud800'],
    ['apostrophes', "Stripe's "],
    ['employers', 'About Stripe\n'],
  ])('takes steps in proportion to its length: %s', (_, unit) => {
    const few = stepsOf(unit.repeat(2_000));
    const many = stepsOf(unit.repeat(16_000));
    expect(many / few).toBeLessThan(8.8);
    expect(many / (unit.length * 16_000)).toBeLessThan(100);
  });

  it('reads a line of 10 MB', () => {
    const text = `${'x'.repeat(5_000_000)} Python, ${'lorem ipsum '.repeat(420_000)} Kafka`;
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(extractSkills(text, index).skills.map(({ id }) => id)).toEqual(['python', 'apache-kafka']);
  });
});
