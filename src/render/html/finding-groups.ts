/** How the findings of a section are laid out: the few that lead, then the further ones in groups with a heading. */
import type { Report, SectionId } from '../../report/model.js';

type Finding = Report['headline'];

export interface FindingGroup {
  /** null: the section's heading is enough. */
  readonly heading: string | null;
  readonly findings: readonly Finding[];
}

export interface SectionPlan {
  readonly leading: readonly Finding[];
  readonly further: readonly FindingGroup[];
}

interface Rules {
  /** Starts of ids, each with the number of findings that lead when not all of them do. */
  readonly leading: readonly (string | readonly [start: string, first: number])[];
  /** Whether what could not be estimated leads too: where it is what the section has to say. */
  readonly leadMissing: boolean;
  readonly groups: readonly (readonly [heading: string | null, ...starts: string[]])[];
}

const EVERYTHING: Rules = { leading: [''], leadMissing: true, groups: [] };

const RULES: Readonly<Record<SectionId, Rules>> = {
  overview: {
    leading: ['overview.paid', 'overview.levels', 'overview.forecast.pay'],
    leadMissing: false,
    groups: [
      ['How the figure is made', 'overview.market'],
      ['Posted and filed pay, source by source', 'overview.posted', 'overview.filed'],
      ['Official survey', 'overview.official', 'overview.dollars', 'overview.purchasing-power', 'overview.price-level'],
      [
        'How pay moves',
        'overview.levels',
        'overview.level-ratios',
        'overview.growth',
        'overview.ageing',
        'overview.forecast',
      ],
    ],
  },
  demand: {
    leading: ['demand.advertised', 'demand.costs.states', 'demand.costs.headline', 'demand.costs.real-pay'],
    leadMissing: false,
    groups: [
      [
        'Jobs, occupation by occupation',
        'demand.jobs',
        'demand.growth',
        'demand.quotient',
        'demand.concentration',
        'demand.projection',
        'demand.openings',
        'demand.tightness',
      ],
      ['Cost of labour and of living', 'demand.costs'],
    ],
  },
  growthCatalyst: EVERYTHING,
  careerMoat: EVERYTHING,
  skillPremium: EVERYTHING,
  requiredSkills: {
    leading: [['requiredSkills.asked', 1], 'requiredSkills.postings'],
    leadMissing: true,
    groups: [
      ['Also named in these postings', 'requiredSkills.asked'],
      ['Listed for the occupations', 'requiredSkills'],
    ],
  },
  aiImpact: { leading: ['aiImpact.agreement'], leadMissing: false, groups: [['Measure by measure', 'aiImpact']] },
  negotiation: EVERYTHING,
  checklist: { leading: [], leadMissing: false, groups: [[null, 'checklist']] },
};

/** Findings that lead where no rule of the section knows its findings. */
const LEADING_BY_DEFAULT = 2;

/** Lays out the findings of a section; what is missing comes last among those that lead. Each stands in exactly one place, in the order of the model within it. */
export function planSection(id: SectionId, findings: readonly Finding[]): SectionPlan {
  const rules = RULES[id];
  const leading = leadingOf(rules, findings);
  const placed = new Set(leading);
  const further: FindingGroup[] = [];
  for (const [heading, ...starts] of rules.groups) {
    const own = findings.filter((one) => !placed.has(one) && isOfAny(one, starts));
    for (const finding of own) placed.add(finding);
    if (own.length > 0) further.push({ heading, findings: own });
  }
  const rest = findings.filter((finding) => !placed.has(finding));
  if (rest.length > 0) further.push({ heading: null, findings: rest });
  const [able, missing] = [[], []] as [Finding[], Finding[]];
  for (const one of findings) if (leading.has(one)) (one.status === 'insufficient' ? missing : able).push(one);
  return { leading: [...able, ...missing], further };
}

function leadingOf({ leading: rules, groups, leadMissing }: Rules, findings: readonly Finding[]): Set<Finding> {
  const able = leadMissing ? findings : findings.filter(({ status }) => status !== 'insufficient');
  const leading = new Set<Finding>();
  for (const rule of rules) {
    const [start, first] = typeof rule === 'string' ? [rule, able.length] : rule;
    let left = first;
    for (const finding of able) {
      if (left === 0) break;
      if (!startsWith(finding, start)) continue;
      leading.add(finding);
      left -= 1;
    }
  }
  const isKnown = (finding: Finding) => groups.some(([, ...starts]) => isOfAny(finding, starts));
  if (leading.size === 0 && !findings.some(isKnown)) {
    for (const finding of findings.slice(0, LEADING_BY_DEFAULT)) leading.add(finding);
  }
  return leading;
}

function isOfAny(finding: Finding, starts: readonly string[]): boolean {
  return starts.some((start) => startsWith(finding, start));
}

/** Whether an id is `start` or one below it: `demand.jobs` is one below `demand`. */
function startsWith({ id }: Finding, start: string): boolean {
  if (start === '') return true;
  return id.startsWith(start) && (id.length === start.length || id[start.length] === '.');
}
