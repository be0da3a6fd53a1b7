/** The codes under which OEWS publishes occupations of SOC 2018: a few detailed codes appear only together. */

export interface MergedOccupation {
  /** The code published, `31-1120`. */
  readonly code: string;
  readonly title: string;
  /** The SOC 2018 codes it stands for. */
  readonly members: readonly string[];
}

export class PublishedOccupations {
  readonly merged: readonly MergedOccupation[];
  readonly #byMember: ReadonlyMap<string, string>;

  constructor(merged: readonly MergedOccupation[]) {
    this.merged = merged;
    this.#byMember = new Map(merged.flatMap(({ code, members }) => members.map((member) => [member, code] as const)));
  }

  /**
   * The published code of a six- or eight-digit code of SOC 2018.
   *
   * @example published.codeOf('31-1121.00') // '31-1120'
   */
  codeOf(soc: string): string {
    const six = soc.slice(0, 7);
    return this.#byMember.get(six) ?? six;
  }
}
