/** States by fifth of the ranking, highest first; the map itself is drawn in HTML and PDF. */
import type { Figure } from '../../../report/model.js';
import { type Line, span, type Tone } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, wrapItems } from '../wrap.js';
import { framed } from './chart-frame.js';

type Tiles = Extract<Figure, { kind: 'tiles' }>;
type Tile = Tiles['tiles'][number];

const FIFTHS: readonly (readonly [fifth: number, words: string])[] = [
  [5, 'highest fifth'],
  [4, 'above the middle'],
  [3, 'middle fifth'],
  [2, 'below the middle'],
  [1, 'lowest fifth'],
];
const NO_FIGURE = 'no figure';
const GAP = 2;

const wordsWidth = Math.max(...FIFTHS.map(([, words]) => words.length));

function groupLines(tiles: readonly Tile[], shade: string, words: string, page: Page): Line[] {
  if (tiles.length === 0) return [];
  const { glyphs } = page;
  const shadeWidth = textWidth(glyphs.fifths[4]);
  const left = shadeWidth + 1 + wordsWidth + GAP;
  const items = tiles.map((tile) =>
    [...(tile.highlight ? [glyphs.selected] : []), tile.short, ...(tile.at === null ? [] : [tile.at.label])].join(' '),
  );
  const tone: Tone = tiles.some((tile) => tile.at !== null) ? 'plain' : 'dim';
  return wrapItems(items, '   ', page.width - left).map((text, index) =>
    index === 0
      ? [
          span(padEnd(shade, shadeWidth + 1), tone === 'dim' ? 'dim' : 'accent'),
          span(padEnd(words, wordsWidth + GAP), 'dim'),
          span(text, tone),
        ]
      : [span(' '.repeat(left)), span(text, tone)],
  );
}

/** One row of states per fifth, those without a figure last and hatched. */
export function tilesChart(figure: Tiles, page: Page): Line[] {
  const byValue = [...figure.tiles].sort((a, b) => (b.at?.value ?? 0) - (a.at?.value ?? 0));
  const drawing = [
    ...FIFTHS.flatMap(([fifth, words]) =>
      groupLines(
        byValue.filter((tile) => tile.fifth === fifth),
        page.glyphs.fifths[fifth - 1] ?? '',
        words,
        page,
      ),
    ),
    ...groupLines(
      byValue.filter((tile) => tile.fifth === null),
      page.glyphs.insufficient,
      NO_FIGURE,
      page,
    ),
  ];
  return framed(figure, drawing, page);
}
