/** Passages of postings that readers marked, and how an engine's answers are compared with the marks. */
import { createHash } from 'node:crypto';

/** A mention that a reader marked. */
export interface Label {
  /** UTF-16 offsets in the posting's plain text. */
  readonly from: number;
  readonly to: number;
  /** Its common name. */
  readonly name: string;
  readonly kind: 'tool' | 'method' | 'credential';
  readonly use: 'required' | 'preferred' | 'used' | 'not-skill';
}

export interface Passage {
  readonly source: 'ashby' | 'uber';
  /** Of the posting. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** First 16 hexadecimal digits, of the passage in UTF-8. */
  readonly sha256: string;
  readonly part: 'development' | 'test';
  readonly stratum: 'random' | 'technical' | 'ambiguous';
  readonly labels: readonly Label[];
  /** A second reader's labels. */
  readonly again?: readonly Label[];
}

export interface Mention {
  readonly id: string;
  readonly span: readonly [number, number];
}

export interface Extractor {
  /** What it extracts from a text. */
  readonly read: (text: string) => readonly Mention[];
  /** What it calls a name, empty when that is not on its list. */
  readonly idsOf: (name: string) => readonly string[];
}

export interface Counts {
  passages: number;
  /** Mentions that the engine gives. */
  extracted: number;
  /** Of these, those that a reader marked as the same skill. */
  right: number;
  /** Mentions that a reader marked and whose name is on the list. */
  listed: number;
  /** Of these, those that the engine gives. */
  foundListed: number;
  /** All mentions that a reader marked. */
  named: number;
  foundNamed: number;
}

/** Whether the text of the posting is the one that was labelled. */
export function isSameText(
  { from, to, sha256 }: Pick<Passage, 'from' | 'to' | 'sha256'>,
  text: string | undefined,
): boolean {
  const digest = createHash('sha256')
    .update((text ?? '').slice(from, to))
    .digest('hex');
  return digest.startsWith(sha256);
}

export interface SkillCounts {
  readonly total: Counts;
  readonly bySkill: ReadonlyMap<string, Counts>;
}

/**
 * Reads each posting whole, as the product does, and compares what is extracted in the labelled passages.
 *
 * @param texts plain text of the postings by `source/id`
 */
export function evaluateSkills(
  passages: readonly Passage[],
  texts: ReadonlyMap<string, string>,
  engine: Extractor,
): SkillCounts {
  const total = noCounts();
  const bySkill = new Map<string, Counts>();
  const countsOf = (id: string): readonly Counts[] => {
    const counts = bySkill.get(id) ?? noCounts();
    bySkill.set(id, counts);
    return [total, counts];
  };
  for (const passage of passages) {
    const text = texts.get(`${passage.source}/${passage.id}`) ?? '';
    const mentions = engine.read(text).filter(({ span }) => span[0] >= passage.from && span[1] <= passage.to);
    const labels = passage.labels
      .filter(({ use }) => use !== 'not-skill')
      .map((label) => ({ ...label, ids: idsOf(label, text, engine) }));
    total.passages += 1;
    for (const { id, span } of mentions) {
      const right = labels.some((label) => overlaps(label, span) && label.ids.has(id));
      for (const counts of countsOf(id)) {
        counts.extracted += 1;
        if (right) counts.right += 1;
      }
    }
    for (const label of labels) {
      const mention = mentions.find(({ id, span }) => overlaps(label, span) && label.ids.has(id));
      total.named += 1;
      if (mention !== undefined) total.foundNamed += 1;
      if (label.ids.size === 0) continue;
      for (const counts of countsOf(mention?.id ?? [...label.ids][0] ?? '')) {
        counts.listed += 1;
        if (mention !== undefined) counts.foundListed += 1;
      }
    }
  }
  return { total, bySkill };
}

export interface Agreement {
  readonly passages: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly f1: number;
  /** Share of the mentions that both marked whose use both took alike. */
  readonly sameUse: number;
}

/** How far two readers agree on the passages that both read. */
export function agreement(passages: readonly Passage[]): Agreement {
  const twice = passages.flatMap(({ labels, again }) => (again === undefined ? [] : [{ labels, again }]));
  let [first, second, both, sameUse] = [0, 0, 0, 0];
  for (const { labels, again } of twice) {
    const marked = again.filter(({ use }) => use !== 'not-skill');
    second += marked.length;
    for (const label of labels) {
      if (label.use === 'not-skill') continue;
      first += 1;
      const other = marked.find(({ from, to }) => overlaps(label, [from, to]));
      if (other === undefined) continue;
      both += 1;
      if (other.use === label.use) sameUse += 1;
    }
  }
  return { passages: twice.length, first, second, both, f1: (2 * both) / (first + second), sameUse: sameUse / both };
}

function noCounts(): Counts {
  return { passages: 0, extracted: 0, right: 0, listed: 0, foundListed: 0, named: 0, foundNamed: 0 };
}

function idsOf({ from, to, name }: Label, text: string, engine: Extractor): ReadonlySet<string> {
  return new Set([...engine.idsOf(text.slice(from, to)), ...engine.idsOf(name)]);
}

function overlaps({ from, to }: Pick<Label, 'from' | 'to'>, [start, end]: readonly [number, number]): boolean {
  return from < end && start < to;
}
