/** Strategic Checklist: what to do next, each item derived from one finding above and citing it. */
import type { Finding } from '../../core/finding.js';
import { hasOwnSource } from '../../core/own-data.js';
import { SECTION_HEADINGS, type Section } from '../model.js';

/** An item is written only when the finding it rests on says enough. */
interface Rule {
  readonly from: string;
  readonly when: (finding: Finding) => boolean;
  readonly text: (finding: Finding) => string;
}

const supported = (finding: Finding): boolean => finding.status !== 'insufficient';

const RULES: readonly Rule[] = [
  {
    from: 'headline',
    when: (finding) => supported(finding) && (finding.evidence.grade === 'A' || finding.evidence.grade === 'B'),
    text: (finding) =>
      hasOwnSource(finding.evidence.sources)
        ? 'Use the headline as your anchor, and name in public only what its public sources say: the other side cannot check your own data.'
        : 'Use the headline as your anchor: its evidence is good enough to be named with its source.',
  },
  {
    from: 'headline',
    when: (finding) => supported(finding) && (finding.evidence.grade === 'C' || finding.evidence.grade === 'D'),
    text: (finding) =>
      `Treat the headline as a range, not a number: its grade is ${finding.evidence.grade} (${finding.evidence.gradeReason}).`,
  },
  {
    from: 'headline',
    when: (finding) => finding.status === 'insufficient',
    text: () =>
      'Collect your own evidence: ask for the advertised range of every job you apply to and note it with its date.',
  },
  {
    from: 'negotiation.offer',
    when: supported,
    text: () => 'Hold the offer against its percentile range, not against the middle alone.',
  },
  {
    from: 'overview.levels',
    when: supported,
    text: () => 'Ask which level the job is graded at, and hold the offer against the figure of that level.',
  },
  {
    from: 'overview.forecast.growth',
    when: supported,
    text: () => 'When you agree on a later review, compare any rise with the expected change of pay and its interval.',
  },
  {
    from: 'requiredSkills.inDemand',
    when: supported,
    text: () => 'Check your application against the tools that employers name for this occupation.',
  },
  {
    from: 'aiImpact.agreement',
    when: supported,
    text: (finding) =>
      finding.statement.startsWith('The measures disagree')
        ? 'Do not plan around one AI-exposure score: the published measures disagree for this work.'
        : 'Read the AI-exposure measures together: they point the same way for this work.',
  },
];

/** Items in a fixed order, at most one a rule; an item that rests on nothing found says so by its status. */
export function checklistSection(findings: readonly Finding[]): Section {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const items = RULES.flatMap((rule) => {
    const source = byId.get(rule.from);
    return source !== undefined && rule.when(source) ? [itemFrom(rule, source)] : [];
  });
  return {
    heading: SECTION_HEADINGS.checklist,
    findings: items.map((item, index) => ({ ...item, id: `checklist.${index + 1}` })),
    figures: [],
  };
}

function itemFrom(rule: Rule, source: Finding): Finding {
  return {
    id: rule.from,
    status: source.status,
    statement: rule.text(source),
    quantity: null,
    evidence: { ...source.evidence, method: `follows from ${source.id}` },
    caveats: [],
    ...(source.missing === undefined ? {} : { missing: source.missing }),
  };
}
