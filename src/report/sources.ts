/** The sources behind one report, with what each is used for. */
import type { Answers } from '../analysis/answers.js';
import type { Finding } from '../core/finding.js';
import type { SourceDescription } from './context.js';
import type { Report } from './model.js';

const USES: readonly (readonly [prefix: string, use: string])[] = [
  ['headline', 'headline'],
  ['overview.posted', 'posted pay'],
  ['overview.filed', 'filed pay'],
  ['overview.paid', 'pay in your own records'],
  ['overview.official', 'official pay'],
  ['overview.market', 'modelled pay'],
  ['overview.ageing', 'ageing'],
  ['overview.growth', 'growth and prices'],
  ['overview.forecast', 'forecast'],
  ['overview.dollars', 'exchange rate'],
  ['overview.purchasing-power', 'purchasing power'],
  ['overview.price-level', 'price level'],
  ['demand', 'demand'],
  ['demand.costs', 'cost of labour and of living'],
  ['careerMoat.asked', 'credentials asked for'],
  ['requiredSkills', 'required skills'],
  ['aiImpact', 'AI exposure'],
];

/** Every source that some finding cites, in the order of the manifest. */
export function usedSources(
  findings: readonly Finding[],
  sources: readonly SourceDescription[],
  answers: Answers,
): Report['sources'] {
  const cited = bySource(findings);
  return sources.flatMap((source) => {
    const citing = cited.get(source.id);
    if (citing === undefined) return [];
    const served = new Set(citing.map(useOf));
    const uses = USES.filter((use) => served.has(use)).map(([, use]) => use);
    const estimates = [...answers.posted.bySource, ...answers.filed.bySource, ...answers.paid.bySource].filter(
      (estimate) => estimate.source === source.id,
    );
    return [
      {
        id: source.id,
        name: source.name,
        publisher: source.publisher,
        address: source.address,
        vintage: source.vintage,
        licence: source.licence,
        attribution: source.attribution,
        observations:
          estimates.length > 0 ? sum(estimates.map((estimate) => estimate.n)) : restingRows(source.id, citing),
        employers: estimates[0]?.employers ?? null,
        role: uses.length === 0 ? 'context' : uses.join(', '),
      },
    ];
  });
}

/** Findings by each source they cite, in their order. */
function bySource(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const cited = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const source of new Set(finding.evidence.sources)) {
      const citing = cited.get(source);
      if (citing === undefined) cited.set(source, [finding]);
      else citing.push(finding);
    }
  }
  return cited;
}

const NARROWEST_FIRST = [...USES].sort((a, b) => b[0].length - a[0].length);

/** The narrowest use whose prefix the finding has. */
function useOf({ id }: Finding): (typeof USES)[number] | undefined {
  return NARROWEST_FIRST.find(([prefix]) => id.startsWith(prefix));
}

/** For sources that are looked up: rows behind the finding that rests most on it, else the findings it only adjusts. */
function restingRows(source: string, citing: readonly Finding[]): number {
  const resting = citing.filter((finding) => finding.evidence.sources[0] === source);
  return resting.length === 0 ? citing.length : Math.max(...resting.map((finding) => finding.evidence.n));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
