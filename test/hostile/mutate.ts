/** Texts damaged in every way that scraping, copying and malice damage them. */
import { readFileSync } from 'node:fs';
import type { Random } from './random.js';

/** Pieces that break parsers: steering marks, broken Unicode, markup, numbers, and words that engines give a meaning. */
export const HOSTILE_PIECES: readonly string[] = Object.values(
  JSON.parse(readFileSync(new URL('pieces.json', import.meta.url), 'utf8')) as Record<string, string[]>,
).flat();

type Mutation = (text: string, random: Random) => string;

/** A stretch of a text, as offsets. */
function stretch(text: string, random: Random, longest: number): [number, number] {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(longest + 1))];
}

const insert: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  const piece = random.pick(HOSTILE_PIECES).repeat(random.once(6) ? 1 + random.below(12) : 1);
  return text.slice(0, at) + piece + text.slice(at + (random.once(3) ? random.below(4) : 0));
};

const remove: Mutation = (text, random) => {
  const [from, to] = stretch(text, random, 12);
  return text.slice(0, from) + text.slice(to);
};

const repeat: Mutation = (text, random) => {
  const [from, to] = stretch(text, random, 8);
  return text.slice(0, to) + text.slice(from, to).repeat(1 + random.below(random.once(20) ? 60 : 4)) + text.slice(to);
};

const move: Mutation = (text, random) => {
  const [from, to] = stretch(text, random, 30);
  const rest = text.slice(0, from) + text.slice(to);
  const at = random.below(rest.length + 1);
  return rest.slice(0, at) + text.slice(from, to) + rest.slice(at);
};

const swapWords: Mutation = (text, random) => {
  const words = text.split(' ');
  const [a, b] = [random.below(words.length), random.below(words.length)];
  [words[a], words[b]] = [words[b]!, words[a]!];
  return words.join(' ');
};

const changeUnit: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + String.fromCharCode(random.below(random.once(2) ? 0x180 : 0x10000)) + text.slice(at + 1);
};

const changeCase: Mutation = (text, random) => {
  const [from, to] = stretch(text, random, 20);
  const part = text.slice(from, to);
  return text.slice(0, from) + (random.once(2) ? part.toUpperCase() : part.toLowerCase()) + text.slice(to);
};

const escapeMarkup: Mutation = (text, random) => {
  const [from, to] = stretch(text, random, 10);
  const escaped = Array.from(text.slice(from, to), (character) =>
    random.once(2) ? `&#${character.codePointAt(0)};` : `&#x${character.codePointAt(0)?.toString(16)};`,
  );
  return text.slice(0, from) + escaped.join('') + text.slice(to);
};

const changeDigits: Mutation = (text, random) => {
  const zero = random.pick([0x30, 0x660, 0x966, 0xff10, 0x1d7ce]);
  const [from, to] = stretch(text, random, 20);
  const digits = text.slice(from, to).replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return text.slice(0, from) + digits + text.slice(to);
};

const MUTATIONS: readonly Mutation[] = [
  ...[insert, insert, insert, insert, remove, repeat, move, swapWords],
  ...[changeUnit, changeCase, escapeMarkup, changeDigits],
];

/** The first part of one text followed by the last part of another. */
function cross(one: string, other: string, random: Random): string {
  return one.slice(0, random.below(one.length + 1)) + other.slice(random.below(other.length + 1));
}

/** A seed, or two crossed, after one to ten mutations; once in a hundred a run of pieces alone. */
export function mutant(seeds: readonly string[], random: Random): string {
  if (random.once(100)) {
    return Array.from({ length: random.below(30) }, () => random.pick(HOSTILE_PIECES)).join(random.pick(['', ' ']));
  }
  let text = random.pick(seeds);
  if (random.once(4)) text = cross(text, random.pick(seeds), random);
  const count = 1 + random.below(random.once(4) ? 10 : 4);
  for (let i = 0; i < count; i += 1) text = random.pick(MUTATIONS)(text, random);
  return text;
}

/** A text as it can be put between quotation marks in a program; a long one is cut. */
export function escaped(text: string, longest = 2000): string {
  const literal = JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return literal.length <= longest ? literal : `${literal.slice(0, longest)}… (${text.length} units)`;
}
