/** The tile grid map: one square a state with its value, shaded by the fifth it belongs to, hatched without a figure. */
import type { Figure } from '../../report/model.js';
import { domId, html, type Markup } from '../html/markup.js';
import { shorten } from './labels.js';
import { TILE_COLUMNS, TILE_PLACES, TILE_ROWS, type TilePlace } from './tile-grid.js';

export type TilesFigure = Extract<Figure, { kind: 'tiles' }>;
type Tile = TilesFigure['tiles'][number];

/** Units of the drawing from one square to the next; it scales as a whole, and the style sheet keeps its text readable. */
const STEP = 100;
const SIDE = 96;

/** The map, then a legend of the fifths in the words of the model. */
export function tiles(figure: TilesFigure): Markup {
  const known = new Set(TILE_PLACES.map(({ short }) => short));
  const others = figure.tiles
    .filter(({ short }) => !known.has(short))
    .map(({ short }, index) => ({
      short,
      column: index % TILE_COLUMNS,
      row: TILE_ROWS + Math.floor(index / TILE_COLUMNS),
    }));
  const byShort = new Map(figure.tiles.map((tile) => [tile.short, tile]));
  const groups = new Map<string, TilePlace[]>();
  for (const place of [...TILE_PLACES, ...others]) {
    const name = shadeOf(byShort.get(place.short));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [place]);
    else group.push(place);
  }
  const rows = TILE_ROWS + Math.ceil(others.length / TILE_COLUMNS);
  const hatchId = domId('hatch', figure.id);
  const asked = [...TILE_PLACES, ...others].filter(({ short }) => byShort.get(short)?.highlight);
  return html`<svg class="tiles" viewBox="-2 -2 ${TILE_COLUMNS * STEP} ${rows * STEP}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${
    groups.has('suppressed') && hatch(hatchId)
  }${[...groups].map(([name, places]) => group(name, places, byShort, hatchId))}${
    asked.length > 0 && html`<path class="asked" d="${squares(asked)}"/>`
  }</svg>${legend(figure)}`;
}

function shadeOf(tile: Tile | undefined): string {
  if (tile === undefined) return 'blank';
  return tile.at === null || tile.fifth === null ? 'suppressed' : `fifth-${tile.fifth}`;
}

/** All squares of one shade as one path, and their texts. */
function group(
  name: string,
  places: readonly TilePlace[],
  byShort: ReadonlyMap<string, Tile>,
  hatchId: string,
): Markup {
  const fill = name === 'suppressed' ? html` fill="url(#${hatchId})"` : null;
  const texts = places.map((place) => {
    const printed = byShort.get(place.short)?.printed ?? null;
    const { alone, above } = LETTERS.get(place.short) ?? letters(place);
    return printed === null ? alone : html`${above}${shorten(printed, 5)}</text>`;
  });
  return html`<g class="${name}"><path d="${squares(places)}"${fill}/>${texts}</g>`;
}

/** The letters of a square by themselves, and above a value, whose element they open. */
function letters({ short, column, row }: TilePlace): { alone: Markup; above: Markup } {
  const [x, y, name] = [column * STEP + SIDE / 2, row * STEP, shorten(short, 3)];
  return {
    alone: html`<text x="${x}" y="${y + 62}">${name}</text>`,
    above: html`<text x="${x}" y="${y + 42}">${name}</text><text x="${x}" y="${y + 82}">`,
  };
}

/** Those of the fixed squares, the same in every map. */
const LETTERS = new Map(TILE_PLACES.map((place) => [place.short, letters(place)]));

function squares(places: readonly TilePlace[]): string {
  return places.map(({ column, row }) => `M${column * STEP} ${row * STEP}h${SIDE}v${SIDE}h-${SIDE}z`).join('');
}

/** The pattern that means "not enough evidence", as the style sheet hatches elements. */
function hatch(id: string): Markup {
  return html`<defs><pattern id="${id}" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V14"/></pattern></defs>`;
}

/** The unit, and each fifth with the lowest and highest figure in it. */
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
  return html`<ul class="legend"><li>In ${figure.unit}</li>${fifths}${suppressed && html`<li><i class="swatch hatched"></i>not enough evidence</li>`}</ul>`;
}
