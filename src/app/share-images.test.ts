import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleReport, thinReport } from '../../test/golden/sample-report.js';
import { sharePicture } from '../render/share/picture.js';
import type { Report } from '../report/model.js';
import { openPicturePainter, type PicturePainter, readDesign } from './share-images.js';

let paint: PicturePainter;
beforeAll(async () => {
  paint = await openPicturePainter();
});

const titled = (title: string): Report => ({ ...sampleReport, question: { ...sampleReport.question, title } });

describe('the picture of a report', () => {
  it('is a PNG of the size that shared links show, not large, the same every time', async () => {
    const picture = await paint(sampleReport);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(100_000);
    expect(picture.equals(await paint(sampleReport))).toBe(true);
  });

  it('differs where its question or its figure differs', async () => {
    const pictures = await Promise.all([sampleReport, titled('Nurse'), thinReport].map(paint));
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(3);
  });

  it('asks no font of the machine and loads nothing', async () => {
    const svg = sharePicture(sampleReport, await readDesign());
    expect(/<text|<image|<style|href|font/.test(svg)).toBe(false);
    const paths = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path as string);
    expect(paths.length).toBeGreaterThan(6);
    expect(paths.filter((path) => !/^(?:[MLCQZ](?:-?\d+(?:\.\d)?(?: |(?=[MLCQZ]|$)))*)*$/.test(path))).toEqual([]);
  });

  it.each([
    [
      'long',
      'Senior Principal Staff Machine Learning Infrastructure and Developer Experience Engineering Manager '.repeat(3),
    ],
    ['without a space', 'W'.repeat(300)],
    ['of letters the fonts lack', 'データ分析 🧪'],
    ['hostile', '"/><script>alert(1)</script>\u202e\u0000'],
    ['accented', 'Łódź Größe Çalışan Ingénieur'],
  ])('draws a title that is %s', async (_name, title) => {
    const picture = await paint(titled(title));
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(sharePicture(titled(title), await readDesign())).not.toContain('<script');
    // The margins stay free.
    const margin = { left: 1140, top: 30, width: 60, height: 600 };
    const points = await sharp(picture).extract(margin).removeAlpha().raw().toBuffer();
    expect(Math.max(...points) - Math.min(...points)).toBeLessThan(12);
  });

  it('shows the name of the role where the title cannot be drawn', async () => {
    const role = titled(sampleReport.question.role.name);
    expect((await paint(titled('データ分析'))).equals(await paint(role))).toBe(true);
  });
});
