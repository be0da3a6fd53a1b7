/** What a figure of pay rests on, whatever its basis. */

export interface RestsOn {
  readonly n: number;
  /** null where a source names none, and for published figures. */
  readonly employers: number | null;
  readonly sources: readonly string[];
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Place id and scope of the figure, which may be wider than asked. */
  readonly place: string;
  readonly scope: string;
}

/** First and last date over several periods. */
export function unionPeriod(
  periods: readonly ({ readonly from: string; readonly to: string } | null)[],
): { from: string; to: string } | null {
  const known = periods.filter((period) => period !== null);
  if (known.length === 0) return null;
  return {
    from: known.map((period) => period.from).sort()[0]!,
    to: known
      .map((period) => period.to)
      .sort()
      .at(-1)!,
  };
}
