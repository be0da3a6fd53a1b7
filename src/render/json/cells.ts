/** Published cells as JSON: the whole model, or a line a cell. */
import type { Publication } from '../../report/publication.js';

export function renderCellsJson(publication: Publication): string {
  return `${JSON.stringify(publication, null, 2)}\n`;
}

export function renderCellsJsonLines({ cells }: Publication): string {
  return cells.map((cell) => `${JSON.stringify(cell)}\n`).join('');
}
