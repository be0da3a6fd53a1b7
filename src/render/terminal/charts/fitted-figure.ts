/** Figures whose words fit a terminal chart. */
import type { Figure } from '../../../report/model.js';
import type { Page } from '../page.js';
import { clip } from '../wrap.js';

/** Most cells of the words beside a mark, by the model's field; sentences are wrapped, not cut. */
const ROOM: Readonly<Record<string, number>> = {
  label: 12,
  levelLabel: 8,
  dateLabel: 18,
  name: 26,
  short: 12,
  group: 10,
  verdict: 24,
};

function fitted(value: unknown, key: string, mark: string): unknown {
  const room = ROOM[key];
  if (typeof value === 'string') return room === undefined ? value : clip(value, room, mark);
  if (Array.isArray(value)) return value.map((item) => fitted(item, key, mark));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fitted(item, name, mark)]));
}

/** The figure with labels and names no wider than their columns; what is cut ends in an ellipsis. */
export function fittedFigure(figure: Figure, page: Page): Figure {
  return fitted(figure, '', page.glyphs.ellipsis) as Figure;
}
