/** How the pages of a site are made from an open market, the same in every thread. */
import type { SiteFrames } from '../render/html/frame.js';
import type { SiteFiles } from '../site/files.js';
import type { MakeOptions } from '../site/make-page.js';
import { buildingMarket } from './building-market.js';
import type { Market } from './market.js';
import { answerReport } from './report.js';
import { openPicturePainter } from './share-images.js';

export interface SiteMaking {
  readonly frames: SiteFrames;
  readonly files: SiteFiles;
  /** Whether a picture for shared links stands beside each page. */
  readonly shareImages: boolean;
}

export async function siteMaking(market: Market, { frames, files, shareImages }: SiteMaking): Promise<MakeOptions> {
  const building = buildingMarket(market);
  const picture = shareImages ? await openPicturePainter() : undefined;
  return { frames, files, picture, answer: (title, place) => answerReport(building, { title, place }) };
}
