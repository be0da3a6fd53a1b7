/** The same question about another level: a page asks it of every level, on every basis. */
import type { Level, LevelId } from '../core/level.js';
import type { Question } from './question.js';

/** One and the same object whenever it is asked for, so that what is known of it is found again. */
export function atLevel(question: Question, level: Level | null): Question {
  if (question.level?.id === level?.id) return question;
  const known = KNOWN_LEVELS.get(question) ?? new Map<LevelId | null, Question>();
  KNOWN_LEVELS.set(question, known);
  const id = level?.id ?? null;
  const asked = known.get(id) ?? { ...question, level };
  known.set(id, asked);
  return asked;
}

const KNOWN_LEVELS = new WeakMap<Question, Map<LevelId | null, Question>>();
