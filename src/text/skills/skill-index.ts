/** The reviewed lists made ready for reading text. */
import type { CredentialsFile, ListedName, NameRule, SkillsFile } from './lists.js';
import { NameTrie, wordsOfName } from './name-trie.js';
import { Vocabulary } from './vocabulary.js';

/** Parts of a posting, by their headings. */
export const SECTIONS = [
  'unknown',
  'requirements',
  'preferred',
  'duties',
  'stack',
  'company',
  'benefits',
  'legal',
  'application',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A phrase of headings; `whole`: only where the heading has no other word. */
export interface HeadingPhrase {
  readonly section: Section;
  readonly whole: boolean;
}

export interface IndexedName {
  readonly id: string;
  readonly name: string;
  readonly type: 'skill' | 'credential';
  readonly method: boolean;
  readonly firm: boolean;
}

/** One spelling of a name. */
export interface Form {
  readonly entry: IndexedName;
  /** The words in the very letters they must have; null when capitals do not count. */
  readonly spelling: readonly string[] | null;
  /** Whether it needs no context. */
  readonly certain: boolean;
  /** Cues and conditions of which one must hold; empty: none. */
  readonly needs: readonly Need[];
  /** Kinds of cues that may not stand in its sentence, as bits. */
  readonly unless: number;
  /** Phrases, as word numbers, that may not stand right before or after it. */
  readonly notBefore: readonly (readonly number[])[];
  readonly notAfter: readonly (readonly number[])[];
}

/** A kind of phrases that say something about the names near them. */
export interface Cue {
  /** One bit of 31. */
  readonly bit: number;
  /** How many words before and after a name such a phrase counts; infinite: anywhere in its sentence. */
  readonly before: number;
  readonly after: number;
}

/** A certain name beside it in a list, one in its sentence, a heading that asks for skills, or a cue near it. */
export type Need = 'list' | 'beside' | 'asked' | Cue;

/** Cues that the engine itself asks for; a list may have others for its rules. */
export const CUE_KINDS = [
  'knowledge',
  'preferred',
  'required',
  'denial',
  'no',
  'waiver',
  'break',
  'filler',
  'firms',
  'firm-voice',
  'worker',
  'stack',
  'perk',
  'apply',
  'legal',
  'degree',
  'discipline',
  'colleagues',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];

/** Opaque: made by `buildSkillIndex`, read by `extractSkills` and `readSkillMentions`. */
export interface SkillIndex {
  readonly vocabulary: Vocabulary;
  readonly names: NameTrie<Form>;
  readonly cues: NameTrie<Cue>;
  readonly cueKinds: Readonly<Record<CueKind, Cue>>;
  readonly headings: NameTrie<HeadingPhrase>;
  /** Numbers of the words that link the items of a list. */
  readonly linkWords: ReadonlySet<number>;
  /** Numbers of top-level domains and file endings: a name before one is an address. */
  readonly addressWords: ReadonlySet<number>;
  /** Numbers of words that make a method the name of a job, a team or a firm: `machine learning engineers`. */
  readonly holderWords: ReadonlySet<number>;
  /** Numbers of words that, hyphenated to a method, make it a property of something: `AI-powered`. */
  readonly propertyWords: ReadonlySet<number>;
  /** Numbers of words that stand before the employer's name at the head of a sentence, and after it. */
  readonly opensEmployer: ReadonlySet<number>;
  readonly followsEmployer: ReadonlySet<number>;
  /** Listed skills by id, and credentials by id. */
  readonly entries: ReadonlyMap<string, IndexedName>;
}

/**
 * Makes the lists ready. Takes some milliseconds; the index may be used for any number of texts.
 *
 * @param skills the list `reviewed/skills.json`
 * @param credentials the list `reviewed/credentials.json`
 * @throws {RangeError} when a list names a rule or cue that is not there, or has an id twice
 */
export function buildSkillIndex(skills: SkillsFile, credentials: CredentialsFile): SkillIndex {
  const vocabulary = new Vocabulary();
  const cues = new NameTrie<Cue>(false);
  const kinds = cueKinds(skills.cues, cues, vocabulary);
  const headings = new NameTrie<HeadingPhrase>(false);
  for (const section of SECTIONS) {
    for (const phrase of skills.headings[section] ?? []) {
      headings.add(wordsOfName(phrase), { section, whole: phrase.startsWith('=') }, vocabulary);
    }
  }
  const names = new NameTrie<Form>(true);
  const entries = new Map<string, IndexedName>();
  const add = (listed: ListedName, type: IndexedName['type'], rules: Building['rules']): void => {
    const { id, name } = listed;
    if (entries.has(id)) throw new RangeError(`The id '${id}' is listed twice.`);
    const entry: IndexedName = { id, name, type, method: listed.kind === 'method', firm: listed.firm === true };
    entries.set(id, entry);
    addForms({ names, vocabulary, rules }, listed, entry);
  };
  const skillRules = compileRules(skills.rules, kinds);
  for (const listed of skills.skills) add(listed, 'skill', skillRules);
  const credentialRules = compileRules(credentials.rules, kinds);
  for (const listed of credentials.credentials) add(listed, 'credential', credentialRules);
  const numbers = (text: string): ReadonlySet<number> =>
    new Set(text.split(' ').map((word) => vocabulary.intern(word)));
  const index: SkillIndex = {
    vocabulary,
    names,
    cues,
    cueKinds: Object.fromEntries(CUE_KINDS.map((kind) => [kind, cueNamed(kinds, kind)])) as Record<CueKind, Cue>,
    headings,
    linkWords: numbers('and or nor etc like also e g eg i ie'),
    addressWords: numbers('com org net io ai dev co app gov edu html htm php pdf me xyz'),
    propertyWords: numbers('powered first enabled generated native led assisted friendly free level ready proof'),
    holderWords: numbers(
      'engineers scientists researchers team teams architects managers leads leaders analysts specialists department org organization organizations group startup startups company companies conference conferences practitioners',
    ),
    opensEmployer: numbers('about at join why'),
    followsEmployer: numbers('is was helps believes builds offers provides empowers enables makes has'),
    entries,
  };
  for (const trie of [names, cues, headings]) trie.seal(vocabulary.size);
  return index;
}

/** A rule with its cues looked up. */
interface CompiledRule {
  readonly exact: boolean;
  readonly needs: readonly Need[];
  readonly unless: number;
}

function compileRules(
  rules: Readonly<Record<string, NameRule>>,
  kinds: ReadonlyMap<string, Cue>,
): ReadonlyMap<string, CompiledRule> {
  const compiled = new Map<string, CompiledRule>();
  for (const [name, rule] of Object.entries(rules)) {
    const needs = (rule.needs ?? []).map((need): Need => {
      return need === 'list' || need === 'beside' || need === 'asked' ? need : cueNamed(kinds, need);
    });
    const unless = (rule.unless ?? []).reduce((bits, kind) => bits | cueNamed(kinds, kind).bit, 0);
    compiled.set(name, { exact: rule.case === 'exact', needs, unless });
  }
  return compiled;
}

interface Building {
  readonly names: NameTrie<Form>;
  readonly vocabulary: Vocabulary;
  readonly rules: ReadonlyMap<string, CompiledRule>;
}

/** Puts the cue phrases into their trie and numbers their kinds. */
function cueKinds(lists: SkillsFile['cues'], cues: NameTrie<Cue>, vocabulary: Vocabulary): Map<string, Cue> {
  const kinds = new Map<string, Cue>();
  for (const [kind, { before, after, phrases }] of Object.entries(lists)) {
    if (kinds.size === 31) throw new RangeError('There are more than 31 kinds of cues.');
    const bit = 1 << kinds.size;
    const anywhere = before === undefined && after === undefined;
    const reach = anywhere ? Number.POSITIVE_INFINITY : 0;
    const cue: Cue = { bit, before: before ?? reach, after: after ?? reach };
    kinds.set(kind, cue);
    for (const phrase of phrases) cues.add(wordsOfName(phrase), cue, vocabulary);
  }
  return kinds;
}

function cueNamed(kinds: ReadonlyMap<string, Cue>, kind: string): Cue {
  const cue = kinds.get(kind);
  if (cue === undefined) throw new RangeError(`The cue '${kind}' is not listed.`);
  return cue;
}

function addForms({ names, vocabulary, rules }: Building, listed: ListedName, entry: IndexedName): void {
  const notBefore = phraseNumbers(listed.notBefore, vocabulary);
  const notAfter = phraseNumbers(listed.notAfter, vocabulary);
  for (const ruleName of Object.keys(listed.forms)) {
    const rule = rules.get(ruleName);
    if (rule === undefined) throw new RangeError(`The name '${listed.id}' uses the rule '${ruleName}', not listed.`);
    const { needs, unless, exact } = rule;
    for (const spelling of listed.forms[ruleName]!) {
      const words = wordsOfName(spelling);
      const forbidden = needs.length > 0 || words.written.length === 1;
      const form: Form = {
        entry,
        spelling: exact ? words.written : null,
        certain: needs.length === 0 && unless === 0,
        needs,
        unless,
        notBefore: forbidden ? notBefore : NO_PHRASES,
        notAfter: forbidden ? notAfter : NO_PHRASES,
      };
      names.add(words, form, vocabulary);
    }
  }
}

const NO_PHRASES: readonly (readonly number[])[] = [];

function phraseNumbers(phrases: readonly string[] | undefined, vocabulary: Vocabulary): readonly (readonly number[])[] {
  if (phrases === undefined) return NO_PHRASES;
  return phrases.map((phrase) => wordsOfName(phrase).written.map((word) => vocabulary.intern(word.toLowerCase())));
}
