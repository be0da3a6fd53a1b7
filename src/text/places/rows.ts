import { metroRows } from './metropolitan-areas.js';
import { normalisePlace } from './normalise.js';
import {
  type CountriesFile,
  DIVISION,
  LONGEST_CODE,
  type PlaceRow,
  type PlaceSources,
  type UsStatesFile,
  WITHIN,
} from './place-row.js';

/**
 * All spellings of all places: ISO countries, US states and territories, US metropolitan areas (nonmetropolitan
 * areas are left out). A metropolitan area is found by its id, its CBSA code, its published name, each principal
 * city with its state (`oakland, ca`), and the bare city where no other place is called so. The towns of the
 * reviewed list lie within their area, or within their state where no area is given.
 *
 * @returns rows without duplicates, in ascending order of key, then place
 */
export function placeRows({ geography, countries, states }: PlaceSources): PlaceRow[] {
  const territories = new Set(states.states.map(({ code }) => code).filter((code) => TERRITORIES.has(code)));
  const metros = metroRows(geography, states, reservedNames(countries, states));
  const rows = [
    ...countryRows(countries, territories),
    ...stateRows(states),
    ...metros,
    ...townRows(states, new Map(metros.map((row) => [row.place, row]))),
  ];
  const unique = new Map(rows.filter(({ key }) => key !== '').map((row) => [`${row.key}\n${row.place}`, row]));
  return [...unique.values()].sort((a, b) => compare(a.key, b.key) || compare(a.place, b.place));
}

/** US territories with an ISO code of their own: one place each, `US-PR`, found by `PR` too. */
const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countryRows({ countries }: CountriesFile, territories: ReadonlySet<string>): PlaceRow[] {
  return countries
    .filter(({ code }) => !territories.has(code))
    .flatMap(({ code, name, currency, aliases = [], within = [], divisions = [] }) => {
      const row = { place: code, name, kind: 'country', country: code, states: '', currency };
      return [
        ...[code, name, ...aliases].map((spelling) => ({ ...row, key: normalisePlace(spelling) })),
        ...within.map((spelling) => ({ ...row, key: WITHIN + normalisePlace(spelling) })),
        ...divisions.map((spelling) => ({ ...row, key: DIVISION + normalisePlace(spelling) })),
      ];
    });
}

function stateRows({ states }: UsStatesFile): PlaceRow[] {
  return states.flatMap(({ code, name, aliases = [] }) => {
    const spellings = [`US-${code}`, name, ...aliases, ...(TERRITORIES.has(code) ? [code] : [])];
    return spellings.map((spelling) => ({ ...stateRow(code, name), key: normalisePlace(spelling) }));
  });
}

function stateRow(code: string, name: string): Omit<PlaceRow, 'key'> {
  const place = `US-${code}`;
  return { place, name, kind: 'state', country: 'US', states: place, currency: 'USD' };
}

function townRows({ states, towns }: UsStatesFile, metros: ReadonlyMap<string, PlaceRow>): PlaceRow[] {
  const names = new Map(states.map(({ code, name }) => [code, name]));
  return towns.flatMap(({ state, area, alone = [], withState = [] }) => {
    const around = metros.get(`US-${area}`) ?? stateRow(state, names.get(state) ?? state);
    const spellings = [...alone, ...[...alone, ...withState].map((town) => `${town}, ${state}`)];
    return spellings.map((spelling) => ({ ...around, key: WITHIN + normalisePlace(spelling) }));
  });
}

/** Bare names that must not become a US city's. */
function reservedNames({ countries }: CountriesFile, { states, cityNamesSharedAbroad }: UsStatesFile): Set<string> {
  const names = [
    ...countries.flatMap(({ code, name, aliases = [], within = [], divisions = [] }) => [
      ...[code, name, ...aliases, ...within],
      ...divisions.filter((spelling) => spelling.length > LONGEST_CODE),
    ]),
    ...states.flatMap(({ code, name }) => [code, name]),
    ...cityNamesSharedAbroad,
  ];
  return new Set(names.map(normalisePlace));
}
