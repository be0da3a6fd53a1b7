import { countryOf, isCountry, stateOf } from './containment.js';
import type { Candidate } from './location-index.js';
import { MAY_BE_COUNTRY, type Mention } from './location-mention.js';
import type { NamedPlace } from './named-place.js';

/** Codes that alone are a city or a time zone of the United States as often as a state. */
const CITY_OR_ZONE: ReadonlySet<string> = new Set(['la', 'ct', 'mt']);
/** Codes that alone are as often a word, an abbreviation or a point of the compass. */
const NOT_ALONE: ReadonlySet<string> = new Set('pt it is so no my to nw sw se ne sn am'.split(' '));
/** Countries whose divisions are named by code alone. */
const CODED_DIVISIONS: ReadonlySet<string> = new Set(['CA', 'AU']);

/** What the other places of a text say about one that can mean several. */
interface Evidence {
  /** Whether a US state, or a place in one, is named beyond doubt. */
  readonly states: boolean;
  /** Whether the United States or a place in them is named beyond doubt. */
  readonly unitedStates: boolean;
  /** Whether whole countries are named beyond doubt, and no US state. */
  readonly countries: boolean;
  /** Countries outside the United States that are named beyond doubt, or by the code of a division. */
  readonly abroad: ReadonlySet<string>;
}

/** Decides what is left open by the other places named, drops what names nothing, and gives each place once. */
export function settleMentions(mentions: readonly Mention[]): NamedPlace[] {
  const evidence = weigh(mentions);
  const settled = mentions
    .filter((mention) => !mention.unknown && !(mention.wide ? alone(mention, mentions) : isNoise(mention, evidence)))
    .map((mention) => settle(mention, evidence));
  const names = new Set<string>();
  return settled.filter(({ name }) => !names.has(name) && names.add(name)).map(({ named }) => named);
}

/** Whether an area of several countries is only what a single place beside it lies in: `Oakland, CA, AMER`. */
function alone({ piece }: Mention, mentions: readonly Mention[]): boolean {
  return mentions.filter((other) => other.piece === piece && !other.wide && !other.unknown).length === 1;
}

function weigh(mentions: readonly Mention[]): Evidence {
  const sure = mentions.flatMap((mention) => {
    const { code, key, candidates } = mention;
    if (code !== null) {
      if (CITY_OR_ZONE.has(key)) return [];
      if (code.state !== null && !MAY_BE_COUNTRY.has(key)) return [stateOf(code.state)];
      return code.state === null && code.country !== null && code.divisions.length === 0
        ? [countryOf(code.country)]
        : [];
    }
    return candidates.length === 1 ? candidates : [];
  });
  const states = sure.some((candidate) => candidate.country === 'US' && !isCountry(candidate));
  const unitedStates = sure.some(({ country }) => country === 'US');
  const divisions = mentions.flatMap(({ code }) =>
    code?.state === null && code.country === null ? code.divisions : [],
  );
  const abroad = new Set([...sure.map(({ country }) => country), ...divisions].filter((country) => country !== 'US'));
  return { states, unitedStates, countries: !states && sure.some(isCountry), abroad };
}

function settle(mention: Mention, evidence: Evidence): { name: string; named: NamedPlace } {
  const span = [mention.from, mention.to] as const;
  if (mention.wide) return { name: `wide ${mention.key}`, named: { ...UNSURE, kind: 'wide', span } };
  const candidate = mention.code === null ? meant(mention.candidates, evidence) : loneCode(mention, evidence);
  if (candidate === null) return { name: `unsure ${mention.key}`, named: { ...UNSURE, span } };
  const { place, kind, within, country, states } = candidate;
  const state = kind === 'country' || (within && states.length > 1) ? null : (states[0] ?? null);
  const named = { place, kind, within, country, state, span };
  return { name: within ? `${place} ${mention.key}` : place, named };
}

const UNSURE = { place: null, kind: null, within: false, country: null, state: null } as const;

/** One meaning of several: the state before the country unless only countries are named; none across other borders. */
function meant(candidates: readonly Candidate[], evidence: Evidence): Candidate | null {
  const first = candidates[0];
  if (first === undefined) return null;
  const countries = new Set(candidates.map(({ country }) => country));
  if (countries.size === 1) return first;
  const state = candidates.find(({ kind }) => kind === 'state');
  const country = candidates.find(({ kind, within }) => kind === 'country' && within === state?.within);
  if (state === undefined || country === undefined || candidates.length > 2) return null;
  if (state.place === `US-${country.place}`) return null;
  return evidence.countries && !evidence.unitedStates ? country : state;
}

/** Whether a code that nothing beside it explains is more likely no place. */
function isNoise({ code, key }: Mention, { abroad }: Evidence): boolean {
  if (code === null || code.state !== null) return false;
  if (NOT_ALONE.has(key)) return true;
  const known = code.divisions.filter((country) => abroad.has(country) && CODED_DIVISIONS.has(country));
  return code.country === null && known.length === 0;
}

/** A code that nothing beside it explains. */
function loneCode({ code, key }: Mention, evidence: Evidence): Candidate | null {
  const { state = null, country = null, divisions = [] } = code ?? {};
  const division = divisions.find((other) => evidence.abroad.has(other));
  if (state === null) {
    if (division !== undefined) return countryOf(division);
    return country === null ? null : countryOf(country);
  }
  if (country !== null && evidence.abroad.has(country)) return countryOf(country);
  if (key === 'la' || (CITY_OR_ZONE.has(key) && !evidence.states)) return countryOf('US');
  if (evidence.states || !MAY_BE_COUNTRY.has(key)) return stateOf(state);
  return evidence.countries && country !== null ? countryOf(country) : null;
}
