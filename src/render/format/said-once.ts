/** Caveats that several findings share, said with the first of them. */

/** The texts of each list that no list before it holds. */
export function saidOnce(lists: readonly (readonly string[])[]): string[][] {
  const said = new Set<string>();
  return lists.map((texts) => {
    const fresh = texts.filter((text) => !said.has(text));
    for (const text of fresh) said.add(text);
    return fresh;
  });
}

/** Pairs without a difference whose sentence another such pair has said already are left out. */
export function withoutRepeats<T extends { readonly finding: { readonly status: string; readonly statement: string } }>(
  differences: readonly T[],
): T[] {
  const said = new Set<string>();
  return differences.filter(({ finding }) => {
    const repeated = finding.status === 'insufficient' && said.has(finding.statement);
    said.add(finding.statement);
    return !repeated;
  });
}
