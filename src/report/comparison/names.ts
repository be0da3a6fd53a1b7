/** What the questions of a comparison are called: in full, and by what sets them apart. */

import type { ComparedReport } from '../comparison-model.js';
import { capitalise, withArticle } from '../context.js';

export interface ComparedName {
  /** `Data Scientist in Texas, senior level`. */
  readonly label: string;
  /** `Texas`, `Data Scientist, senior`: only what differs. */
  readonly name: string;
}

type Question = ComparedReport['question'];

/** Names in the order of the questions, no two the same. */
export function comparedNames(questions: readonly Question[]): ComparedName[] {
  const keys = questions.map(partsOf);
  const varies = (part: keyof Parts) => new Set(keys.map((key) => key[part].toLowerCase())).size > 1;
  const [byTitle, byLevel, byPlace] = [varies('title'), varies('level'), varies('place')];
  const names = keys.map(({ title, level, place }) => {
    const shown = [byTitle ? title : '', byLevel ? level : '', byPlace ? place : ''].filter((part) => part !== '');
    return capitalise(shown.length === 0 ? title : shown.join(', '));
  });
  return questions.map((question, at) => {
    const name = names[at]!;
    const before = names.slice(0, at).filter((other) => other === name).length;
    return { label: labelOf(question), name: before === 0 ? name : `${name} (${before + 1})` };
  });
}

interface Parts {
  readonly title: string;
  readonly level: string;
  readonly place: string;
}

function partsOf(question: Question): Parts {
  const level = unsaidLevel(question);
  return { title: question.title, level: level ?? '', place: question.place.name };
}

/** Title and place as the report words them, and the level where the title does not say it. */
function labelOf(question: Question): string {
  const level = unsaidLevel(question);
  return `${capitalise(question.title)} in ${withArticle(question.place.name)}${level === null ? '' : `, ${level}`}`;
}

function unsaidLevel({ title, level }: Question): string | null {
  if (level === null) return null;
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.includes(level.name.toLowerCase()) ? null : `${level.name.toLowerCase()} level`;
}
