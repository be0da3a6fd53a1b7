/** The picture of a report for links that are shared: the question, the middle with its interval, the band of pay. */
import { formatDate } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import { percentScale } from '../charts/scale.js';
import { observations } from '../format/evidence-rows.js';
import { formatEstimate, formatInterval, formatQuantity } from '../format/quantity.js';
import { escapeHtml } from '../html/markup.js';
import { drawable, type Face, lines, outline, textWidth } from './letters.js';

export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

export interface PictureFaces {
  readonly title: Face;
  readonly text: Face;
  readonly strong: Face;
}

/** Colours by their names in the style sheet, without the hyphens: `paper`, `ink`. */
export type PictureColours = Readonly<Record<ColourName, string>>;

export const COLOUR_NAMES = ['paper', 'ink', 'ink-quiet', 'hairline', 'accent', 'accent-soft'] as const;
type ColourName = (typeof COLOUR_NAMES)[number];

export interface PictureDesign {
  readonly faces: PictureFaces;
  readonly colours: PictureColours;
}

type Quantity = NonNullable<Report['headline']['quantity']>;

const LEFT = 72;
const INNER = PICTURE_WIDTH - 2 * LEFT;
const BAND_Y = 428;

/**
 * Draws the picture as SVG in which all text is outlines. Letters that the fonts do not have are left out, and with
 * them their words; a title of such letters alone gives way to the name of its role.
 */
export function sharePicture(report: Report, { faces, colours }: PictureDesign): string {
  const { question, headline } = report;
  const { quantity, evidence } = headline;
  const write = (face: Face, text: string, { x = LEFT, y, size, fill = 'ink' }: Placed) =>
    `<path fill="${escapeHtml(colours[fill])}" d="${outline(face, drawable(face, text), { x, y, size })}"/>`;
  const title = heading(report, faces.title);
  const grade = evidence.grade === undefined ? [] : [`Evidence grade ${evidence.grade}`];
  const facts = [...grade, observations(evidence), `as of ${formatDate(question.asOf)}`].join('   ·   ');
  const parts = [
    `<rect width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" fill="${escapeHtml(colours.paper)}"/>`,
    `<rect width="${PICTURE_WIDTH}" height="12" fill="${escapeHtml(colours.accent)}"/>`,
    write(faces.title, 'Going Rate', { y: 82, size: 32 }),
    ...title.map(({ line, ...placed }) => write(faces.title, line, placed)),
    ...(quantity === null
      ? nothingFound(headline.statement, faces, write)
      : [...figures(quantity, headline.status === 'modelled', faces, write), band(quantity, headline.status, colours)]),
    ...(quantity === null ? [] : bandLabels(quantity, faces, write)),
    `<rect x="${LEFT}" y="530" width="${INNER}" height="2" fill="${escapeHtml(colours.hairline)}"/>`,
    write(faces.text, lines(faces.text, drawable(faces.text, facts), { size: 26, width: INNER, most: 1 })[0] ?? '', {
      y: 580,
      size: 26,
      fill: 'ink-quiet',
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" viewBox="0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}">${parts.join('')}</svg>`;
}

interface Placed {
  readonly x?: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: ColourName;
}

type Write = (face: Face, text: string, placed: Placed) => string;

/** The title on one line, or smaller on two; below it the place. */
function heading({ question }: Report, face: Face): (Placed & { readonly line: string })[] {
  const title = drawable(face, question.title) || drawable(face, question.role.name);
  const [one = '', ...more] = lines(face, title, { size: 62, width: INNER, most: 2 });
  const [place = ''] = lines(face, drawable(face, question.place.name), { size: 38, width: INNER, most: 1 });
  const below = { line: place, size: 38, fill: 'ink-quiet' } as const;
  if (more.length === 0)
    return [
      { line: one, y: 172, size: 62 },
      { ...below, y: 228 },
    ];
  const two = lines(face, title, { size: 46, width: INNER, most: 2 });
  return [...two.map((line, index) => ({ line, y: 148 + index * 54, size: 46 })), { ...below, y: 250 }];
}

function figures(quantity: Quantity, modelled: boolean, faces: PictureFaces, write: Write): string[] {
  const size = 66;
  const y = 334;
  const amount = formatEstimate(quantity);
  const x = LEFT + textWidth(faces.strong, drawable(faces.strong, amount), size) + 24;
  const words = formatQuantity({ ...quantity, interval: null })
    .split(' ')
    .slice(1)
    .join(' ');
  return [
    write(faces.strong, amount, { y, size, fill: 'accent' }),
    write(faces.text, `${words}, ${modelled ? 'modelled middle' : 'the middle'} of base pay`, {
      x,
      y: y - 27,
      size: 27,
    }),
    write(faces.text, formatInterval(quantity), { x, y: y + 7, size: 27, fill: 'ink-quiet' }),
  ];
}

/** Percentiles 10 to 90, the middle half, the interval of the middle, and the middle, on one line. */
function band(quantity: Quantity, status: Report['headline']['status'], colours: PictureColours): string {
  const { at, known } = bandScale(quantity);
  const bar = (low: number | undefined, high: number | undefined, height: number, fill: ColourName) =>
    low === undefined || high === undefined
      ? ''
      : `<rect x="${at(low)}" y="${BAND_Y - height / 2}" width="${(at(high) - at(low)).toFixed(1)}" height="${height}" fill="${escapeHtml(colours[fill])}"/>`;
  const { interval, value } = quantity;
  return [
    bar(known('10'), known('90'), 4, 'ink-quiet'),
    bar(known('25'), known('75'), 44, 'accent-soft'),
    bar(interval?.low, interval?.high, 14, 'accent'),
    `<circle cx="${at(value)}" cy="${BAND_Y}" r="13" fill="${escapeHtml(status === 'modelled' ? colours.paper : colours.accent)}" stroke="${escapeHtml(status === 'modelled' ? colours.accent : colours.paper)}" stroke-width="6"/>`,
  ].join('');
}

function bandLabels(quantity: Quantity, faces: PictureFaces, write: Write): string[] {
  const { at, known } = bandScale(quantity);
  const ends = [known('25'), known('75')].filter((end) => end !== undefined);
  return ends.map((end, index) => {
    const text = formatEstimate({ ...quantity, value: end });
    const width = textWidth(faces.text, text, 26);
    const x = index === 0 && ends.length === 2 ? at(end) : at(end) - width;
    return write(faces.text, text, {
      x: Math.max(LEFT, Math.min(x, LEFT + INNER - width)),
      y: BAND_Y + 62,
      size: 26,
      fill: 'ink-quiet',
    });
  });
}

function bandScale({ value, interval, percentiles }: Quantity) {
  const known = (key: '10' | '25' | '75' | '90') => percentiles?.[key]?.value;
  const bounds = [value, interval?.low, interval?.high, known('10'), known('25'), known('75'), known('90')].filter(
    (bound) => bound !== undefined,
  );
  const [min, max] = [Math.min(...bounds), Math.max(...bounds)];
  const room = Math.max((max - min) * 0.04, 1);
  const scale = percentScale({ unit: '', scale: 'linear', min: min - room, max: max + room, ticks: [] });
  return { known, at: (amount: number) => Math.round(10 * LEFT + (INNER * scale(amount)) / 10) / 10 };
}

function nothingFound(statement: string, faces: PictureFaces, write: Write): string[] {
  const shown = lines(faces.text, drawable(faces.text, statement), { size: 32, width: INNER, most: 4 });
  return [
    write(faces.strong, 'Not enough evidence for a figure', { y: 334, size: 44, fill: 'accent' }),
    ...shown.map((line, index) => write(faces.text, line, { y: 392 + index * 42, size: 32 })),
  ];
}
