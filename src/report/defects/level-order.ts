/** Defect: a figure for a higher level below a lower level's, without both pages saying so. */
import { findLevel, type Level } from '../../core/level.js';
import { findingOf, nameOf, type Page } from './page.js';

/** From this rank on a level is expected above the page that names no level. */
const SENIOR_RANK = 3;

/** One line for every pair of pages that break the order in silence. */
export function silentInversions(pages: readonly Page[]): string[] {
  return pages.flatMap((lower) =>
    pages.flatMap((higher) => {
      if (!areLevelsOfOneRole(lower, higher) || !isInverted(lower, higher)) return [];
      const silent = [
        ...(says(higher, nameOnPage(lower)) ? [] : [nameOf(higher)]),
        ...(says(lower, nameOnPage(higher)) ? [] : [nameOf(lower)]),
      ];
      return silent.length === 0
        ? []
        : [`${nameOf(higher)} shows less than ${nameOf(lower)}; not said by ${silent.join(' and ')}`];
    }),
  );
}

function areLevelsOfOneRole(lower: Page, higher: Page): boolean {
  const low = lower.report.question;
  const high = higher.report.question;
  if (low.role.id !== high.role.id || low.place.id !== high.place.id) return false;
  const [a, b] = [levelOf(lower), levelOf(higher)];
  if (b === null) return false;
  return a === null ? b.rank >= SENIOR_RANK : a.track === b.track && a.rank < b.rank;
}

function isInverted(lower: Page, higher: Page): boolean {
  const [low, high] = [lower.report.headline.quantity, higher.report.headline.quantity];
  return low !== null && high !== null && high.value < low.value;
}

/** How another page must call the figure of this one. */
function nameOnPage(page: Page): string {
  const level = levelOf(page);
  const together = page.report.headline.evidence.scope.endsWith('all levels');
  return level === null
    ? 'all levels together'
    : together
      ? 'all levels together'
      : `${level.name.toLowerCase()} level`;
}

function says(page: Page, name: string): boolean {
  const levels = findingOf(page.report, 'overview.levels');
  const texts = [...page.report.headline.caveats, ...(levels?.caveats ?? [])];
  return texts.some((text) => /\b(?:below|above|less than|more than)\b/.test(text) && text.includes(name));
}

function levelOf(page: Page): Level | null {
  const { level } = page.report.question;
  return level === null ? null : (findLevel(level.id as Level['id']) ?? null);
}
