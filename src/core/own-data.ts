/** The id and name under which a user's own imports stand beside public sources. */
export const OWN_SOURCE = { id: 'mine', name: 'Your own data' } as const;

/** Whether own data are among sources, given as ids or as the sources themselves. */
export function hasOwnSource(sources: readonly (string | { readonly id: string })[]): boolean {
  return sources.some((source) => (typeof source === 'string' ? source : source.id) === OWN_SOURCE.id);
}
