/** What an import did. */

export interface ImportSummary {
  readonly summary: {
    /** imported + repeated + quarantined */
    readonly rows: number;
    readonly imported: number;
    /** Already in the market, or the same advertised range in the same month. */
    readonly repeated: number;
    readonly quarantined: number;
  };
  /** Why rows were set aside, most frequent first; their counts add up to `quarantined`. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** File of the rows set aside; null where there are none. */
  readonly quarantine: string | null;
}
