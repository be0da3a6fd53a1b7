import type { Candidate } from './location-index.js';

export function isCountry({ kind, within }: Candidate): boolean {
  return kind === 'country' && !within;
}

/** The country itself. */
export function countryOf(place: string): Candidate {
  return { place, kind: 'country', within: false, division: false, country: place, states: [] };
}

/** The US state itself. */
export function stateOf(place: string): Candidate {
  return { place, kind: 'state', within: false, division: false, country: 'US', states: [place] };
}

/** A town not known by name in the place. */
export function inside(candidate: Candidate): Candidate {
  return { ...candidate, within: true, division: false };
}

/**
 * How the meanings of two parts of a location contain each other.
 *
 * @param sameName whether both parts are spelled alike
 * @returns `inner`: meanings of `b` that lie in one of `a`; `outer`: meanings of `a` that lie in one of `b` or are
 *   the same place. A metropolitan area of several states keeps only the state it was said to lie in.
 */
export function pairUp(
  a: readonly Candidate[],
  b: readonly Candidate[],
  sameName: boolean,
): { readonly inner: readonly Candidate[]; readonly outer: readonly Candidate[] } {
  const inner = b.flatMap((narrow) =>
    a
      .filter((wide) => contains(wide, narrow))
      .slice(0, 1)
      .map((wide) => inStated(narrow, [wide])),
  );
  const outer = a.flatMap((narrow) =>
    b
      .filter((wide) => contains(wide, narrow) || isSame(wide, narrow, sameName))
      .slice(0, 1)
      .map((wide) => inStated(narrow, [wide])),
  );
  return { inner, outer };
}

function contains(wide: Candidate, narrow: Candidate): boolean {
  if (wide.country !== narrow.country) return false;
  if (wide.division) return narrow.within && !narrow.division;
  if (wide.within) return false;
  if (wide.kind === 'country') return !isCountry(narrow);
  if (wide.kind === 'state') return narrow.states.includes(wide.place) && (narrow.kind !== 'state' || narrow.within);
  return narrow.within && narrow.place === wide.place;
}

function isSame(a: Candidate, b: Candidate, sameName: boolean): boolean {
  return a.place === b.place && a.within === b.within && (sameName || !a.within);
}

/** The place with the one of its states that the text states. */
export function inStated(narrow: Candidate, stated: readonly Candidate[]): Candidate {
  const state = stated.find(({ kind, place }) => kind === 'state' && narrow.states.includes(place));
  return state === undefined ? narrow : { ...narrow, states: [state.place] };
}
