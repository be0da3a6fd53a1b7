/** The forms for men and women of titles that state both. */
import type { Language } from './parse.js';

/** Longer texts are not titles. */
const MOST_CHARACTERS = 300;
const ENGLISH_SUFFIX = /^(.*?)(\w*)man\/(?:\2)?woman\b(.*)$/i;

/**
 * Both forms of a title, each written out; the title alone where it states one form.
 *
 * In French the words before the slash answer to as many behind it, and what follows belongs to both.
 *
 * @example genderForms('Monteur/monteuse de pipes', 'fr') // ['Monteur de pipes', 'monteuse de pipes']
 * @example genderForms('Tram foreman/woman', 'en') // ['Tram foreman', 'Tram forewoman']
 */
export function genderForms(title: string, language: Language): readonly string[] {
  if (title.length > MOST_CHARACTERS) return [title];
  return language === 'fr' ? frenchForms(title) : englishForms(title);
}

function frenchForms(title: string): readonly string[] {
  const slash = title.indexOf('/');
  if (slash < 0 || title.indexOf('/', slash + 1) >= 0) return [title];
  const left = title.slice(0, slash).trim().split(/\s+/);
  const right = title
    .slice(slash + 1)
    .trim()
    .split(/\s+/);
  if (right.length < left.length) return [title];
  const common = right.slice(left.length);
  return [[...left, ...common].join(' '), right.join(' ')];
}

function englishForms(title: string): readonly string[] {
  const parts = ENGLISH_SUFFIX.exec(title);
  if (parts === null) return [title];
  const [, before = '', stem = '', behind = ''] = parts;
  return [`${before}${stem}man${behind}`, `${before}${stem}woman${behind}`];
}
