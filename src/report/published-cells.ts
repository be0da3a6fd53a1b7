/** Evidence that is looked up in an official table, not sampled. */
import type { Evidence } from '../core/finding.js';
import { COUNTED } from './counted.js';

export interface PublishedCells {
  /** Cells of the table; one unless said. */
  readonly n?: number;
  readonly sources: readonly string[];
  /** First and last reference year; the survey's reference month is May. */
  readonly years: readonly [number, number];
  readonly place: string;
  readonly scope: string;
  readonly method?: string;
}

/** The evidence of a figure from published cells of the official survey. */
export function publishedCells({
  n = 1,
  sources,
  years,
  place,
  scope,
  method = 'as published',
}: PublishedCells): Evidence {
  return {
    n,
    counts: COUNTED.official,
    employers: null,
    sources,
    period: { from: `${years[0]}-05-01`, to: `${years[1]}-05-31` },
    place,
    scope,
    basis: 'official',
    method,
  };
}
