/** The tile grid map: one square per state, coloured by the fifth it belongs to, hatched without a figure. */
import type { Figure } from '../../report/model.js';
import { domId, html, type Markup } from '../html/markup.js';
import { shorten } from './labels.js';
import { hatch } from './rows.js';
import { rounded } from './scale.js';
import { TILE_COLUMNS, TILE_PLACES, TILE_ROWS } from './tile-grid.js';

export type TilesFigure = Extract<Figure, { kind: 'tiles' }>;
type Tile = TilesFigure['tiles'][number];
type Size = 'narrow' | 'wide';

const HEIGHT: Readonly<Record<Size, number>> = { narrow: 30, wide: 46 };

/** The map for a phone (letters) and for wider pages (letters and values), and a legend of the fifths. */
export function tiles(figure: TilesFigure): Markup {
  return html`${map(figure, 'narrow')}${map(figure, 'wide')}${legend(figure)}`;
}

function map(figure: TilesFigure, size: Size): Markup {
  const byShort = new Map(figure.tiles.map((tile) => [tile.short, tile]));
  const known = new Set(TILE_PLACES.map(({ short }) => short));
  const others = figure.tiles
    .filter(({ short }) => !known.has(short))
    .map(({ short }, index) => ({
      short,
      column: index % TILE_COLUMNS,
      row: TILE_ROWS + Math.floor(index / TILE_COLUMNS),
    }));
  const places = [...TILE_PLACES, ...others];
  const rows = Math.max(...places.map(({ row }) => row)) + 1;
  const id = domId(`hatch-${size}`, figure.id);
  const squares = places.map(({ short, column, row }) => {
    const at = { x: rounded((column * 100) / TILE_COLUMNS), y: row * HEIGHT[size], size, hatchId: id };
    const tile = byShort.get(short);
    return tile === undefined ? blank(short, at) : square(tile, at);
  });
  return html`<svg class="tiles ${size}" width="100%" height="${rows * HEIGHT[size]}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${hatch(id)}${squares}</svg>`;
}

interface TileAt {
  readonly x: number;
  readonly y: number;
  readonly size: Size;
  readonly hatchId: string;
}

const WIDTH = rounded(100 / TILE_COLUMNS - 0.5);

function box({ x, y, size }: TileAt, attributes: Markup): Markup {
  return html`<rect x="${x}%" y="${y}" width="${WIDTH}%" height="${HEIGHT[size] - 3}" rx="2" ${attributes}/>`;
}

/** A state the figure does not speak about. */
function blank(short: string, at: TileAt): Markup {
  return html`<g class="tile blank">${box(at, html`class="blank"`)}${letters(short, at, false)}</g>`;
}

function square(tile: Tile, at: TileAt): Markup {
  const suppressed = tile.at === null || tile.fifth === null;
  const name = `tile${suppressed ? ' suppressed' : ` fifth-${tile.fifth}`}${tile.highlight ? ' highlight' : ''}`;
  const withValue = at.size === 'wide' && tile.at !== null;
  const value = withValue && tile.at !== null ? shorten(tile.at.label, 9) : null;
  const middle = rounded(at.x + WIDTH / 2);
  return html`<g class="${name}">${box(at, suppressed ? html`fill="url(#${at.hatchId})"` : html`class="fill"`)}${letters(shorten(tile.short, 3), at, withValue)}${value && html`<text class="tile-value" x="${middle}%" y="${at.y + 33}" text-anchor="middle">${value}</text>`}</g>`;
}

function letters(short: string, { x, y, size }: TileAt, withValue: boolean): Markup {
  const baseline = withValue ? 18 : size === 'wide' ? 26 : 18;
  return html`<text class="tile-name" x="${rounded(x + WIDTH / 2)}%" y="${y + baseline}" text-anchor="middle">${short}</text>`;
}

/** Each fifth with the lowest and highest figure in it. */
function legend(figure: TilesFigure): Markup {
  const fifths = [1, 2, 3, 4, 5].flatMap((fifth) => {
    const marks = figure.tiles
      .flatMap((tile) => (tile.fifth === fifth && tile.at !== null ? [tile.at] : []))
      .sort((a, b) => a.value - b.value);
    const [low, high] = [marks[0], marks.at(-1)];
    if (low === undefined || high === undefined) return [];
    const text = low.label === high.label ? low.label : `${low.label} to ${high.label}`;
    return [html`<li><i class="swatch fifth-${fifth}"></i>${text}</li>`];
  });
  const suppressed = figure.tiles.some((tile) => tile.at === null);
  return html`<ul class="legend" aria-hidden="true">${fifths}${suppressed && html`<li><i class="swatch suppressed"></i>not enough evidence</li>`}</ul>`;
}
