/** What the HTTP API answers with, from an open market. */
import type { ApiLists } from '../serve/http/api.js';
import type { AnswerBenchmark } from '../serve/http/api-benchmark.js';
import { benchmarkUpload } from './benchmark/upload.js';
import { compareAnswers } from './compare.js';
import { type Home, locateHome } from './home.js';
import type { Market } from './market.js';

export interface ApiServices {
  /** Compares the answers that `answer` gives, which may come from memory. */
  readonly compare: typeof compareAnswers;
  readonly benchmark: AnswerBenchmark;
  readonly lists: ApiLists;
}

/** @param home where a body is taken apart; removed again before it is answered */
export function apiServices(market: Market, home: Pick<Home, 'directory'> = locateHome()): ApiServices {
  return {
    compare: compareAnswers,
    benchmark: (upload) => benchmarkUpload(market, upload, home),
    lists: apiLists(market),
  };
}

/** Roles, places and sources of a market. */
export function apiLists({ asOf, catalogue, places, store }: Market): ApiLists {
  const distinct = new Map(
    places.map(({ place, name, kind, country, currency }) => [place, { id: place, name, kind, country, currency }]),
  );
  return {
    asOf,
    roles: catalogue.roles.map(({ id, name, family, familyName }) => ({ id, name, family, familyName })),
    places: [...distinct.values()],
    sources: store.manifest.sources.map(({ id, name, publisher, address, vintage, licence, attribution }) => ({
      id,
      name,
      publisher,
      address,
      vintage,
      licence,
      attribution,
    })),
  };
}
