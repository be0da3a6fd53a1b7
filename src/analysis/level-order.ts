/** Whether the pages of the levels of one role in one place keep the order of the levels. */
import type { Basis } from '../core/basis.js';
import { LEVELS, type Level } from '../core/level.js';
import type { Headline } from './headline.js';

/** The median that another page of the same role and place shows. */
export interface PageFigure {
  /** null for the figure of all levels together. */
  readonly level: Level | null;
  /** Whole currency units a year. */
  readonly value: number;
  readonly basis: Basis;
}

export interface LevelOrder {
  /** Lower levels, or all levels together, that show more than the page asked about. */
  readonly lowerShowMore: readonly PageFigure[];
  /** Higher levels that show less than the page asked about. */
  readonly higherShowLess: readonly PageFigure[];
  /** Higher levels without a figure of their own, whose pages show all levels together, and less than this page. */
  readonly higherShowTogether: readonly PageFigure[];
}

/** From this rank on a level is expected to be paid above all levels together. */
const SENIOR_RANK = 3;

/**
 * Compares the page asked about with the pages of the other levels.
 *
 * Levels without a figure of their own show that of all levels together, which is compared once and under that name.
 *
 * @param headlineOf headline of the page of a level, or (null) of the title without a level
 */
export function levelOrder(asked: Level | null, headlineOf: (level: Level | null) => Headline | null): LevelOrder {
  const mine = medianOf(headlineOf(asked));
  const all = headlineOf(null);
  const together = medianOf(all);
  if (mine === null) return { lowerShowMore: [], higherShowLess: [], higherShowTogether: [] };
  const pages = LEVELS.map((level) => ({ level, headline: headlineOf(level) }));
  const figures = pages.flatMap(({ level, headline }) => {
    const value = medianOf(headline);
    if (headline === null || value === null) return [];
    return [{ level, value, basis: headline.basis, isOwn: isOfItsLevel(headline) }];
  });
  const own = figures.filter((page) => page.isOwn);
  const isOwn = own.some((page) => page.level === asked);
  const expectedAbove =
    asked !== null &&
    isOwn &&
    (asked.rank >= SENIOR_RANK ||
      pages.some(({ level, headline }) => isBelow(level, asked) && headline !== null && !isOfItsLevel(headline)));
  return {
    lowerShowMore: [
      ...own.filter((page) => asked !== null && isBelow(page.level, asked) && page.value > mine),
      ...(expectedAbove && all !== null && together !== null && together > mine
        ? [{ level: null, value: together, basis: all.basis }]
        : []),
    ],
    higherShowLess: own.filter(
      (page) => page.value < mine && (asked === null ? page.level.rank >= SENIOR_RANK : isBelow(asked, page.level)),
    ),
    higherShowTogether: figures.filter(
      (page) => isOwn && !page.isOwn && asked !== null && isBelow(asked, page.level) && page.value < mine,
    ),
  };
}

function isBelow(lower: Level, higher: Level): boolean {
  return lower.track === higher.track && lower.rank < higher.rank;
}

function isOfItsLevel(headline: Headline | null): boolean {
  if (headline?.model != null) return true;
  return headline?.observed != null && headline.observed.carried.scope.kind !== 'all-levels';
}

function medianOf(headline: Headline | null): number | null {
  const median = headline?.percentiles['50'];
  return median === undefined ? null : Math.round(median.value);
}
