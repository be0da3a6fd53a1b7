import { countryOf, inStated, inside, isCountry, pairUp, stateOf } from './containment.js';
import type { Candidate, Code, LocationIndex } from './location-index.js';
import type { LocationItem } from './location-items.js';

/** State codes that in a posting may well be the country of that code. */
export const MAY_BE_COUNTRY: ReadonlySet<string> = new Set('ar ca co de id il in'.split(' '));
/** After a town that is not known, the country is as likely. */
const COUNTRY_AS_LIKELY: ReadonlySet<string> = new Set(['de']);
/** Codes that also stand for a large city: no state after another large city. */
const CITY_CODES: ReadonlySet<string> = new Set(['ny', 'la', 'dc']);

/** One place of a location while its parts are being put together. */
export class Mention {
  /** What it can mean; none for words not known and for a code that nothing has explained yet. */
  candidates: readonly Candidate[];
  code: Code | null;
  /** Spelling of its narrowest part. */
  key: string;
  to: number;
  readonly from: number;
  readonly wide: boolean;
  /** Number of the piece, between signs and words of alternatives, that it stands in. */
  readonly piece: number;
  readonly #remote: boolean;
  readonly #index: LocationIndex;

  constructor(item: LocationItem, piece: number, index: LocationIndex) {
    this.candidates = item.candidates;
    this.code = item.code;
    this.key = item.key;
    this.from = item.from;
    this.to = item.to;
    this.wide = item.type === 'wide';
    this.piece = piece;
    this.#remote = item.remote;
    this.#index = index;
  }

  /** Whether it is nothing but words not known. */
  get unknown(): boolean {
    return this.candidates.length === 0 && this.code === null && !this.wide;
  }

  /** Takes in a part that contains it or that it contains; false when the part is a place of its own. */
  join(item: LocationItem): boolean {
    if (this.wide || item.type === 'wide') return false;
    const joined =
      this.code !== null
        ? this.#explainedBy(item)
        : item.code !== null
          ? this.#joinCode(item, item.code)
          : this.#joinName(item);
    if (joined) this.to = Math.max(this.to, item.to);
    return joined;
  }

  /** Takes in what together with a town that is not known by its name alone is known: `Reading` and `PA`. */
  joinKnown(item: LocationItem): boolean {
    const found =
      item.code === null
        ? this.#townIn(this.key, item.key, item.candidates)
        : this.#index.byKey.get(`${this.key}, ${item.key}`);
    if (!this.unknown || found === undefined || found === null) return false;
    this.to = item.to;
    return this.#take(this.key, found);
  }

  /** Takes in the state, division or country of a town that is not known, or not known to lie there. */
  joinAround(item: LocationItem): boolean {
    if (this.wide || this.code !== null || !this.#isTown) return false;
    const joined = item.code === null ? this.#insideName(item) : this.#insideCode(item, item.code);
    if (joined) this.to = Math.max(this.to, item.to);
    return joined;
  }

  /** Takes in a place put together on its own when it lies in this one: `US, Foo, CA`. */
  absorb({ candidates, key, to }: Mention): boolean {
    const { inner } = pairUp(this.candidates, candidates, false);
    if (inner.length === 0) return false;
    this.to = to;
    return this.#take(key, inner);
  }

  /** Whether it can be a town: not known, or known as one. */
  get #isTown(): boolean {
    return this.candidates.length === 0 || this.candidates.some(isTown);
  }

  #take(key: string, candidates: readonly Candidate[]): true {
    this.key = key;
    this.candidates = candidates;
    this.code = null;
    return true;
  }

  #joinName({ key, candidates, gap, remote }: LocationItem): boolean {
    const known = this.#townIn(this.key, key, candidates);
    if (known !== null) return this.#take(this.key, known);
    if (this.unknown) return false;
    const reversed = this.#townIn(key, this.key, this.candidates);
    if (reversed !== null) return this.#take(key, reversed);
    const { inner, outer } = pairUp(this.candidates, candidates, this.key === key);
    if (outer.length > 0)
      return !(remote && inner.length === 0 && !candidates.some(isTown)) && this.#take(this.key, outer);
    if (inner.length === 0 || (this.#remote && gap === 'comma' && this.candidates.every(isCountry))) return false;
    return this.#take(key, inner);
  }

  /** What is spelled `town, container`, where a state may stand for its code. */
  #townIn(town: string, container: string, candidates: readonly Candidate[]): readonly Candidate[] | null {
    const states = candidates.filter(({ kind, within }) => kind === 'state' && !within);
    const spellings = [container, ...states.map(({ place }) => place.slice(3).toLowerCase())];
    for (const spelling of spellings) {
      const found = this.#index.byKey.get(`${town}, ${spelling}`);
      if (found !== undefined) return found.map((candidate) => inStated(candidate, states));
    }
    return null;
  }

  #insideName({ key, candidates, gap }: LocationItem): boolean {
    const around = candidates.filter((candidate) => !isTown(candidate));
    const first = around[0];
    if (first === undefined) return false;
    if (this.unknown) return this.#take(key, gap === 'comma' ? around.map(inside) : around);
    if (gap !== 'comma') return false;
    if (first.kind === 'state' && around.length === candidates.length) return this.#take(key, around.map(inside));
    return first.place === 'US' && this.#index.usTowns.has(this.key) && this.#take(key, [inside(first)]);
  }

  #joinCode({ key }: LocationItem, code: Code): boolean {
    const abroad = this.candidates.filter(
      ({ country }) => country !== 'US' && (country === code.country || code.divisions.includes(country)),
    );
    const town = code.state === null ? undefined : this.#index.byKey.get(`${this.key}, ${key}`);
    if (town !== undefined) return this.#take(this.key, [...town, ...abroad]);
    const literal = this.#index.byKey.get(`${this.key}, ${key}`);
    if (literal !== undefined) return this.#take(this.key, literal);
    const { inner, outer } = code.state === null ? NO_PAIRS : pairUp(this.candidates, [stateOf(code.state)], false);
    if (outer.length > 0) return this.#take(this.key, outer);
    if (abroad.length > 0) return this.#take(this.key, abroad);
    return inner.length > 0 && this.#take(key, inner);
  }

  #insideCode({ key, gap }: LocationItem, code: Code): boolean {
    const known = this.candidates.length > 0;
    if (known && gap !== 'comma' && gap !== 'space') return false;
    if (code.state !== null) {
      const large = this.candidates.some(({ kind, within }) => kind === 'metro' && !within);
      if (known && large && CITY_CODES.has(key)) return false;
      const also = COUNTRY_AS_LIKELY.has(key) && code.country !== null ? [countryOf(code.country)] : [];
      return this.#take(key, [stateOf(code.state), ...also].map(inside));
    }
    if (gap === 'space' || (code.divisions.length === 0 && (known || gap !== 'comma'))) return false;
    const countries = [...code.divisions, ...(code.country === null ? [] : [code.country])];
    return this.#take(key, [...this.candidates, ...countries.map(countryOf).map(inside)]);
  }

  /** A code at the beginning is explained by what follows: `CA - Los Angeles`, `CA - Canada`, `CO - Longmont`. */
  #explainedBy(item: LocationItem): boolean {
    const code = this.code as Code;
    const { key, candidates } = item;
    const town = code.state === null ? [] : (this.#index.byKey.get(`${key}, ${this.key}`) ?? []);
    if (item.type === 'unknown') {
      if (town.length > 0) return this.#take(key, town);
      if (code.state === null || item.gap !== 'dash' || MAY_BE_COUNTRY.has(this.key)) return false;
      return this.#take(key, [inside(stateOf(code.state))]);
    }
    if (item.code !== null) {
      const country = item.code.country;
      return country !== null && code.divisions.includes(country) && this.#take(key, [countryOf(country)]);
    }
    const abroad = candidates.filter(({ country }) => country === code.country || code.divisions.includes(country));
    const pairs = code.state === null ? NO_PAIRS : pairUp([stateOf(code.state)], candidates, false);
    const found = [...town, ...pairs.inner, ...abroad];
    if (found.length > 0) return this.#take(key, found);
    return pairs.outer.length > 0 && this.#take(key, pairs.outer);
  }
}

const NO_PAIRS = { inner: [], outer: [] } as const;

function isTown({ kind, within, division }: Candidate): boolean {
  return (kind === 'metro' || within) && !division;
}
