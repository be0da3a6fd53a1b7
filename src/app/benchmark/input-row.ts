/** One row of a payroll or of a list of titles, as it stands in the file. */

export interface InputRow {
  /** From 1, the header not counted. */
  readonly row: number;
  readonly title: string;
  readonly place: string;
  /** As written; empty where the file says nothing. */
  readonly level: string;
  readonly pay: string;
  readonly currency: string;
  readonly unit: string;
  /** Why the row could not be taken apart, or null. */
  readonly fault: string | null;
}

/** A row of which nothing is known but that it is there. */
export function emptyRow(row: number, fault: string | null = null): InputRow {
  return { row, title: '', place: '', level: '', pay: '', currency: '', unit: '', fault };
}
