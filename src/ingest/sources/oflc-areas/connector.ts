/** US metropolitan areas as wage statistics use them, with countries and states from our reviewed lists. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeGeography, type PlaceLists } from './normalize.js';
import { parseGeography } from './parse.js';

/** @param lists reviewed countries and US states */
export function oflcAreas(lists: PlaceLists): Connector {
  return {
    id: 'oflc-areas',
    name: 'Areas of the prevailing wage tables',
    publisher: 'US Department of Labor, Office of Foreign Labor Certification',
    address: 'https://flag.dol.gov/wage-data/wage-data-downloads',
    licence: 'Public domain (work of the US federal government)',
    attribution: null,
    modifications:
      'Counties were joined to areas; countries, states and further spellings come from reviewed lists of our own.',
    vintage: 'July 2025 to June 2026',
    ships: true,
    cadence: 'yearly, in July',
    downloads: DOWNLOADS,
    obtain:
      'Download the archive of a wage year from https://flag.dol.gov/wage-data/wage-data-downloads and put Geography.csv into dol-oflc-prevailing-wage-2025-26.',
    async read({ raw }) {
      return { ...normalizeGeography(await parseGeography(raw), lists), newest: '2026-06-30' };
    },
  };
}
