/** A comparison as JSON. */
import type { Comparison } from '../../report/comparison-model.js';

/** The model itself, two spaces a level, ended by a line feed. */
export function renderComparisonJson(comparison: Comparison): string {
  return `${JSON.stringify(comparison, null, 2)}\n`;
}
