/** Pictures of reports as PNG, drawn with the fonts and colours of the pages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MarketError } from '../core/errors.js';
import type { Face } from '../render/share/letters.js';
import { COLOUR_NAMES, type PictureColours, type PictureDesign, sharePicture } from '../render/share/picture.js';
import type { Report } from '../report/model.js';
import { STYLES } from './paths.js';

/** Draws the picture of a report; the same report gives the same bytes on the same platform. */
export type PicturePainter = (report: Report) => Promise<Buffer>;

export async function openPicturePainter(): Promise<PicturePainter> {
  const [design, { default: sharp }] = await Promise.all([readDesign(), import('sharp')]);
  // Pages are made side by side already.
  sharp.concurrency(1);
  return (report) =>
    sharp(Buffer.from(sharePicture(report, design)), { density: 72 })
      .png({ compressionLevel: 9, palette: true, colours: 64, effort: 4 })
      .toBuffer();
}

/** Fonts and colours of the pages. */
export async function readDesign(): Promise<PictureDesign> {
  const [title, text, strong, colours] = await Promise.all([
    readFace('source-serif-4', 600),
    readFace('inter', 400),
    readFace('inter', 600),
    readColours(),
  ]);
  return { faces: { title, text, strong }, colours };
}

async function readFace(family: string, weight: number): Promise<Face> {
  const require = createRequire(import.meta.url);
  const { default: opentype } = await import('opentype.js');
  return Promise.all(
    ['latin', 'latin-ext'].map(async (subset) => {
      const file = await readFile(
        require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`),
      );
      return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    }),
  );
}

/** The light colours of the style sheet. */
async function readColours(): Promise<PictureColours> {
  const path = join(STYLES, 'tokens.css');
  const light = (await readFile(path, 'utf8')).split('@media')[0] as string;
  const colours = COLOUR_NAMES.map((name) => {
    const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,8})`, 'i').exec(light)?.[1];
    if (value === undefined)
      throw new MarketError('MARKET_DAMAGED', `${path} names no colour --${name}.`, 'Restore it from the release.');
    return [name, value] as const;
  });
  return Object.fromEntries(colours) as PictureColours;
}
