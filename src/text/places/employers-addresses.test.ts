/** Locations of postings against the addresses their employers gave beside them, read in place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../test/capabilities.js';
import { findPlace } from './find.js';
import { buildLocationIndex } from './location-index.js';
import { readLocation } from './locations.js';
import type { CountriesFile, UsStatesFile } from './place-row.js';
import { placeRows } from './rows.js';

interface Address {
  readonly addressCountry?: string | null;
  readonly addressRegion?: string | null;
}

interface Posting {
  readonly location: string | null;
  readonly address: { readonly postalAddress?: Address | null } | null;
  readonly secondaryLocations: readonly unknown[] | null;
}

const list = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;

describeNeeding(['data'], 'locations and the addresses beside them', () => {
  it('agree on country and state', () => {
    const data = sharedData as string;
    const areas = readFileSync(join(data, 'dol-oflc-prevailing-wage-2025-26/Geography.csv'), 'latin1');
    const geography = [...areas.matchAll(/^"(\d+)","([^"]*)","([^"]*)"/gm)].map(
      ([, area = '', areaName = '', stateAb = '']) => ({ area, areaName, stateAb }),
    );
    const rows = placeRows({
      geography,
      countries: list<CountriesFile>('countries.json'),
      states: list<UsStatesFile>('us-states.json'),
    });
    const index = buildLocationIndex(rows);
    const known = new Map<string, string | null>();
    const placeOf = (query: string): string | null => {
      if (!known.has(query)) known.set(query, found(query));
      return known.get(query) ?? null;
    };
    const found = (query: string): string | null => {
      try {
        return findPlace(query, rows).place.id;
      } catch {
        return null;
      }
    };
    const postings = gunzipSync(readFileSync(join(data, 'ashby-boards-2025-10/jobs.jsonl.gz')))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Posting)
      .filter(({ secondaryLocations }) => (secondaryLocations ?? []).length === 0);
    const count = { countries: 0, decided: 0, agree: 0, states: 0, statesAgree: 0 };
    for (const { location, address } of postings) {
      const country = placeOf(address?.postalAddress?.addressCountry?.trim() ?? '');
      if (country === null || !/^[A-Z]{2}$/.test(country)) continue;
      const read = readLocation(location ?? '', index);
      count.countries += 1;
      if (read.country === null) continue;
      count.decided += 1;
      if (read.country === country) count.agree += 1;
      const region = address?.postalAddress?.addressRegion?.trim() ?? '';
      const state = country === 'US' ? (placeOf(region.length === 2 ? `US-${region}` : region) ?? '') : '';
      if (!/^US-[A-Z]{2}$/.test(state) || read.region === null) continue;
      count.states += 1;
      if (read.region === state) count.statesAgree += 1;
    }
    expect(count.countries).toBeGreaterThan(4_000);
    expect(count.decided / count.countries).toBeGreaterThan(0.9);
    expect(count.agree / count.decided).toBeGreaterThan(0.995);
    expect(count.statesAgree / count.states).toBeGreaterThan(0.995);
  });
});
