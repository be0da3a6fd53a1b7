/** The report model of one question, made from the answers and nothing else. */
import type { Finding } from '../core/finding.js';
import { capitalise, ReportContext, type ReportInputs, withArticle } from './context.js';
import { headlineFinding } from './headline.js';
import type { Report } from './model.js';
import { aiImpactSection } from './sections/ai-impact.js';
import { checklistSection } from './sections/checklist.js';
import { demandSection } from './sections/demand.js';
import { negotiationSection } from './sections/negotiation.js';
import { overviewSection } from './sections/overview.js';
import { careerMoatSection, growthCatalystSection, skillPremiumSection } from './sections/premiums.js';
import { requirementsSection } from './sections/requirements.js';
import { usedSources } from './sources.js';

/** Version of the methods that made the numbers; a change of published numbers changes it. */
export const METHOD_VERSION = '0.1';

export interface BuildOptions extends ReportInputs {
  /** Names of states by id, for the map. */
  readonly stateNames: ReadonlyMap<string, string>;
}

/** Builds the report; pure and deterministic. */
export function buildReport(options: BuildOptions): Report {
  const context = new ReportContext(options);
  const { question } = context;
  const headline = headlineFinding(context);
  const sections = {
    overview: overviewSection(context, headline),
    demand: demandSection(context, options.stateNames),
    growthCatalyst: growthCatalystSection(context),
    careerMoat: careerMoatSection(context),
    skillPremium: skillPremiumSection(context),
    requiredSkills: requirementsSection(context),
    aiImpact: aiImpactSection(context),
    negotiation: negotiationSection(context, headline),
  };
  const findings: Finding[] = [headline, ...Object.values(sections).flatMap((section) => section.findings)];
  const checklist = checklistSection(findings);
  return {
    schema: 'goingrate.report/1',
    question: {
      text: `${capitalise(question.title)} in ${withArticle(question.place.name)}`,
      title: question.title,
      role: { id: question.role.id, name: question.role.name },
      level: question.level === null ? null : { id: question.level.id, name: question.level.name },
      occupations: question.occupations.map(({ soc, title, share }) => ({
        soc,
        title,
        share: Number(share.toFixed(4)),
      })),
      place: { id: question.place.id, name: question.place.name, kind: question.place.kind },
      asOf: question.asOf,
      currency: question.place.currency,
      period: 'year',
      basis: question.basis,
      offer: context.answers.offer?.amount ?? null,
      notes: [...options.notes],
    },
    headline,
    sections: { ...sections, checklist },
    sources: usedSources([...findings, ...checklist.findings], options.sources, context.answers),
    method: { version: METHOD_VERSION, steps: METHOD_STEPS },
    exclusions: context.answers.exclusions.map(({ reason, count }) => ({ reason, count })),
  };
}

const METHOD_STEPS = [
  'The title is read as a role, a level and a weighted mix of occupations; the place as a country, state or metropolitan area.',
  'One observation is one stated offer: a range is one interval, never two salaries; repeats of one range in one month count once.',
  'Amounts are carried from their own date to the as-of date by a named wage index; what comes after the as-of date is forecast.',
  'The narrowest scope with enough independent employers carries the figure, and its name is said: role and level, level group, family, wider place, all levels.',
  'Quantiles come with intervals that group offers by employer (delete-a-group jackknife, Korn-Graubard beta limits).',
  'Bases (posted, filed, official) are shown apart; sources of one basis that differ by more than 0.15 log points are said to disagree.',
  'A number the data cannot support is not printed; the finding says what was found and what would be needed.',
];
