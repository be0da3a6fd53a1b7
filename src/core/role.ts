/** What a job title was understood to mean. */

export interface Role {
  /** Kebab-case id: a catalogued role (`machine-learning-engineer`) or an occupation (`soc-29-1141`). */
  readonly id: string;
  readonly name: string;
  /** Family of related roles that may be pooled, or null when the role is an occupation of its own. */
  readonly family: string | null;
}

/** One occupation's share in what a title means. */
export interface OccupationShare {
  /** Six-digit SOC 2018 code as used by OEWS, `15-1252`. */
  readonly soc: string;
  readonly title: string;
  /** Fraction in (0, 1]; the shares of one reading sum to at most 1. */
  readonly share: number;
}
