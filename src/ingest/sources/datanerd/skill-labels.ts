/** Skill ids behind the publisher's labels, which are lower-case words found in postings. */
import { buildSkillIndex, type CredentialsFile, listedIds, type SkillsFile } from '../../../text/index.js';
import { SourceValueError } from '../../fields.js';
import type { Readers } from '../../readers.js';

export interface SkillLists {
  readonly skills: SkillsFile;
  readonly credentials: CredentialsFile;
}

interface Label {
  readonly id: string;
  /** False where the label is a word that ordinary English has too. */
  readonly certain: boolean;
}

/** Single letters and common words that the publisher's keyword search finds in postings that mean none of them. */
const OVER_MATCHED: ReadonlySet<string> = new Set(['c', 'excel', 'express', 'flow', 'go', 'r', 'word']);

export class SkillLabels {
  readonly #ids: ReadonlySet<string>;
  readonly #index: ReturnType<typeof buildSkillIndex>;
  readonly #readers: Pick<Readers, 'skillsIn'>;
  readonly #known = new Map<string, Label | null>();

  constructor({ skills, credentials }: SkillLists, readers: Pick<Readers, 'skillsIn'>) {
    this.#ids = new Set(skills.skills.map(({ id }) => id));
    this.#index = buildSkillIndex(skills, credentials);
    this.#readers = readers;
  }

  /**
   * Ids of the skills that labels name, sorted, without repetition. A label that is also an ordinary word counts only
   * where one that is none stands beside it; labels that our list does not know do not count.
   */
  idsOf(labels: readonly string[]): string[] {
    const found = labels.map((label) => this.#labelOf(label)).filter((label) => label !== null);
    if (!found.some(({ certain }) => certain)) return [];
    return [...new Set(found.map(({ id }) => id))].sort();
  }

  #labelOf(label: string): Label | null {
    let known = this.#known.get(label);
    if (known === undefined) {
      known = this.#read(label);
      this.#known.set(label, known);
    }
    return known;
  }

  #read(label: string): Label | null {
    if (OVER_MATCHED.has(label)) return null;
    const ids = listedIds(label, this.#index).filter((id) => this.#ids.has(id));
    if (ids.length !== 1) return null;
    const certain = [label, label.toUpperCase()].some((text) => this.#readers.skillsIn(text).skills !== '');
    return { id: ids[0]!, certain };
  }
}

/**
 * The labels of a list written like `['sql', 'power bi']`.
 *
 * @throws {SourceError} SOURCE_VALUE when it is no such list
 */
export function labelsIn(list: string): string[] {
  const content = /^\[(.*)\]$/s.exec(list.trim())?.[1];
  const labels = [...(content ?? '').matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2]!);
  const rest = (content ?? '?').replace(/'[^']*'|"[^"]*"/g, '').replace(/[\s,]/g, '');
  if (rest !== '') throw new SourceValueError('job_skills', list, 'holds something else than a list of names');
  return labels;
}
