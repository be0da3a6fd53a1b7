/** The headline of a question that the data cannot answer. */
import { jobsOf } from '../analysis/question.js';
import { BASIS_MEANINGS, type Basis } from '../core/basis.js';
import type { Evidence, Finding } from '../core/finding.js';
import { formatCount, formatCounted } from '../core/format.js';
import { OWN_SOURCE } from '../core/own-data.js';
import type { ReportContext } from './context.js';
import { COUNTED } from './counted.js';

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
  if (basis === 'market') {
    return {
      id: 'headline',
      status: 'insufficient',
      statement: 'There is no market estimate yet: the model that would combine the sources is not calibrated.',
      quantity: null,
      evidence: { ...base, basis },
      caveats: [`A market figure is ${BASIS_MEANINGS.market}.`],
      missing: 'A calibrated model of source biases; ask for posted, filed or official pay meanwhile.',
    };
  }
  if (question.only === 'mine' && question.basis === null) return nothingOwn(context, base);
  const { officialHere, officialCountry } = context.answers;
  const official = officialHere !== null || officialCountry !== null;
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `We cannot say what ${jobsOf(question, basis)} pay ${context.inPlace} on the ${basis} basis: ${foundWords(asked.n, basis, official)}.`,
    quantity: null,
    evidence: { ...base, n: asked.n, employers: asked.employers, basis, sources: ownAmong(asked.sources) },
    caveats:
      official && basis !== 'official' ? ['There is an official figure, of employees at all levels: see below.'] : [],
    missing: context.missing(neededFor(basis)),
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

function neededFor(basis: Basis): string {
  if (basis === 'official') return 'An official table of this occupation for this place.';
  if (basis === 'paid') {
    return 'Your own records of about ten people in this work: goingrate import FILE. No public source has this basis.';
  }
  return 'About ten employers with at least one stated offer each, or an official table of this occupation for this place.';
}

function foundWords(n: number, basis: string, official: boolean): string {
  if (basis === 'official') return 'the market holds no official figure for it there';
  if (basis === 'paid') return n === 0 ? 'your own data hold no record of it' : recordsWords(n);
  const found =
    n === 0 ? 'no stated offer was found' : `${formatCount(n)} stated ${n === 1 ? 'offer is' : 'offers are'} too few`;
  return official ? found : `${found} and there is no official figure`;
}

function recordsWords(n: number): string {
  return `${formatCount(n)} of your own records ${n === 1 ? 'is' : 'are'} too few`;
}
