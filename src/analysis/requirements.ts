/** Tools and preparation of the occupations behind a role, from O*NET. */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { Question } from './question.js';

export interface RequiredTool {
  readonly name: string;
  readonly category: string;
  /** Share of the occupation mix for which O*NET lists it, fraction. */
  readonly listedShare: number;
  /** Share of the mix for which it appears often in employers' postings, fraction. */
  readonly inDemandShare: number;
  /** Appears often in postings across all occupations. */
  readonly hot: boolean;
}

export interface Requirements {
  readonly source: string | null;
  readonly tools: readonly RequiredTool[];
  /** Rows of O*NET behind them. */
  readonly rows: number;
  /** O*NET job zone (1 little to 5 extensive preparation) of the leading occupation that has one. */
  readonly jobZone: { readonly zone: number; readonly occupation: string } | null;
}

/** Occupations with a smaller share say too little about the role to list their tools. */
const MINIMUM_SHARE = 0.1;

/** What the rows of one tool say; an occupation may list it in two categories and mark one of them. */
interface ToolListing {
  readonly category: string;
  hot: boolean;
  readonly listedBy: Set<string>;
  readonly inDemandIn: Set<string>;
}

/** Software that the leading occupations of the mix use, most in demand first. */
export async function requirements(store: Store, question: Question): Promise<Requirements> {
  const leading = question.occupations.filter((occupation, index) => index === 0 || occupation.share >= MINIMUM_SHARE);
  if (leading.length === 0) return { source: null, tools: [], rows: 0, jobZone: null };
  const socs = leading.map((occupation) => occupation.soc);
  const [rows, zones] = await Promise.all([
    store.read(
      select('software', ['source', 'soc', 'name', 'category', 'hot', 'inDemand'], [{ column: 'soc', in: socs }]),
    ),
    store.read(select('occupations', ['soc', 'jobZone', 'title'], [{ column: 'soc', in: socs }])),
  ]);
  const total = leading.reduce((sum, occupation) => sum + occupation.share, 0);
  const share = new Map(leading.map((occupation) => [occupation.soc, occupation.share / total]));
  const tools = new Map<string, ToolListing>();
  for (const row of rows) {
    const known = tools.get(row.name) ?? {
      category: row.category,
      hot: false,
      listedBy: new Set(),
      inDemandIn: new Set(),
    };
    known.hot ||= row.hot;
    known.listedBy.add(row.soc);
    if (row.inDemand) known.inDemandIn.add(row.soc);
    tools.set(row.name, known);
  }
  const shareOf = (occupations: ReadonlySet<string>): number =>
    [...occupations].reduce((sum, soc) => sum + (share.get(soc) ?? 0), 0);
  const zone = socs.map((soc) => zones.find((row) => row.soc === soc)).find((row) => row?.jobZone != null);
  return {
    source: rows[0]?.source ?? null,
    tools: [...tools]
      .map(([name, { category, hot, listedBy, inDemandIn }]) => ({
        name,
        category,
        listedShare: shareOf(listedBy),
        inDemandShare: shareOf(inDemandIn),
        hot,
      }))
      .sort(
        (a, b) =>
          b.inDemandShare - a.inDemandShare ||
          Number(b.hot) - Number(a.hot) ||
          b.listedShare - a.listedShare ||
          (a.name < b.name ? -1 : 1),
      ),
    rows: rows.length,
    jobZone: zone?.jobZone == null ? null : { zone: zone.jobZone, occupation: zone.title },
  };
}
