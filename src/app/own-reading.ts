/** What an import needs of the world, from a public market and the reviewed lists. */
import { join } from 'node:path';
import type { OwnReading, SkillIds } from '../ingest/imports/values/own-reading.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import type { Store } from '../store/port.js';
import {
  buildCatalogue,
  buildLocationIndex,
  buildSkillIndex,
  type CredentialsFile,
  type EmployerAliases,
  employerKey,
  extractSkills,
  listedIds,
  normalisePlace,
  type PlaceRow,
  type RolePhrase,
  readLocation,
  recogniseTitle,
  type SkillsFile,
} from '../text/index.js';
import { TEXT_VERSION } from '../text/version.js';
import { readInstalled } from './installed-file.js';
import { EMPLOYER_ALIASES, REVIEWED_LISTS, SKILL_LISTS } from './paths.js';

export interface OwnWorld {
  readonly reading: OwnReading;
  /** Whether a text is the name or code of a country and of nothing else. */
  readonly isCountry: (text: string) => boolean;
}

/**
 * Reads the lists once; every function then answers from memory.
 *
 * @param directory a public market
 * @param today     last day an observation can be of, `YYYY-MM-DD`
 * @throws {MarketError}
 */
export async function openOwnReading(directory: string, today: string): Promise<OwnWorld> {
  const store = await openStore(directory, { textVersion: TEXT_VERSION });
  try {
    const [catalogue, placeRows, rates, occupations, aliases, skills] = await Promise.all([
      readCatalogue(store),
      store.read(select('places', ['place', 'name', 'kind', 'country', 'states', 'currency', 'key'])),
      readRates(store),
      store.read(select('occupations', ['soc'])),
      readList<EmployerAliases>(EMPLOYER_ALIASES),
      readSkills(),
    ]);
    const places = placeRows as readonly PlaceRow[];
    const locations = buildLocationIndex(places);
    const codes = new Set(occupations.map(({ soc }) => soc));
    const reading: OwnReading = {
      readTitle: (raw) => {
        const { key: title, level, role } = recogniseTitle(raw, catalogue);
        return { title, level, role: role?.id ?? null };
      },
      employerKey: (name) => employerKey(name, aliases),
      readPlace: (raw) => {
        const { country, region } = readLocation(raw, locations);
        return country === null ? null : { country, region };
      },
      ...skills,
      currencyOf: currencies(places),
      rate: rates,
      isOccupation: (soc) => codes.has(soc),
      today,
    };
    return { reading, isCountry: countryNames(places) };
  } finally {
    await store.close();
  }
}

async function readCatalogue(store: Store) {
  const phrases = await store.read(select('roles', ['role', 'name', 'family', 'familyName', 'match', 'phrase']));
  return buildCatalogue(phrases as readonly RolePhrase[]);
}

function readList<T>(file: string): Promise<T> {
  return readInstalled(join(REVIEWED_LISTS, file), (bytes) => JSON.parse(bytes.toString()) as T);
}

async function readSkills(): Promise<Pick<OwnReading, 'skillsIn' | 'skillNamed'>> {
  const [skillsFile, credentialsFile] = (await Promise.all(SKILL_LISTS.map((file) => readList(file)))) as [
    SkillsFile,
    CredentialsFile,
  ];
  const index = buildSkillIndex(skillsFile, credentialsFile);
  const credentialIds = new Set(credentialsFile.credentials.map(({ id }) => id));
  const unique = (found: readonly { readonly id: string }[]) => [...new Set(found.map(({ id }) => id))].sort();
  return {
    skillsIn: (text): SkillIds => {
      const { skills, credentials } = extractSkills(text, index);
      return { skills: unique(skills), credentials: unique(credentials) };
    },
    skillNamed: (name): SkillIds => {
      const ids = listedIds(name, index);
      return {
        skills: ids.filter((id) => !credentialIds.has(id)),
        credentials: ids.filter((id) => credentialIds.has(id)),
      };
    },
  };
}

/** Whether a text names a country and nothing else. Keys with a colon are of places inside a country. */
export function countryNames(places: readonly PlaceRow[]): OwnWorld['isCountry'] {
  const keys = new Set(
    places.filter(({ kind, key }) => kind === 'country' && !key.includes(':')).map(({ key }) => key),
  );
  return (text) => text.length <= 60 && keys.has(normalisePlace(text));
}

function currencies(places: readonly PlaceRow[]): OwnReading['currencyOf'] {
  const countries = places.filter(({ kind }) => kind === 'country');
  const known = new Map(countries.map(({ place, currency }) => [place, currency]));
  return (country) => known.get(country) ?? null;
}

/** Monthly rates of each currency; a month without one takes the nearest before it. */
async function readRates(store: Store): Promise<OwnReading['rate']> {
  const rows = await store.read(select('exchangeRates', ['currency', 'month', 'perUsd']));
  const byCurrency = new Map<string, { month: string; perUsd: number }[]>();
  for (const { currency, month, perUsd } of rows) {
    const list = byCurrency.get(currency) ?? [];
    list.push({ month: month.slice(0, 7), perUsd });
    byCurrency.set(currency, list);
  }
  for (const list of byCurrency.values()) list.sort((a, b) => (a.month < b.month ? -1 : 1));
  return (currency, month) => {
    if (currency === 'USD') return 1;
    return byCurrency.get(currency)?.findLast((rate) => rate.month <= month)?.perUsd ?? null;
  };
}
