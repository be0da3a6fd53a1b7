/** The scoreboard as JSON. */
import type { Scoreboard } from '../../report/scoreboard.js';

/** The answer model itself on one line, ended by a line feed. */
export function renderScoreboardJson(scoreboard: Scoreboard): string {
  return `${JSON.stringify(scoreboard)}\n`;
}
