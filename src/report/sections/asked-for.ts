/** What postings ask for: shares that name a skill or a credential, each employer counted once. */
import { type AskedFor, type AskedItem, FEWEST_EMPLOYERS } from '../../analysis/asked-for.js';
import type { Evidence, Finding, Quantity } from '../../core/finding.js';
import { formatCount, formatCounted, formatPercent } from '../../core/format.js';
import { capitalise, type ReportContext, withArticle } from '../context.js';

type Share = AskedItem['share'];

const SHOWN = 8;
/** A skill that fewer postings name is no part of what the work asks for. */
const SMALLEST_SHARE = 0.05;
/** A credential that fewer employers name says nothing about the work. */
const FEWEST_NAMING = 5;
/** Below this share credentials are said to be rarely asked for. */
const RARE_SHARE = 0.1;

/** The most frequent skills, one finding each; none where too few employers speak. */
export function askedSkillFindings(context: ReportContext): Finding[] {
  const asked = context.answers.askedFor;
  if (asked === null || asked.effectiveEmployers < FEWEST_EMPLOYERS) return [tooFew(context, asked)];
  const shown = asked.skills.filter(({ share }) => share.value >= SMALLEST_SHARE).slice(0, SHOWN);
  if (shown.length === 0) return [nothingNamed(context, asked)];
  return shown.map((item, index) => ({
    id: `requiredSkills.asked.${item.id}`,
    status: 'supported',
    statement:
      index === 0
        ? `${capitalise(population(context, asked))}: ${item.name} is named in ${shareText(item.share)}.`
        : `${item.name} is named in ${shareText(item.share)}.`,
    quantity: percentOf(item.share),
    evidence: { ...evidenceOf(context, asked), n: asked.n },
    caveats: index === 0 ? [AVERAGE, POSTED_TEXT] : [],
  }));
}

const AVERAGE = 'Shares of an average employer’s postings: each employer counts once, however many it posted.';
const POSTED_TEXT = 'Being named is not being required: postings also name what is welcome or used nearby.';

/** How often any credential is asked for, and which most. */
export function askedCredentialFinding(context: ReportContext): Finding[] {
  const asked = context.answers.askedFor;
  if (asked === null || asked.effectiveEmployers < FEWEST_EMPLOYERS) return [];
  const { anyCredential } = asked;
  return [
    {
      id: 'careerMoat.asked',
      status: 'supported',
      statement: `${capitalise(population(context, asked))}: ${credentialText(asked)}.`,
      quantity: anyCredential.value === 0 ? null : percentOf(anyCredential),
      evidence: { ...evidenceOf(context, asked), method: 'share of postings that name any of the listed credentials' },
      caveats: [AVERAGE],
    },
  ];
}

function credentialText({ anyCredential, credentials }: AskedFor): string {
  if (anyCredential.value === 0) {
    return `none names a certificate or licence; at most ${formatPercent(100 * upper(anyCredential))} of such postings do`;
  }
  const rarely = anyCredential.value < RARE_SHARE ? 'rarely asked for: ' : '';
  const most = credentials.find(({ employers }) => employers >= FEWEST_NAMING);
  return `certificates and licences are ${rarely}named in ${shareText(anyCredential)}${most === undefined ? `, none of them by ${FEWEST_NAMING} employers` : mostNamed(most)}`;
}

function mostNamed(item: AskedItem): string {
  return `, most often ${item.name} (${formatCounted(item.postings, 'postings')} from ${formatCount(item.employers)} employers)`;
}

function population(context: ReportContext, asked: AskedFor): string {
  const where = withArticle(context.question.countryName);
  return `of ${formatCounted(asked.n, 'postings')} with text for ${asked.scope} in ${where}, from ${formatCount(asked.employers)} employers`;
}

function shareText(share: Share): string {
  const { interval } = share;
  const value = formatPercent(100 * share.value);
  if (interval === null) return value;
  return `${value} (between ${formatPercent(100 * interval.low)} and ${formatPercent(100 * interval.high)})`;
}

function upper({ interval, value }: Share): number {
  return interval?.high ?? value;
}

function percentOf({ value, interval }: Share): Quantity {
  const percent = (fraction: number) => Number((100 * fraction).toFixed(2));
  return {
    value: percent(value),
    unit: 'percent',
    interval: interval === null ? null : { level: 0.9, low: percent(interval.low), high: percent(interval.high) },
  };
}

function evidenceOf(context: ReportContext, asked: AskedFor): Evidence {
  return {
    n: asked.n,
    counts: 'postings',
    employers: asked.employers,
    sources: asked.sources,
    period: asked.period,
    place: context.question.place.country,
    scope: asked.scope,
    basis: null,
    method: 'share of postings that name it, each employer with the same weight; employer-grouped interval',
  };
}

function tooFew(context: ReportContext, asked: AskedFor | null): Finding {
  const found =
    asked === null
      ? 'no posting of this role with text was found'
      : `${formatCounted(asked.n, 'postings')} with text from ${formatCounted(asked.employers, 'employers')} ${asked.n === 1 ? 'was' : 'were'} found`;
  return {
    id: 'requiredSkills.postings',
    status: 'insufficient',
    statement: `How many postings of this role ask for each tool cannot be said: ${found}.`,
    quantity: null,
    evidence:
      asked === null
        ? context.emptyEvidence(context.question.role.name, 'share of postings that name a tool')
        : evidenceOf(context, asked),
    caveats: [],
    missing: context.missing(
      `Texts of postings of this role in ${withArticle(context.question.countryName)}, from at least ${FEWEST_EMPLOYERS} employers.`,
    ),
  };
}

function nothingNamed(context: ReportContext, asked: AskedFor): Finding {
  return {
    id: 'requiredSkills.postings',
    status: 'supported',
    statement: `${capitalise(population(context, asked))}: no skill of our list is named in ${formatPercent(100 * SMALLEST_SHARE)} or more.`,
    quantity: { value: 0, unit: 'count', interval: null },
    evidence: evidenceOf(context, asked),
    caveats: [AVERAGE],
  };
}
