/** Reads the reports of some pages and draws their comparison. */
import { comparisonBody } from '../../src/render/html/comparison.js';
import { compareReports } from '../../src/report/comparison.js';
import type { ComparedReport } from '../../src/report/comparison-model.js';
import { element } from './element.js';

export interface FoundPage {
  readonly name: string;
  /** Full address of the page; its report stands beside it. */
  readonly address: string;
}

/**
 * Draws into `result`, and answers with what is to be said beside it.
 *
 * @returns nothing when it is drawn; else the reason why not, with links to the pages
 */
export async function drawComparison(pages: readonly FoundPage[], result: HTMLElement): Promise<(Node | string)[]> {
  if (location.protocol === 'file:') {
    return sorry(
      'A browser does not let a page that was opened from a disk read its neighbours. Open them instead: ',
      pages,
    );
  }
  try {
    const reports = await Promise.all(pages.map(({ address }) => readReport(address)));
    const comparison = compareReports(reports);
    const hrefs = new Map(comparison.questions.map((question, at) => [question, pages[at]?.address ?? null]));
    const drawn = document.createElement('template');
    // Every value in it was escaped by the template that made it, as on a server.
    drawn.innerHTML = comparisonBody(comparison, { reportHref: (question) => hrefs.get(question) ?? null }).value;
    demoteTitle(drawn.content);
    result.replaceChildren(drawn.content);
    return [];
  } catch {
    return sorry('The reports of these pages could not be read. Open them instead: ', pages);
  }
}

async function readReport(page: string): Promise<ComparedReport> {
  const response = await fetch(new URL('report.json', page));
  if (!response.ok) throw new Error(`No report at ${page}`);
  const report = await response.json();
  if (report?.schema !== 'goingrate.report/1') throw new Error(`No report of ours at ${page}`);
  return report;
}

/** The page has a title of its own; that of the comparison comes below it. */
function demoteTitle(content: DocumentFragment): void {
  const title = content.querySelector('h1');
  title?.replaceWith(element('h2', { class: 'comparison-title' }, ...title.childNodes));
}

function sorry(text: string, pages: readonly FoundPage[]): (Node | string)[] {
  const links = pages.flatMap(({ name, address }, at) => [at === 0 ? '' : ', ', element('a', { href: address }, name)]);
  return [text, ...links, '.'];
}
