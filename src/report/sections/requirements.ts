/** Required Skills: tools and preparation of the occupations behind the role. */
import type { RequiredTool } from '../../analysis/requirements.js';
import type { Evidence, Finding } from '../../core/finding.js';
import { formatList, formatPercent } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import { SECTION_HEADINGS, type Section } from '../model.js';
import { askedSkillFindings } from './asked-for.js';

const SHOWN = 8;

const ZONES: Readonly<Record<number, string>> = {
  1: 'little or no preparation',
  2: 'some preparation',
  3: 'medium preparation',
  4: 'considerable preparation',
  5: 'extensive preparation',
};

export function requirementsSection(context: ReportContext): Section {
  const { requirements } = context.answers;
  const heading = SECTION_HEADINGS.requiredSkills;
  if (requirements.source === null)
    return { heading, findings: [...askedSkillFindings(context), missing(context)], figures: [] };
  const evidence: Evidence = {
    n: requirements.rows,
    counts: 'listed tools',
    employers: null,
    sources: [requirements.source],
    period: null,
    place: null,
    scope: 'leading occupations of the mix, all levels',
    basis: null,
    method: 'O*NET software skills, weighted by occupation share',
  };
  const inDemand = requirements.tools.filter((tool) => tool.inDemandShare > 0);
  const hot = requirements.tools.filter((tool) => tool.hot && tool.inDemandShare === 0);
  return {
    heading,
    findings: [
      ...askedSkillFindings(context),
      ...toolFindings(inDemand, 'inDemand', 'appear often in employers’ postings for these occupations', evidence),
      ...toolFindings(
        hot,
        'hot',
        'are listed for these occupations and appear often in postings across all work',
        evidence,
      ),
      ...zoneFinding(context, evidence),
    ],
    figures: [],
  };
}

function toolFindings(tools: readonly RequiredTool[], id: string, words: string, evidence: Evidence): Finding[] {
  if (tools.length === 0) return [];
  const shown = tools.slice(0, SHOWN);
  const named = shown.map((tool) =>
    id === 'inDemand' && tool.inDemandShare < 0.995
      ? `${tool.name} (${formatPercent(100 * tool.inDemandShare)} of the mix)`
      : tool.name,
  );
  const first = tools.length > shown.length ? `, the first ${shown.length} of ${tools.length}` : '';
  return [
    {
      id: `requiredSkills.${id}`,
      status: 'supported',
      statement: `Tools that ${words}${first}: ${formatList(named)}.`,
      quantity: { value: tools.length, unit: 'count', interval: null },
      evidence: { ...evidence, n: tools.length },
      caveats: ['From the occupations, not from postings of this very role and level.'],
    },
  ];
}

function zoneFinding(context: ReportContext, evidence: Evidence): Finding[] {
  const zone = context.answers.requirements.jobZone;
  if (zone === null) return [];
  return [
    {
      id: 'requiredSkills.preparation',
      status: 'supported',
      statement: `${zone.occupation} is in O*NET job zone ${zone.zone} of 5: ${ZONES[zone.zone] ?? 'preparation not described'}.`,
      quantity: { value: zone.zone, unit: 'job zone', interval: null },
      evidence: {
        ...evidence,
        n: 1,
        counts: 'published ratings',
        scope: zone.occupation,
        method: 'O*NET job zone as published',
      },
      caveats: [],
    },
  ];
}

function missing(context: ReportContext): Finding {
  return {
    id: 'requiredSkills.inDemand',
    status: 'insufficient',
    statement: 'No tools can be named: the title fits no occupation with a published list.',
    quantity: null,
    evidence: context.emptyEvidence('occupation mix', 'O*NET software skills'),
    caveats: [],
    missing: 'A title that maps to an occupation.',
  };
}
