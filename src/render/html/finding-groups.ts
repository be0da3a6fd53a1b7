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
  const { leading: rules, groups, leadMissing } = RULES[id];
  const able = leadMissing ? findings : findings.filter(({ status }) => status !== 'insufficient');
  const leading = new Set(
    rules.flatMap((rule) => {
      const [start, first] = typeof rule === 'string' ? [rule, able.length] : rule;
      return able.filter((finding) => startsWith(finding, start)).slice(0, first);
    }),
  );
  const known = groups.flatMap(([, ...starts]) => starts);
  if (leading.size === 0 && !findings.some((finding) => known.some((start) => startsWith(finding, start)))) {
    for (const finding of findings.slice(0, LEADING_BY_DEFAULT)) leading.add(finding);
  }
  const placed = new Set(leading);
  const further = groups.map(([heading, ...starts]) => {
    const own = findings.filter((one) => !placed.has(one) && starts.some((start) => startsWith(one, start)));
    for (const finding of own) placed.add(finding);
    return { heading, findings: own };
  });
  const rest = { heading: null, findings: findings.filter((finding) => !placed.has(finding)) };
  return {
    leading: [...leading].sort((one, other) => position(one, findings) - position(other, findings)),
    further: [...further, rest].filter((group) => group.findings.length > 0),
  };
}

/** Where a finding stands in the model, what is missing after everything else. */
function position(finding: Finding, findings: readonly Finding[]): number {
  return findings.indexOf(finding) + (finding.status === 'insufficient' ? findings.length : 0);
}

function startsWith({ id }: Finding, start: string): boolean {
  return start === '' || id === start || id.startsWith(`${start}.`);
}
