import { describe, expect, it } from 'vitest';
import { hostileReport, sampleReport } from '../../../test/golden/sample-report.js';
import type { Figure, Report } from '../../report/model.js';
import { dataTable } from './data-table.js';
import { drawFigure } from './draw.js';

const figuresOf = (report: Report): Figure[] => Object.values(report.sections).flatMap(({ figures }) => figures);

describe.each(figuresOf(sampleReport).map((figure) => [figure.kind, figure] as const))('%s', (kind, figure) => {
  const drawing = drawFigure(figure).value;

  it('is a picture with the words of the model', () => {
    expect(drawing).toContain('role="img"');
    expect(drawing).toContain(figure.alt);
  });

  it('carries no style, no script and no number that is not one', () => {
    expect(drawing).not.toMatch(/style=|<script|<style|NaN|undefined|Infinity/);
  });

  it('has its numbers in a table, all rows of one width', () => {
    const table = dataTable(figure);
    if (kind === 'empty') {
      expect(table).toBeNull();
      return;
    }
    expect(table?.rows.length).toBeGreaterThan(0);
    expect(table?.rows.filter((row) => row.length !== table.columns.length)).toEqual([]);
  });
});

it.each(figuresOf(hostileReport).map((figure) => [figure.kind, figure] as const))(
  'a hostile %s opens no element of its own',
  (_kind, figure) => {
    expect(drawFigure(figure).value).not.toMatch(/<(?:script|img|b onmouseover)|<\/style>/i);
  },
);

it('draws the pay band once for phones and once for wider pages', () => {
  const band = figuresOf(sampleReport).find(({ kind }) => kind === 'pay-band') as Figure;
  const drawing = drawFigure(band).value;
  expect(drawing.match(/<svg class="band (narrow|wide)"/g)).toHaveLength(2);
});

it('draws modelled percentiles apart from observed ones', () => {
  const band = figuresOf(sampleReport).find(({ kind }) => kind === 'pay-band') as Figure;
  expect(drawFigure(band).value.match(/class="whisker[^"]* modelled"/g)).toHaveLength(4);
});

it('hatches states without a figure', () => {
  const map = figuresOf(sampleReport).find(({ kind }) => kind === 'tiles') as Figure;
  expect(drawFigure(map).value.match(/<g class="tile suppressed">/g)).toHaveLength(2);
});
