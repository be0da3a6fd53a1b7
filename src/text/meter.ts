/**
 * Counts the work a text engine does: one step for each character or token visited, inner loops included. Tests
 * compare steps, not clocks, to show that work grows linearly with the text.
 */
export interface Meter {
  steps: number;
}
