/** What a report page says of itself to its script. */
import type { PageData } from '../../src/report/page-data.js';

export type { PageData };

/** The data of this page; null on a page without, and where they are not what this script was made for. */
export function readPageData(): PageData | null {
  const text = document.getElementById('page-data')?.textContent;
  if (text == null) return null;
  try {
    const data = JSON.parse(text) as PageData | null;
    return data?.schema === 'goingrate.page/1' && data.headline?.evidence && data.question?.place ? data : null;
  } catch {
    return null;
  }
}
