/** Defect: a constant repeated across pages as if it were a finding about each. */
import type { Report } from '../model.js';
import { findingOf, findingsOf, nameOf, type Page } from './page.js';

type Finding = Report['headline'];

/** Below this many roles a share says nothing. */
const FEWEST_ROLES = 6;
const LARGEST_SHARE = 1 / 3;

/**
 * Figures that more than a third of the roles of one place share under one finding, although the finding speaks of
 * the role at hand.
 */
export function repeatedOverRoles(pages: readonly Page[]): string[] {
  return [...group(pages, (page) => page.report.question.place.id).values()].flatMap((here) => {
    const findings = here.flatMap((page) =>
      findingsOf(page.report).flatMap((finding) => (isOwnFigure(finding) ? [{ page, finding }] : [])),
    );
    return [...group(findings, ({ finding }) => finding.id)].flatMap(([id, entries]) => {
      const roles = new Set(entries.map(subjectOf));
      if (roles.size < FEWEST_ROLES) return [];
      return [...group(entries, ({ finding }) => String(finding.quantity?.value))].flatMap(([value, same]) => {
        const sharing = new Set(same.map(subjectOf));
        return sharing.size <= roles.size * LARGEST_SHARE
          ? []
          : [`${id} is ${value} for ${sharing.size} of ${roles.size} roles in ${same[0]!.page.place}`];
      });
    });
  });
}

/** What a figure is said to be of: the cell its scope names (a family's serves all its roles), else the role of the page. */
function subjectOf({ page, finding }: { readonly page: Page; readonly finding: Finding }): string {
  const { scope } = finding.evidence;
  return / jobs at .+ levels?$/.test(scope) ? scope : page.report.question.role.id;
}

/** Whether a finding's figure is claimed for its role: not one that is said to be common, zero, or a grade of few steps. */
function isOwnFigure(finding: Finding): boolean {
  const { quantity, statement, evidence } = finding;
  if (quantity === null || finding.status === 'insufficient') return false;
  const saidCommon = /\ball (?:occupations|sectors|work|US job advertisements)\b/.test(
    `${statement} ${evidence.scope}`,
  );
  const ofNamedOccupation = /^overview\.official$|\.\d{2}-\d{4}$/.test(finding.id) && namesItsOccupation(finding);
  const ofFewSteps = /\b\d of [1-9]\b/.test(statement) || (quantity.unit === 'count' && quantity.value < 10);
  return !saidCommon && !ofNamedOccupation && !ofFewSteps;
}

/** A figure of one occupation returns wherever that occupation does; the sentence must name it. */
function namesItsOccupation({ statement, evidence }: Finding): boolean {
  return statement.includes(evidence.scope.replace(/, all levels$/, ''));
}

/** Two places may have the same median by chance, three do not. */
const CHANCE = 2;

/** Figures of one title that return in several places although each claims its own place; asks are rounded too much. */
export function repeatedOverPlaces(pages: readonly Page[]): string[] {
  return [...group(pages, (page) => page.title).values()].flatMap((same) => {
    const entries = same.flatMap((page) =>
      findingsOf(page.report).flatMap((finding) => {
        const value = finding.quantity?.value ?? 0;
        const claimsItsPlace = finding.evidence.place === page.report.question.place.id;
        return claimsItsPlace && Math.abs(value) >= 30 && finding.id !== 'negotiation.ask'
          ? [{ page, key: `${finding.id} is ${value}` }]
          : [];
      }),
    );
    return [...group(entries, ({ key }) => key)].flatMap(([key, repeated]) =>
      repeated.length <= CHANCE ? [] : [`${key} in each of ${repeated.map(({ page }) => nameOf(page)).join(', ')}`],
    );
  });
}

/** Ratio of the upper end of the ask to the target, by page; pages that name one amount only are left out. */
export function askRatios(pages: readonly Page[]): readonly number[] {
  return pages.flatMap(({ report }) => {
    const ask = findingOf(report, 'negotiation.ask');
    const to = /ask between \D+[\d,]+ and \D+([\d,]+)/.exec(ask?.statement ?? '')?.[1];
    const target = ask?.quantity?.value;
    return to === undefined || target === undefined ? [] : [Number(to.replaceAll(',', '')) / target];
  });
}

/** Share of the most frequent ratio, to three decimals: 1 for a constant multiplier. */
export function commonestShare(ratios: readonly number[]): number {
  const sizes = [...group(ratios, (ratio) => ratio.toFixed(3)).values()].map((same) => same.length);
  return ratios.length === 0 ? 0 : Math.max(...sizes) / ratios.length;
}

/** Fewer asks do not show a multiplier. */
const FEWEST_ASKS = 10;

/** A multiplier that more than a third of the asks share. */
export function repeatedAsks(pages: readonly Page[]): string[] {
  const ratios = askRatios(pages);
  const share = commonestShare(ratios);
  return ratios.length < FEWEST_ASKS || share < LARGEST_SHARE
    ? []
    : [`${Math.round(share * ratios.length)} of ${ratios.length} asks end at the same multiple of their target`];
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
