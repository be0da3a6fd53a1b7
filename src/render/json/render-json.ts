/** The report as JSON. */
import type { Report } from '../../report/model.js';

/** The answer model itself, two spaces a level, ended by a line feed. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
