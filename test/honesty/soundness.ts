/** What must hold on every page, whatever it says. */
import { findingsOf, nameOf, type Page, textsOf } from '../../src/report/defects/page.js';
import { reportSchema } from '../../src/report/schema.js';

const LEAKED = /\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|\[object|\$\{|^\s|\s$| {2}| [,;]| \.(?!NET\b)/;

/** One line for everything on a page that cannot be right. */
export function unsoundness(page: Page): string[] {
  const parsed = reportSchema.strict().safeParse(page.report);
  const problems = [
    ...(parsed.success ? [] : [`schema: ${parsed.error.message}`]),
    ...textsOf(page.report)
      .filter(({ path, text }) => LEAKED.test(text) && !/^\/question\/(?:title|text|notes)/.test(path))
      .map(({ path, text }) => `${path} is "${text}"`),
    ...headlineProblems(page),
    ...questionProblems(page),
    ...findingsOf(page.report).flatMap((finding) => findingProblems(finding, page)),
    ...repeated(findingsOf(page.report).map((finding) => finding.id)).map((id) => `two findings are called ${id}`),
    ...page.report.sources
      .filter(({ id }) => !findingsOf(page.report).some((finding) => finding.evidence.sources.includes(id)))
      .map(({ id }) => `no finding cites the listed source ${id}`),
  ];
  return problems.map((problem) => `${nameOf(page)}: ${problem}`);
}

function headlineProblems({ report: { headline } }: Page): string[] {
  const { quantity, status } = headline;
  if (status === 'insufficient') return quantity === null ? [] : ['an insufficient headline has a quantity'];
  if (quantity?.interval == null) return ['a headline without an interval'];
  const { low, high } = quantity.interval;
  return low < quantity.value && quantity.value < high ? [] : [`headline ${low}, ${quantity.value}, ${high}`];
}

function questionProblems({ report: { question } }: Page): string[] {
  const shares = question.occupations.map(({ share }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return [
    ...(total > 1 + 1e-9 ? [`shares sum to ${total}`] : []),
    ...(shares.every((share, index) => index === 0 || share <= shares[index - 1]!) ? [] : ['shares do not fall']),
    ...question.occupations.filter(({ soc }) => !/^\d{2}-\d{4}$/.test(soc)).map(({ soc }) => `code ${soc}`),
    ...(/^[A-Z]{2}(?:-(?:[A-Z]{2}|\d{5}))?$/.test(question.place.id) ? [] : [`place ${question.place.id}`]),
    ...(/^[A-Z]{3}$/.test(question.currency) ? [] : [`currency ${question.currency}`]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(question.asOf) ? [] : [`as of ${question.asOf}`]),
  ];
}

function findingProblems(finding: Page['report']['headline'], { report }: Page): string[] {
  const { id, statement, status, evidence, quantity } = finding;
  const percentiles = Object.values(quantity?.percentiles ?? {});
  const bounds = [
    ...percentiles,
    ...(quantity?.interval == null ? [] : [{ ...quantity.interval, value: quantity.value }]),
  ];
  const known = new Set(report.sources.map((source) => source.id));
  const checks: readonly (readonly [boolean, string])[] = [
    [/[.!?]["”]?$/.test(statement), `does not end: "${statement}"`],
    [
      finding.caveats.every((caveat) => caveat.endsWith('.')),
      `has a caveat without an end: ${finding.caveats.join(' ')}`,
    ],
    [status === 'insufficient' || evidence.sources.length > 0, 'names no source'],
    [status !== 'insufficient' || (finding.missing ?? '') !== '', 'does not say what is missing'],
    [status === 'insufficient' || finding.missing === undefined, 'has a figure and says that it is missing'],
    [evidence.sources.every((source) => known.has(source)), `cites unlisted sources: ${evidence.sources.join(', ')}`],
    [repeated(evidence.sources).length === 0, `cites a source twice: ${evidence.sources.join(', ')}`],
    [evidence.period === null || evidence.period.from <= evidence.period.to, 'has a period that ends before it starts'],
    [increases(percentiles.map((entry) => entry?.value ?? Number.NaN)), 'has percentiles that fall'],
    [
      bounds.every((entry) => {
        const { low, value, high } = entry ?? { low: null, value: 0, high: null };
        return (low === null || low <= value) && (high === null || value <= high);
      }),
      'lies outside its interval',
    ],
    [id !== 'headline' || status === 'insufficient' || evidence.grade !== undefined, 'has no grade'],
  ];
  return checks.flatMap(([holds, problem]) => (holds ? [] : [`${id} ${problem}`]));
}

function increases(values: readonly number[]): boolean {
  return values.every((value, index) => Number.isFinite(value) && (index === 0 || value >= values[index - 1]!));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
