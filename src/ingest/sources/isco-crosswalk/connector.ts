/** Occupations of SOC 2018 as classes of other classifications. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeMatches } from './normalize.js';
import { parsePairs } from './parse.js';
import type { ReviewedMatch } from './reviewed-matches.js';

/** @param reviewed the reviewed list of matches */
export function iscoCrosswalk(reviewed: readonly ReviewedMatch[]): Connector {
  return {
    id: 'isco-crosswalk',
    name: 'ISCO-08 by SOC 2010, and reviewed matches of national classifications',
    publisher: 'US Bureau of Labor Statistics; the authors of this product',
    address: 'https://www.bls.gov/soc/2018/',
    licence: 'Public domain (work of the US federal government); the reviewed matches under the licence of the product',
    attribution: 'Source: US Bureau of Labor Statistics, ISCO-08 by SOC 2010 and SOC 2010 to 2018.',
    modifications:
      'Carried on to SOC 2018; groups of what is left over lead to such groups alone; some occupations were set by hand.',
    vintage: 'ISCO-08 by SOC 2010: 2015; SOC 2010 to 2018: November 2017',
    ships: true,
    cadence: 'with a new edition of a classification',
    downloads: DOWNLOADS,
    obtain:
      "Write the publisher's crosswalk of ISCO-08 and SOC 2010 as soc2010-to-isco08.csv with the columns soc10 (six digits) and isco08 into the folder 'isco-crosswalks'.",
    after: ['soc'],
    async read({ raw, gathered }) {
      const reading = normalizeMatches(await parsePairs(raw), { crosswalk: gathered('crosswalk'), reviewed });
      return { ...reading, newest: '2017-11-30' };
    },
  };
}
