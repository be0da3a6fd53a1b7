import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractSkills } from './extract-skills.js';
import type { CredentialsFile, SkillsFile } from './lists.js';
import { readSkillMentions } from './read-skill-mentions.js';
import { buildSkillIndex } from './skill-index.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const index = buildSkillIndex(reviewed<SkillsFile>('skills.json'), reviewed<CredentialsFile>('credentials.json'));

const SEEDS = [
  'Requirements: 5+ years of Python, Go &amp; C++; no Java required. <li>AWS (EC2, S3)</li> PMP or CPA a plus',
  'We are trusted by Stripe, Notion and Slack.\n\nWhat you need\n- React/Next.js, CI/CD, A/B testing\n- Excel',
  '&lt;p&gt;Machine Learning, RAG &amp;amp; LLMs&lt;/p&gt; https://go.dev/x R&D Series C',
];
const PIECES = [
  '<',
  '<p',
  '</',
  '>',
  '&',
  '&lt;',
  '&amp;amp;amp;',
  '&#x110000;',
  '&#0;',
  '.',
  '..',
  '+',
  '#',
  '++',
  '/',
  '-',
  '–',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u200d',
  '\u0301',
  'İ',
  'ﬁ',
  '\u2028',
  '\n',
  '\r\n\t',
  '•',
  ',',
  ':',
  'no ',
  'Go ',
  ' R ',
  'C#',
  '.NET',
  'not required ',
  '__proto__',
  'constructor',
  '<script>',
  '🧑🏽‍💻',
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
  for (let edits = 1 + Math.floor(random() * 8); edits > 0; edits -= 1) {
    const at = Math.floor(random() * (out.length + 1));
    const piece = PIECES[Math.floor(random() * PIECES.length)] as string;
    out = out.slice(0, at) + piece.repeat(1 + Math.floor(random() * 3)) + out.slice(at + Math.floor(random() * 4));
  }
  return out;
}

/** Whether every mention is a stretch of the text, in order, without overlap. */
function holds(text: string): boolean {
  let end = 0;
  for (const { span, id } of readSkillMentions(text, index).mentions) {
    const [from, to] = span;
    if (from < end || to <= from || to > text.length || !index.entries.has(id)) return false;
    end = to;
  }
  return true;
}

function stepsOf(text: string): number {
  const meter = { steps: 0 };
  extractSkills(text, index, meter);
  return meter.steps;
}

describe('hostile text', () => {
  it('never breaks the engine, in 3,000 mutations', () => {
    const random = generator(20_260_723);
    const broken: string[] = [];
    for (let i = 0; i < 3_000; i += 1) {
      const text = mutate(SEEDS[i % SEEDS.length] as string, random);
      if (!holds(text)) broken.push(text);
    }
    expect(broken).toEqual([]);
  });

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
