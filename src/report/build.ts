/** The report model of one question, made from the answers and nothing else. */
import type { Finding } from '../core/finding.js';
import { hasOwnSource } from '../core/own-data.js';
import { capitalise, ReportContext, type ReportInputs, withArticle } from './context.js';
import { headlineFinding } from './headline.js';
import type { Report, Section } from './model.js';
import { markOwnData, OWN_DATA_STEPS, ownDataNotes } from './own-data.js';
import { aiImpactSection } from './sections/ai-impact.js';
import { checklistSection } from './sections/checklist.js';
import { demandSection } from './sections/demand.js';
import { negotiationSection } from './sections/negotiation.js';
import { overviewSection } from './sections/overview.js';
import { careerMoatSection, growthCatalystSection, skillPremiumSection } from './sections/premiums.js';
import { requirementsSection } from './sections/requirements.js';
import { usedSources } from './sources.js';

/** Version of the methods that made the numbers; a change of published numbers changes it. */
export const METHOD_VERSION = '0.3';

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
  const plain: Finding[] = [headline, ...Object.values(sections).flatMap((section) => section.findings)];
  const checklist = checklistSection(plain);
  const isUsed = plain.some((finding) => hasOwnSource(finding.evidence.sources));
  const mark = (finding: Finding): Finding => markOwnData(finding, context);
  const marked = (section: Section): Section => ({ ...section, findings: section.findings.map(mark) });
  return {
    schema: 'goingrate.report/1',
    question: {
      text: `${capitalise(question.title)} in ${withArticle(question.place.name)}${question.only === 'mine' ? ', from your own data only' : ''}`,
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
      ...(question.only === null ? {} : { only: question.only }),
      offer: context.answers.offer?.amount ?? null,
      ...(saysDoubt(options) ? { doubt: options.doubt } : {}),
      notes: [...ownDataNotes(context, isUsed), ...options.notes],
    },
    headline: mark(headline),
    sections: {
      overview: marked(sections.overview),
      demand: marked(sections.demand),
      growthCatalyst: marked(sections.growthCatalyst),
      careerMoat: marked(sections.careerMoat),
      skillPremium: marked(sections.skillPremium),
      requiredSkills: marked(sections.requiredSkills),
      aiImpact: marked(sections.aiImpact),
      negotiation: marked(sections.negotiation),
      checklist: marked(checklist),
    },
    sources: usedSources([...plain, ...checklist.findings], options.sources, context.answers),
    method: { version: METHOD_VERSION, steps: isUsed ? [...METHOD_STEPS, ...OWN_DATA_STEPS] : METHOD_STEPS },
    exclusions: context.answers.exclusions.map(({ reason, count }) => ({ reason, count })),
  };
}

/** Offers of the very title do not rest on how it was read. */
function saysDoubt(options: BuildOptions): options is BuildOptions & { readonly doubt: string } {
  return typeof options.doubt === 'string' && (options.answers.headline?.observed ?? null) === null;
}

const METHOD_STEPS = [
  'The title is read as a role, a level and a weighted mix of occupations; the place as a country, state or metropolitan area.',
  'One observation is one stated offer: a range is one interval, never two salaries; repeats of one range in one month count once.',
  'Amounts are carried from their own date to the as-of date by a named wage index; what comes after the as-of date is forecast.',
  'The narrowest scope with enough independent employers carries the figure, and its name is said: role and level, level group, family, wider place, all levels.',
  'Quantiles come with intervals that group offers by employer (delete-a-group jackknife, Korn-Graubard beta limits).',
  'Where the very question has no supported posted figure, a model fitted on all offers answers, scored on employers it did not see; the cell’s own offers move it.',
  'Bases (posted, filed, official) are shown apart; sources of one basis that differ by more than 0.15 log points are said to disagree.',
  'Pay is nominal unless it is said to be real: growth is deflated by consumer prices of the same months, pay of a place by its price level.',
  'A number the data cannot support is not printed; the finding says what was found and what would be needed.',
];
