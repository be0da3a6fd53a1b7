/** The headline of a question that the data cannot answer. */
import { jobsOf } from '../analysis/question.js';
import { BASIS_MEANINGS } from '../core/basis.js';
import type { Finding } from '../core/finding.js';
import { formatCount } from '../core/format.js';
import type { ReportContext } from './context.js';

/** Why there is no headline and what would be needed. */
export function missingHeadline(context: ReportContext): Finding {
  const { posted, filed, question } = context.answers;
  const basis = question.basis ?? 'posted';
  const askedBasis = basis === 'filed' ? filed : posted;
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
  const { officialHere, officialCountry } = context.answers;
  const official = officialHere !== null || officialCountry !== null;
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `We cannot say what ${jobsOf(question, basis)} pay ${context.inPlace} on the ${basis} basis: ${foundWords(askedBasis.asked.n, basis, official)}.`,
    quantity: null,
    evidence: { ...base, n: askedBasis.asked.n, employers: askedBasis.asked.employers, basis },
    caveats:
      official && basis !== 'official' ? ['There is an official figure, of employees at all levels: see below.'] : [],
    missing:
      basis === 'official'
        ? 'An official table of this occupation for this place.'
        : 'About ten employers with at least one stated offer each, or an official table of this occupation for this place.',
  };
}

function foundWords(n: number, basis: string, official: boolean): string {
  if (basis === 'official') return 'the market holds no official figure for it there';
  const found =
    n === 0 ? 'no stated offer was found' : `${formatCount(n)} stated ${n === 1 ? 'offer is' : 'offers are'} too few`;
  return official ? found : `${found} and there is no official figure`;
}
