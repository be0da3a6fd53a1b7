/** The reviewed lists of skills and credentials, as they stand in `reviewed/`. */

/** How the capitals of a name count, and what must stand around it before it is taken for a skill. */
export interface NameRule {
  /** `any`: capitals do not count. `exact`: the name is written just so. */
  readonly case: 'any' | 'exact';
  /**
   * One of these must hold: `list` (a certain name beside it in a list), `beside` (a certain name in the same
   * sentence), `asked` (it stands under a heading for requirements or the stack), or the name of a cue.
   */
  readonly needs?: readonly string[];
  /** None of these cues may stand in the sentence. */
  readonly unless?: readonly string[];
}

/** Phrases that say something about the names near them. */
export interface CueList {
  /** How many words before the name the phrase may end; absent: anywhere in the sentence. */
  readonly before?: number;
  /** How many words after the name the phrase may begin; absent: anywhere in the sentence. */
  readonly after?: number;
  readonly phrases: readonly string[];
}

export interface ListedName {
  /** Stable, in kebab-case. */
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** `method`: a technique or field rather than a product, language or service. */
  readonly kind?: 'method';
  /** The name is a firm's too: passed over where firms are named. */
  readonly firm?: true;
  readonly hot?: true;
  readonly inDemand?: true;
  /** Names of O*NET software that are this skill. */
  readonly onet?: readonly string[];
  /** Label of the Tech Salary Radar that is this skill. */
  readonly radar?: string;
  /** Spellings by rule. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Phrases that may not stand right before or right after the spellings that need context. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
}

/** Where a list's names come from. */
export interface ListAbout {
  readonly description: string;
  readonly sources: readonly { readonly name: string; readonly licence: string; readonly use: string }[];
}

export interface SkillsFile {
  readonly about: ListAbout;
  readonly rules: Readonly<Record<string, NameRule>>;
  readonly cues: Readonly<Record<string, CueList>>;
  /** Phrases of headings by section. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  readonly skills: readonly ListedName[];
}

export interface CredentialsFile {
  readonly about: ListAbout;
  readonly rules: Readonly<Record<string, NameRule>>;
  readonly credentials: readonly ListedName[];
}
