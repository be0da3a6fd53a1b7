/** What programs that show a shared link read: the question, the answer, a picture. */
import type { Report } from '../../report/model.js';
import type { PageFrame } from './frame.js';
import { html, type Markup } from './markup.js';
import { encodePath } from './page-path.js';

export interface SharePicture {
  /** File name beside the page. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Elements of the head; null where the address of the site is not known, for a picture is named by its full address. */
export function shareElements(report: Report, frame: PageFrame, picture: SharePicture | undefined): Markup | null {
  if (picture === undefined || frame.kind === 'file' || frame.address === null) return null;
  const { question, headline } = report;
  const page = `${frame.address}${encodePath(frame.path)}`;
  const named: readonly (readonly [string, string | number])[] = [
    ['og:type', 'article'],
    ['og:site_name', 'Going Rate'],
    ['og:title', `${question.title}, ${question.place.name}: the going rate`],
    ['og:description', headline.statement],
    ['og:url', page],
    ['og:image', `${page}${picture.file}`],
    ['og:image:type', 'image/png'],
    ['og:image:width', picture.width],
    ['og:image:height', picture.height],
    ['og:image:alt', headline.statement],
  ];
  return html`${named.map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}<meta name="twitter:card" content="summary_large_image">
`;
}
