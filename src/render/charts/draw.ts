/** One drawing for each kind of figure. */
import type { Figure } from '../../report/model.js';
import type { Markup } from '../html/markup.js';
import { dots } from './dots.js';
import { empty } from './empty.js';
import { fan } from './fan.js';
import { forest } from './forest.js';
import { intervalRows } from './interval-rows.js';
import { payBand } from './pay-band.js';
import { tiles } from './tiles.js';

/**
 * The picture of a figure: SVG whose horizontal places are percentages, with text at its real size at any width.
 *
 * Needs the classes of `web/charts*.css`; carries no style of its own, so that a strict content policy holds.
 */
export function drawFigure(figure: Figure): Markup {
  switch (figure.kind) {
    case 'pay-band':
      return payBand(figure);
    case 'by-source':
    case 'ladder':
    case 'relative-pay':
      return intervalRows(figure);
    case 'forest':
      return forest(figure);
    case 'fan':
      return fan(figure);
    case 'dots':
      return dots(figure);
    case 'tiles':
      return tiles(figure);
    case 'empty':
      return empty(figure);
  }
}
