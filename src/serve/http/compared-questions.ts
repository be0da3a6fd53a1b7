/** Reads two to four questions from the query of an address: `title1`, `in1`, `level1`, `title2` and so on. */
import { UsageError } from '../../core/errors.js';
import { FEWEST_COMPARED, MOST_COMPARED } from '../../report/comparison-model.js';
import { type ReportQuestion, readQuestion } from './question.js';

export interface AskedFields {
  readonly title: string;
  readonly place: string;
  readonly level: string;
}

/** What stands in the fields of each question that has a title, as it was typed, the numbers without a title left out. */
export function askedFields(query: URLSearchParams): AskedFields[] {
  const given = (name: string) => (query.get(name) ?? '').trim();
  return numbers(MOST_COMPARED + 1)
    .map((number) => ({ title: given(`title${number}`), place: given(`in${number}`), level: given(`level${number}`) }))
    .filter(({ title }) => title !== '');
}

/**
 * The questions; `basis` is that of all.
 *
 * @throws {UsageError} TOO_FEW_QUESTIONS | TOO_MANY_QUESTIONS and those of `readQuestion`
 * @example readComparedQuestions(new URLSearchParams('title1=Nurse&in1=US-WA&title2=Nurse&in2=US-TX')).length // 2
 */
export function readComparedQuestions(query: URLSearchParams): ReportQuestion[] {
  const asked = askedFields(query);
  if (asked.length < FEWEST_COMPARED) {
    const remedy = 'Give title1 and title2, up to title4, each with its place in1, in2 and so on.';
    throw new UsageError('TOO_FEW_QUESTIONS', 'Two questions at least are compared.', remedy);
  }
  if (asked.length > MOST_COMPARED) {
    throw new UsageError('TOO_MANY_QUESTIONS', 'Four questions at most are compared.', 'Leave out title5.');
  }
  const basis = query.get('basis') ?? '';
  return asked.map(({ title, place, level }) => readQuestion(new URLSearchParams({ title, in: place, level, basis })));
}

function numbers(most: number): number[] {
  return Array.from({ length: most }, (_, at) => at + 1);
}
