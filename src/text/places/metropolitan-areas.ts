import { normalisePlace } from './normalise.js';
import { type GeographyLine, type PlaceRow, type UsStatesFile, WITHIN } from './place-row.js';

interface Metro {
  readonly area: string;
  readonly name: string;
  /** State codes, in the order of the published name. */
  readonly states: readonly string[];
  readonly cities: readonly string[];
}

/**
 * Rows of metropolitan areas by published name, by principal city and by reviewed spelling.
 *
 * A principal city lies in the first state of the area's name unless the list of towns puts it elsewhere. Its bare
 * name stands for the area where no other place is called so; a city that does not begin the name of an area of
 * several states is marked as lying within.
 *
 * @param reserved bare names that must not become a US city's
 */
export function metroRows(
  geography: readonly GeographyLine[],
  file: UsStatesFile,
  reserved: ReadonlySet<string>,
): PlaceRow[] {
  const stateNames = new Map(file.states.map(({ code, name }) => [code, name]));
  const metros = metropolitanAreas(geography, stateNames);
  const reviewed = new Map(file.metros.map(({ area, keys }) => [area, keys]));
  const claimed = new Set([...reserved, ...file.metros.flatMap(({ keys }) => keys.map(normalisePlace))]);
  const elsewhere = statesOfTowns(file);
  const bearers = new Map<string, number>();
  for (const { cities } of metros) {
    for (const city of cities) bearers.set(normalisePlace(city), (bearers.get(normalisePlace(city)) ?? 0) + 1);
  }
  return metros.flatMap(({ area, name, states, cities }) => {
    const ids = states.map((code) => `US-${code}`);
    const place = `US-${area}`;
    const row = { place, name, kind: 'metro', country: 'US', states: ids.join(','), currency: 'USD' };
    const withState = cities.flatMap((city) =>
      (elsewhere.get(`${normalisePlace(city)}\n${area}`) ?? states.slice(0, 1)).flatMap((code) => [
        `${city}, ${code}`,
        `${city}, ${stateNames.get(code) ?? code}`,
      ]),
    );
    const bare = cities.filter((city) => bearers.get(normalisePlace(city)) === 1 && !claimed.has(normalisePlace(city)));
    const first = bare.filter((city) => ids.length === 1 || name.startsWith(city));
    const withoutStates = cities.length > 1 ? [name.replace(/,.*$/, '')] : [];
    return [
      ...[place, area, name, ...withoutStates, ...withState, ...first, ...(reviewed.get(area) ?? [])].map(
        (spelling) => ({ ...row, key: normalisePlace(spelling) }),
      ),
      ...bare.filter((city) => !first.includes(city)).map((city) => ({ ...row, key: WITHIN + normalisePlace(city) })),
    ];
  });
}

/** State codes by normalised town and area. */
function statesOfTowns({ towns }: UsStatesFile): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { state, area, alone = [], withState = [] } of towns) {
    for (const town of [...alone, ...withState]) {
      const key = `${normalisePlace(town)}\n${area}`;
      found.set(key, [...(found.get(key) ?? []), state]);
    }
  }
  return found;
}

function metropolitanAreas(geography: readonly GeographyLine[], stateNames: ReadonlyMap<string, string>): Metro[] {
  const metros = new Map<string, { area: string; name: string; states: Set<string> }>();
  for (const { area, areaName, stateAb } of geography) {
    if (/nonmetropolitan/i.test(areaName) || !/^\d{5}$/.test(area)) continue;
    const metro = metros.get(area) ?? { area, name: areaName, states: new Set() };
    metro.states.add(stateAb);
    metros.set(area, metro);
  }
  return [...metros.values()].map(({ area, name, states }) => {
    const comma = name.lastIndexOf(',');
    const codes =
      comma < 0
        ? []
        : name
            .slice(comma + 1)
            .trim()
            .split('-');
    const named = codes.filter((code) => stateNames.has(code));
    const rest = [...states].filter((code) => !named.includes(code)).sort();
    const cities = (comma < 0 ? name : name.slice(0, comma))
      .replace(HYPHENATED_CITIES, '$1\u2010$2')
      .split(/-+/)
      .flatMap((city) => cityNames(city.trim()));
    return { area, name, states: [...named, ...rest], cities };
  });
}

/** Principal cities whose own name has a hyphen, which in a published area name separates cities. */
const HYPHENATED_CITIES = /(Winston|Wilkes)-(Salem|Barre)/;

/** `Louisville/Jefferson County` is found as Louisville; `Boise City`, `Amherst Town` and `Urban Honolulu` without the addition. */
function cityNames(published: string): string[] {
  const city = published.split('/')[0] as string;
  const short = city.replace(/^Urban /, '').replace(/ (?:Town|County)$/, '');
  return short === city ? [city] : [city, short];
}
