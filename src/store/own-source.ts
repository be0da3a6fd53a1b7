/** A user's own data as one more source of a market. */
import { formatMonth } from '../core/format.js';
import { OWN_SOURCE } from '../core/own-data.js';
import type { OwnManifest } from './own-manifest.js';
import type { Exclusion, Manifest, ManifestSource } from './port.js';

/**
 * The manifest of a public market with the imports of a user as its last source, `mine`.
 *
 * All imports are one source. Where they are newer than the public data they move the as-of date forward: it is the
 * newest data date, never the clock. The files stay those of the public market.
 */
export function withOwnSource(manifest: Manifest, own: OwnManifest): Manifest {
  const newest = newestOf(own.imports) ?? manifest.asOf;
  return {
    ...manifest,
    asOf: laterOf(manifest.asOf, newest),
    publicAsOf: manifest.asOf,
    sources: [...manifest.sources, ownSource(own, newest)],
  };
}

/** Whether there is anything to read beside the public market. */
export function hasRows(own: OwnManifest | null): own is OwnManifest {
  return own?.files.some(({ rows }) => rows > 0) ?? false;
}

function ownSource({ imports }: OwnManifest, newest: string): ManifestSource {
  const excluded = new Map<string, number>();
  for (const { reasons, repeated } of imports) {
    for (const { reason, count } of [...reasons, { reason: 'repeated', count: repeated }]) {
      if (count > 0) excluded.set(reason, (excluded.get(reason) ?? 0) + count);
    }
  }
  return {
    ...OWN_SOURCE,
    publisher: 'you',
    address: '',
    licence: 'private',
    attribution: null,
    vintage: [...periodWords(imports), `${imports.length} ${imports.length === 1 ? 'import' : 'imports'}`].join(', '),
    newest,
    rowsIn: total(imports.map(({ rows }) => rows)),
    rowsKept: total(imports.map(({ imported }) => imported)),
    excluded: [...excluded].map(([reason, count]): Exclusion => ({ reason, count })),
    inputs: [],
  };
}

function periodsOf(imports: OwnManifest['imports']): { readonly from: string; readonly to: string }[] {
  return imports.flatMap(({ period }) => (period === null ? [] : [period]));
}

function newestOf(imports: OwnManifest['imports']): string | null {
  return (
    periodsOf(imports)
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? null
  );
}

/** `March 2024 to June 2026`, in a list of its own; empty where no import has a date. */
function periodWords(imports: OwnManifest['imports']): string[] {
  const oldest = periodsOf(imports)
    .map(({ from }) => from)
    .sort()[0];
  const newest = newestOf(imports);
  if (oldest === undefined || newest === null) return [];
  const [from, to] = [formatMonth(oldest), formatMonth(newest)];
  return [from === to ? from : `${from} to ${to}`];
}

function laterOf(one: string, other: string): string {
  return [one, other].sort()[1]!;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
