/** A scalar fitted while the market is built. */
export interface Parameter {
  readonly name: string;
  readonly value: number;
  /** Cells, occupations or years it rests on. */
  readonly n: number;
  readonly note: string;
}
