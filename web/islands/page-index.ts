/** The index of a site without a server: a script beside the pages, loaded when a reader first looks for something. */
import type { StaticIndex } from '../../src/text/search/static-index.js';
import type { StaticSearch } from '../../src/text/search/static-search.js';
import { element } from './element.js';

export type { StaticSearch };

declare global {
  /** Set by `search-engine.ts`. */
  var goingrateOpenSearch: ((index: StaticIndex) => StaticSearch) | undefined;
  /** Set by the index. */
  var goingrateSearch: StaticIndex | undefined;
}

const loading = new Map<string, Promise<StaticSearch>>();

/**
 * The index at an address, loaded once. A script and not a request, because that also works from a disk.
 *
 * @throws when the script is not there
 */
export function loadPageIndex(address: string): Promise<StaticSearch> {
  let index = loading.get(address);
  if (index === undefined) {
    index = loadScript(address).then(() => {
      const { goingrateOpenSearch: open, goingrateSearch: data } = globalThis;
      if (open === undefined || data?.schema !== 'goingrate.search/1') throw new Error('This is no index of pages.');
      return open(data);
    });
    loading.set(address, index);
  }
  return index;
}

function loadScript(address: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = element('script', { src: address });
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => failed(new Error('The index of pages could not be loaded.')));
    document.head.append(script);
  });
}
