/** Pay bands, skills and credentials of postings on Ashby career boards. */
import type { Connector, ReadContext } from '../../connector.js';
import { DollarRates } from '../../dollar-rates.js';
import { boardDownloads } from './fetch.js';
import { BoardReading } from './normalize.js';
import { readBoards } from './parse.js';

/** @param boards names of the boards to ask, from `reviewed/ashby-boards.json` */
export function ashbyBoards(boards: readonly string[]): Connector {
  return {
    id: 'ashby-boards',
    name: 'Ashby career boards',
    publisher: 'The employers, through the public job board API of Ashby; collected by stapply-ai',
    address: 'https://github.com/stapply-ai/ats-scrapers',
    licence: 'MIT (the collection); the wording of postings belongs to the employers and is not held here',
    attribution: 'ats-scrapers, copyright stapply-ai, MIT License.',
    modifications:
      'Only title, employer, place, day of publication and pay bands were kept, and which skills and credentials our lists find in the text; the text itself, addresses and links were left out; equal adverts were joined and counted.',
    vintage: 'open in October 2025',
    ships: true,
    cadence: 'boards change daily; the collection is one snapshot',
    downloads: boardDownloads(boards),
    obtain:
      'Ask https://api.ashbyhq.com/posting-api/job-board/<board>?includeCompensation=true for each board and save the answers as ashby-boards-2025-10/boards/<board>.json.',
    after: ['oflc-areas', 'fed-h10'],
    async read({ raw, readers, gathered }) {
      const reading = new BoardReading({ readers, ...moneyOf(gathered) });
      for await (const posting of readBoards(raw, boards)) reading.add(posting);
      return reading.result();
    },
  };
}

function moneyOf(gathered: ReadContext['gathered']) {
  const currencies = new Map<string, string>();
  for (const { kind, place, currency } of gathered('places')) if (kind === 'country') currencies.set(place, currency);
  return {
    rates: new DollarRates(gathered('exchangeRates')),
    currencyOf: (country: string) => currencies.get(country),
  };
}
