/** The headline of a question that the data cannot answer. */
import { jobsOf } from '../analysis/question.js';
import { BASIS_MEANINGS, type Basis } from '../core/basis.js';
import type { Evidence, Finding } from '../core/finding.js';
import { formatCount, formatCounted } from '../core/format.js';
import { OWN_SOURCE } from '../core/own-data.js';
import type { ReportContext } from './context.js';
import { COUNTED } from './counted.js';
import { type OfficialGap, officialGap } from './missing-official.js';

/** Why there is no headline and what would be needed. */
export function missingHeadline(context: ReportContext): Finding {
  const { posted, filed, paid, question } = context.answers;
  const basis = question.basis ?? 'posted';
  const { asked } = basis === 'filed' ? filed : basis === 'paid' ? paid : posted;
  const base = context.emptyEvidence(
    `${question.role.name}, ${question.level?.name ?? 'all levels'}`,
    'publication ladder',
  );
  if (question.occupations.length === 0) {
    return {
      id: 'headline',
      status: 'insufficient',
      statement: `We cannot say what "${question.title}" pays: the title fits no role or occupation we know.`,
      quantity: null,
      evidence: base,
      caveats: [],
      missing: 'A title that names the work, for example "Machine Learning Lead", "Registered Nurse" or "Accountant".',
    };
  }
  if (basis === 'market') return noModel(context, base);
  if (basis === 'filed' && !isUnitedStates(context)) return filedElsewhere(context, base);
  if (question.only === 'mine' && question.basis === null) return nothingOwn(context, base);
  const { officialHere, officialCountry } = context.answers;
  const official = officialHere !== null || officialCountry !== null;
  const found = basis === 'official' || question.basis === null ? officialGap(context) : null;
  const offers = offersWords(asked.n, basis);
  const why = basis === 'official' ? found!.why : found === null || official ? offers : `${offers}, and ${found.why}`;
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `We cannot say what ${jobsOf(question, basis)} pay ${context.inPlace} on the ${question.basis === null && !official ? 'posted or official' : basis} basis: ${why}.`,
    quantity: null,
    evidence:
      basis === 'official'
        ? { ...base, basis }
        : { ...base, n: asked.n, employers: asked.employers, basis, sources: ownAmong(asked.sources) },
    caveats:
      official && basis !== 'official' ? ['There is an official figure, of employees at all levels: see below.'] : [],
    missing: context.missing(neededFor(basis, found)),
  };
}

const MODELLED_COUNTRY = 'US';

function isUnitedStates({ question }: ReportContext): boolean {
  return question.place.country === MODELLED_COUNTRY;
}

/** The model is calibrated on offers, filings and official pay of the United States alone. */
function noModel(context: ReportContext, base: Evidence): Finding {
  const { question } = context;
  const why = isUnitedStates(context)
    ? `the model has no estimate for ${jobsOf(question)} ${context.inPlace} on this date`
    : `the model is calibrated for the United States only, and ${context.placeName} is not in what it was fitted on`;
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `There is no market figure here: ${why}.`,
    quantity: null,
    evidence: { ...base, basis: 'market' },
    caveats: [`A market figure is ${BASIS_MEANINGS.market}.`],
    missing: isUnitedStates(context)
      ? 'A model fitted on offers of this kind up to this date; ask for posted, filed or official pay meanwhile.'
      : `Offers of known employers and official pay of ${context.placeName} to fit the model on; ask for posted or official pay meanwhile.`,
  };
}

/** Labour condition applications are an American procedure. */
function filedElsewhere(context: ReportContext, base: Evidence): Finding {
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `There are no filed wages ${context.inPlace}: they come from labour condition applications, which exist in the United States only.`,
    quantity: null,
    evidence: { ...base, basis: 'filed' },
    caveats: [`Filed wages are ${BASIS_MEANINGS.filed}.`],
    missing: `A register of stated wages for ${context.placeName}; ask for posted or official pay.`,
  };
}

/** Own data alone were to answer, on whatever basis they have. */
function nothingOwn(context: ReportContext, base: Evidence): Finding {
  const { posted, paid, question } = context.answers;
  const [offers, records] = [posted.asked.n, paid.asked.n];
  const sources = offers + records === 0 ? [] : [OWN_SOURCE.id];
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `Your own data cannot say what ${jobsOf(question)} pay ${context.inPlace}: ${formatCounted(offers, COUNTED.posted)} and ${formatCounted(records, COUNTED.paid)} were found, which is too few.`,
    quantity: null,
    evidence: { ...base, n: offers + records, sources },
    caveats: [],
    missing: context.missing(
      'Advertised ranges of about ten employers, or pay records of about ten people, imported with goingrate import FILE.',
    ),
  };
}

function ownAmong(sources: readonly string[]): string[] {
  return sources.filter((id) => id === OWN_SOURCE.id);
}

function neededFor(basis: Basis, gap: OfficialGap | null): string {
  if (basis === 'official' && gap !== null) return gap.needed;
  if (basis === 'paid') {
    return 'Your own records of about ten people in this work: goingrate import FILE. No public source has this basis.';
  }
  const offers = 'About ten employers with at least one stated offer each';
  return gap === null ? `${offers}.` : `${offers}. Or: ${gap.needed}`;
}

function offersWords(n: number, basis: Basis): string {
  if (basis === 'paid') return n === 0 ? 'your own data hold no record of it' : recordsWords(n);
  return n === 0
    ? 'no stated offer was found'
    : `${formatCount(n)} stated ${n === 1 ? 'offer is' : 'offers are'} too few`;
}

function recordsWords(n: number): string {
  return `${formatCount(n)} of your own records ${n === 1 ? 'is' : 'are'} too few`;
}
