/** The counties of the areas for which wages are published. */

import type { GeographyLine } from '../../../text/index.js';
import { requiredText } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';

export const GEOGRAPHY_COLUMNS = ['Area', 'AreaName', 'StateAb'] as const;

export async function parseGeography(raw: RawReader): Promise<GeographyLine[]> {
  const records = await raw.records('dol-oflc-prevailing-wage-2025-26/Geography.csv', GEOGRAPHY_COLUMNS);
  return records.map((record) => ({
    area: requiredText(record.Area, 'Area'),
    areaName: requiredText(record.AreaName, 'AreaName'),
    stateAb: requiredText(record.StateAb, 'StateAb'),
  }));
}
