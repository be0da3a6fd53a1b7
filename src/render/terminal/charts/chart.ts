/** The chart of any figure. */
import type { Figure } from '../../../report/model.js';
import type { Line } from '../line.js';
import type { Page } from '../page.js';
import { dotsChart } from './dots.js';
import { emptyPanel } from './empty.js';
import { fanChart } from './fan.js';
import { fittedFigure } from './fitted-figure.js';
import { forestChart } from './forest.js';
import { intervalRowsChart } from './interval-rows.js';
import { payBandChart } from './pay-band.js';
import { tilesChart } from './tiles.js';

export function chart(whole: Figure, page: Page): Line[] {
  const figure = fittedFigure(whole, page);
  switch (figure.kind) {
    case 'pay-band':
      return payBandChart(figure, page);
    case 'by-source':
    case 'ladder':
    case 'relative-pay':
      return intervalRowsChart(figure, page);
    case 'forest':
      return forestChart(figure, page);
    case 'fan':
      return fanChart(figure, page);
    case 'dots':
      return dotsChart(figure, page);
    case 'tiles':
      return tilesChart(figure, page);
    case 'empty':
      return emptyPanel(figure, page);
  }
}
