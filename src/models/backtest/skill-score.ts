/** How well skills and credentials are extracted, against passages of postings labelled by reading. */
import { SourceError } from '../../core/errors.js';
import { judged, type Score } from '../../core/score.js';
import {
  type Agreement,
  agreement,
  type Counts,
  type Extractor,
  evaluateSkills,
  isSameText,
  type Passage,
  type SkillCounts,
} from './skill-truth.js';

/** Least share of extracted mentions that are right. */
const LEAST_PRECISION = 0.9;

export interface SkillsMeasurement {
  readonly score: Score;
  readonly parts: Readonly<Record<Passage['part'], SkillCounts>>;
  readonly readers: Agreement;
}

/**
 * @param texts plain text of the postings by `source/id`
 * @throws {SourceError} UNKNOWN_POSTING when a posting is not the one that was labelled
 */
export function measureSkills(
  passages: readonly Passage[],
  texts: ReadonlyMap<string, string>,
  engine: Extractor,
): SkillsMeasurement {
  const other = passages.find((passage) => !isSameText(passage, texts.get(`${passage.source}/${passage.id}`)));
  if (other !== undefined) {
    throw new SourceError(
      'UNKNOWN_POSTING',
      `The posting ${other.source}/${other.id} is not the one that was labelled.`,
      'Give --from the files of the vintage that docs/sources.md names.',
    );
  }
  const ofPart = (name: Passage['part']): SkillCounts =>
    evaluateSkills(
      passages.filter(({ part }) => part === name),
      texts,
      engine,
    );
  const parts = { development: ofPart('development'), test: ofPart('test') };
  return { score: skillsScore(parts.test.total), parts, readers: agreement(passages) };
}

/** `skills.precision` */
export function skillsScore({ right, extracted, foundListed, listed, foundNamed, named }: Counts): Score {
  return judged({
    id: 'skills.precision',
    metric: 'share of extracted mentions of skills and credentials that a reader marked as the same, test boards',
    value: right / extracted,
    reference: 'Lightcast about .88; Nesta F1 .59',
    limits: { low: LEAST_PRECISION, high: null },
    n: extracted,
    counted: 'mentions',
    parts: [
      { name: 'recall of marked mentions on the list', value: foundListed / listed, n: listed, limits: null },
      { name: 'recall of everything marked', value: foundNamed / named, n: named, limits: null },
    ],
  });
}
