/** The same question about another level: a page asks it of every level, on every basis. */

import type { Level, LevelId } from '../core/level.js';
import { rememberedOf } from '../core/remembered.js';
import type { Question } from './question.js';

/** One and the same object whenever it is asked for, so that what is known of it is found again. */
export function atLevel(question: Question, level: Level | null): Question {
  if (question.level?.id === level?.id) return question;
  const known = levelsAsked(question);
  const id = level?.id ?? null;
  const asked = known.get(id) ?? { ...question, level };
  known.set(id, asked);
  return asked;
}

const levelsAsked = rememberedOf((_question: Question) => new Map<LevelId | null, Question>());
