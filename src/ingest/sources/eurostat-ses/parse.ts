/** The data set of annual earnings. */
import type { RawReader } from '../../raw-reader.js';
import { type Cube, readCube } from './json-stat.js';

/** The whole data set, and an extract of four countries. */
export async function parseAnnualEarnings(raw: RawReader): Promise<Cube> {
  const file = await raw.firstOf('eurostat-ses/earn_ses22_28.json', 'de-earnings/earn_ses22_28_de_es_it_pl.json');
  return readCube(await raw.json(file));
}
