import { describe, expect, it } from 'vitest';
import { hostileReport, sampleReport } from '../../../test/golden/sample-report.js';
import type { Figure, Report } from '../../report/model.js';
import { dataTable } from './data-table.js';
import { drawFigure } from './draw.js';

const figuresOf = (report: Report): Figure[] => Object.values(report.sections).flatMap(({ figures }) => figures);

describe.each(figuresOf(sampleReport).map((figure) => [figure.kind, figure] as const))('%s', (kind, figure) => {
  const drawing = drawFigure(figure).value;

  it('is a picture with the words of the model', () => {
    expect(drawing).toContain(kind === 'empty' ? '<p>' : 'role="img"');
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

const one = <K extends Figure['kind']>(kind: K): Figure & { kind: K } =>
  figuresOf(sampleReport).find((figure): figure is Figure & { kind: K } => figure.kind === kind)!;

describe('the pay band', () => {
  const drawing = drawFigure(one('pay-band')).value;

  it('is drawn once, and lifts on a phone the labels that would touch there', () => {
    expect(drawing.match(/<svg class="band/g)).toHaveLength(1);
    expect(drawing).toMatch(/class="band lifted-1"/);
    expect(drawing.match(/ lift-1"/g)?.length).toBeGreaterThan(0);
  });

  it('draws modelled percentiles apart from observed ones, each with its interval', () => {
    const [, whiskers = ''] = /class="whiskers"[^>]*>(.*?)<g class="offer"/.exec(drawing) ?? [];
    expect(whiskers.match(/<g class="modelled">/g)).toHaveLength(2);
    expect(whiskers.match(/<line /g)).toHaveLength(5);
  });

  it('has a lane for each thing that sources state, named, on the axis of the band', () => {
    expect([...drawing.matchAll(/class="lane".*?<text[^>]*>(\w+)</g)].map(([, name]) => name)).toEqual([
      'posted',
      'filed',
      'official',
    ]);
    const median = /class="median" x1="([\d.]+)%/.exec(drawing)![1];
    const same = {
      ...one('pay-band'),
      sources: [{ ...one('pay-band').sources[0]!, at: one('pay-band').percentiles[2]!.at }],
    };
    expect(/class="lane".*?<circle cx="([\d.]+)%/.exec(drawFigure(same).value)![1]).toBe(median);
  });

  it('flies the offer towards the side that has room', () => {
    const offered = (value: number) =>
      drawFigure({ ...one('pay-band'), offer: { at: { value, label: `US$${value / 1000}k` }, name: 'offer' } }).value;
    expect(offered(130_000)).toMatch(/class="start" x="13"[^>]*>offer US\$130k/);
    expect(offered(299_000)).toMatch(/class="end" x="-13"[^>]*>offer US\$299k/);
  });
});

describe('the map', () => {
  const drawing = drawFigure(one('tiles')).value;
  const shade = (name: string) => new RegExp(`<g class="${name}">(.*?)</g>`).exec(drawing)?.[1] ?? '';

  it('prints the value in its square and outlines the state asked about', () => {
    expect(shade('fifth-5')).toMatch(/>CA<\/text><text[^>]*>214<\/text>/);
    expect(drawing.match(/class="asked" d="M[^M]*"/g)).toHaveLength(1);
    expect(drawing).toContain('In US$ thousand a year');
  });

  it('hatches states without a figure and leaves those blank of which it does not speak', () => {
    expect(shade('suppressed')).toContain('>WY<');
    expect(shade('suppressed')).toContain('fill="url(#');
    expect(shade('blank').match(/<text/g)).toHaveLength(51 - 10);
  });

  it('finds a square for a place outside the grid', () => {
    const tile = { ...one('tiles').tiles[0]!, id: 'US-PR', short: 'PR', name: 'Puerto Rico' };
    const drawn = drawFigure({ ...one('tiles'), tiles: [...one('tiles').tiles, tile] }).value;
    expect(drawn).toContain('>PR<');
    expect(/viewBox="-2 -2 1100 (\d+)"/.exec(drawn)![1]).toBe('900');
  });
});

describe('the forest', () => {
  const drawing = drawFigure(one('forest')).value;

  it('has a strong zero line, the zone around it, and every verdict in words', () => {
    const zero = Number(/class="zero" x1="([\d.]+)%/.exec(drawing)![1]);
    const [, from, width] = /class="range" x="([\d.]+)%" width="([\d.]+)%"/.exec(drawing)!;
    expect(Number(from)).toBeLessThan(zero);
    expect(Number(from) + Number(width)).toBeGreaterThan(zero);
    for (const { verdict } of one('forest').rows) expect(drawing).toContain(`<i>${verdict}</i>`);
  });

  it('draws the raw effect beside the adjusted one, and neither where there is none', () => {
    expect(drawing.match(/class="raw"/g)).toHaveLength(2);
    expect(drawing.match(/class="mark"/g)).toHaveLength(3);
    expect(drawing.match(/class="hatched"/g)).toHaveLength(1);
  });
});

it('draws the lines of an axis once for all rows', () => {
  const figure = one('ladder');
  const lines = drawFigure(figure).value.match(/<g class="grid">.*?<\/g>/g);
  expect(lines).toHaveLength(1);
  expect(lines![0]!.match(/<line/g)).toHaveLength(figure.axis.ticks.length);
});
