/** Why official statistics give no figure for a question, as the rest of a sentence, and what would be needed. */
import { gapAbroad } from '../analysis/official-abroad-pay.js';
import { formatCounted, formatDate, formatList } from '../core/format.js';
import { type ReportContext, withArticle } from './context.js';
import { publishedMiddle } from './sections/official-abroad.js';

export interface OfficialGap {
  /** `the survey publishes no wage of Actors`. */
  readonly why: string;
  readonly needed: string;
}

const SURVEYED = 'US';

/** For a question whose place has no official figure that could carry a headline. */
export function officialGap(context: ReportContext): OfficialGap {
  const earlier = earlierGap(context);
  if (earlier !== null) return earlier;
  return context.question.place.country === SURVEYED ? surveyGap(context) : earningsGap(context);
}

/** Before the newest date nothing may be known that is known today: what the publisher prints is not the reason. */
function earlierGap({ answers, question }: ReportContext): OfficialGap | null {
  const { official, earningsAbroad } = answers;
  if (question.asOf >= question.newest) return null;
  const known = new Set(question.occupations.map(({ soc }) => soc));
  const found =
    question.place.country === SURVEYED
      ? official.rows.some(({ soc }) => known.has(soc))
      : (earningsAbroad?.classes.length ?? 0) > 0;
  if (found) return null;
  return {
    why: `the market holds no official table of it from ${formatDate(question.asOf)} or before`,
    needed: 'Official tables of that time; leave out --as-of to see those of today.',
  };
}

function surveyGap(context: ReportContext): OfficialGap {
  const { question, official } = context.answers;
  const titles = formatList(question.occupations.slice(0, 3).map(({ title }) => title));
  const known = new Set(question.occupations.map(({ soc }) => soc));
  const newest = official.rows
    .filter(({ soc }) => known.has(soc))
    .sort((a, b) => a.year - b.year)
    .at(-1);
  if (newest === undefined) {
    return {
      why: `the official survey publishes nothing about ${titles}`,
      needed: 'An official table of this occupation for this place.',
    };
  }
  const { topCode, cappedFrom, year } = newest;
  if (newest.p50 !== null) {
    return {
      why: `the official tables up to ${year} hold less than half of the occupations ${titles}`,
      needed: 'An official table with the leading occupation of this work.',
    };
  }
  if (topCode !== null && cappedFrom !== null && cappedFrom <= 50) {
    return {
      why: `the official survey of May ${year} only says that the median of ${titles} is at least ${context.moneyExact(topCode)}`,
      needed: 'A table without a cap.',
    };
  }
  const counted = newest.jobs === null ? '' : `counts ${formatCounted(newest.jobs, 'jobs')} of ${titles} but `;
  return {
    why: `the official survey of May ${year} ${counted}publishes no yearly wage${counted === '' ? ` of ${titles}` : ''}: it gives none for work that is not done all year, and none from too few answers`,
    needed: 'A yearly official wage; the publisher gives hourly pay for such work.',
  };
}

function earningsGap(context: ReportContext): OfficialGap {
  const { earningsAbroad, question } = context.answers;
  const country = withArticle(question.countryName);
  const table = `Official earnings by detailed occupation for ${country}`;
  const gap = gapAbroad(earningsAbroad, context.currency);
  const [finest] = earningsAbroad?.published ?? [];
  const [first] = earningsAbroad?.classes ?? [];
  if (gap === 'too coarse' && finest !== undefined) {
    const digits = finest.digits === 1 ? 'one digit' : `${finest.digits} digits`;
    return {
      why: `official earnings of ${country} are here by ${finest.taxonomy} to ${digits} only, which holds work of every kind: too coarse for one role`,
      needed: `${table}.`,
    };
  }
  if (gap === 'no class' && finest !== undefined) {
    return {
      why: `official earnings of ${country} are here by ${finest.taxonomy}, but none of its classes with a figure is matched to this work`,
      needed: `A reviewed match of this work to a class of ${finest.taxonomy}.`,
    };
  }
  if (first === undefined) {
    return { why: `the market holds no official earnings of ${country} for it`, needed: `${table}.` };
  }
  const what = first.row.p50 === null ? 'mean' : 'median';
  const reasons = {
    'mean only': 'is no median',
    'no error': 'is published without an error here, so that no interval can be given',
    'other currency': `is in ${first.row.currency}, not in ${context.currency}`,
  } as const;
  const reason = gap === 'mean only' || gap === 'other currency' ? reasons[gap] : reasons['no error'];
  return {
    why: `the official ${what} there, ${publishedMiddle(first)}, ${reason}`,
    needed: `${table} with a median in ${context.currency} and its standard error.`,
  };
}
