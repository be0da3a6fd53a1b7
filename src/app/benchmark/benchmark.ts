/** A payroll, or a list of titles and places, held against the market: one answer a row, in the order of the file. */
import { gatherPay } from '../../analysis/pay-answers.js';
import { BASES, type Basis } from '../../core/basis.js';
import { formatCount } from '../../core/format.js';
import { type Progress, silentProgress } from '../../core/ports.js';
import { recent, remembered } from '../../core/recent.js';
import { saysNothing } from '../../ingest/imports/values/says-nothing.js';
import { type BenchmarkAnswer, benchmarkAnswer, benchmarkPay, unansweredRow } from '../../report/benchmark.js';
import type { BenchmarkRow, BenchmarkStream } from '../../report/benchmark-model.js';
import { BenchmarkSummary } from '../../report/benchmark-summary.js';
import type { Store } from '../../store/port.js';
import { TITLE_LIMIT } from '../../text/titles/index.js';
import type { Market } from '../market.js';
import { ownRowsOnly } from '../own-rows-only.js';
import { understandQuestion } from '../question.js';
import { annualPay } from './annual-pay.js';
import type { PayrollColumns } from './columns.js';
import type { InputRow } from './input-row.js';
import { type CommonRequest, keyOf, type ReadRow, readRow } from './questions.js';
import { sharedReads } from './shared-reads.js';

export interface BenchmarkRequest extends CommonRequest {
  readonly rows: AsyncIterable<InputRow>;
  /** How the cells of pay are written; null for a list without them. */
  readonly columns: Pick<PayrollColumns, 'at' | 'decimal' | 'scale'> | null;
  /** Place of rows that name none. */
  readonly place?: string | undefined;
  readonly progress?: Progress;
  /** Waited for between questions, where others share the program; what it throws ends the benchmark. */
  readonly pause?: () => Promise<void>;
}

/** Rows held at once: their questions are answered by kind of work, so that what is read for one serves the next. */
const ROWS_AT_ONCE = 20_000;
/** Questions under way at once: one is worked out while another waits for the store. */
const AT_ONCE = 4;
/** Answers of earlier rows kept for later ones. */
const ANSWERS_KEPT = 50_000;
const TITLES_KEPT = 50_000;

/**
 * Answers every row. A row that cannot be understood is answered too: `insufficient`, with what is wrong.
 *
 * @throws {UsageError} UNKNOWN_BASIS | UNKNOWN_SELECTION | NO_OWN_DATA | INVALID_AS_OF; what the rows throw when read
 * @example
 * const { rows } = await benchmark(market, { rows: payroll.rows, columns: payroll.columns });
 * for await (const row of rows) console.log(row.title, row.median?.value);
 */
export async function benchmark(opened: Market, request: BenchmarkRequest): Promise<BenchmarkStream> {
  const { basis, only, asOf, columns } = request;
  const common: CommonRequest = { basis, only, asOf };
  const { question } = await understandQuestion(opened, {
    ...common,
    title: 'Accountant',
    place: request.place ?? 'US',
  });
  const summary = new BenchmarkSummary();
  const session = newSession(opened, common);
  return {
    opening: {
      schema: 'goingrate.benchmark/1',
      asOf: question.asOf,
      basis: question.basis,
      ...(question.only === null ? {} : { only: question.only }),
      hasPay: columns?.at.pay !== undefined,
    },
    rows: answerRows(session, request, summary),
    closing: () => summary.closing(opened.store.manifest.sources),
  };
}

interface Session {
  readonly market: Market;
  readonly store: Store;
  readonly common: CommonRequest;
  readonly answers: ReturnType<typeof recent<BenchmarkAnswer>>;
}

/** The same market with what it was asked before kept in memory. */
function newSession(opened: Market, common: CommonRequest): Session {
  const store = sharedReads(opened.store);
  const market: Market = { ...opened, store, classifyTitle: remembered(TITLES_KEPT, opened.classifyTitle) };
  return {
    market,
    store: common.only === undefined ? store : sharedReads(ownRowsOnly(opened.store)),
    common,
    answers: recent<BenchmarkAnswer>(ANSWERS_KEPT),
  };
}

async function* answerRows(
  session: Session,
  request: BenchmarkRequest,
  summary: BenchmarkSummary,
): AsyncGenerator<BenchmarkRow> {
  const progress = request.progress ?? silentProgress;
  let done = 0;
  try {
    for await (const rows of inParts(request, ROWS_AT_ONCE)) {
      const say = (share: number) =>
        progress.step(`Answering ${formatCount(done + rows.length)} rows, ${Math.floor(100 * share)}%`);
      const answers = await answerAll(session, rows, { say, pause: request.pause });
      progress.done();
      for (const row of rows) {
        const answered = rowOf(row, answers.get(keyOf(row))!, request);
        summary.add(answered);
        yield answered;
      }
      done += rows.length;
    }
  } finally {
    progress.done();
  }
}

async function* inParts({ rows, place }: BenchmarkRequest, most: number): AsyncGenerator<InputRow[]> {
  let part: InputRow[] = [];
  for await (const row of rows) {
    const placed = place !== undefined && row.fault === null && saysNothing(row.place) ? { ...row, place } : row;
    part.push(placed);
    if (part.length < most) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The answer to each distinct question of the rows, by its key. */
async function answerAll(
  { market, store, common, answers }: Session,
  rows: readonly InputRow[],
  { say, pause }: { say: (share: number) => void; pause: BenchmarkRequest['pause'] },
): Promise<Map<string, BenchmarkAnswer>> {
  const distinct = new Map(rows.map((row): [string, InputRow] => [keyOf(row), row]));
  const read: { readonly key: string; readonly work: string; readonly row: ReadRow }[] = [];
  for (const [key, row] of distinct) {
    await pause?.();
    const found = await readRow(market, row, common);
    read.push({ key, work: workOf(found), row: found });
  }
  read.sort((a, b) => (a.work < b.work ? -1 : a.work > b.work ? 1 : 0));
  const answered = new Map<string, BenchmarkAnswer>();
  const payModel = await market.payModel();
  const options = { parameters: market.parameters, cohorts: market.cohorts, payModel };
  const answer = async (row: ReadRow): Promise<BenchmarkAnswer> =>
    'unanswered' in row
      ? { ...row.unanswered, basis: basisOf(common) }
      : benchmarkAnswer(await gatherPay(store, row.understood.question, options), row.understood);
  const waiting = read.values();
  const work = async (): Promise<void> => {
    for (const { key, row } of waiting) {
      await pause?.();
      answered.set(key, await answers.get(key, () => answer(row)));
      if (answered.size % 100 === 0) say(answered.size / distinct.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answered;
}

/** Country and family, or country and occupation: questions that share what is read and estimated. */
function workOf(row: ReadRow): string {
  if ('unanswered' in row) return '';
  const { place, familyRoles, role, occupations, titleKey } = row.understood.question;
  const work = familyRoles.length > 0 ? familyRoles : [occupations[0]?.soc ?? '', role.id, titleKey];
  return [place.country, ...work, place.id].join('|');
}

function basisOf({ basis }: CommonRequest): Basis | null {
  return BASES.find((entry) => entry === basis) ?? null;
}

function rowOf(row: InputRow, answer: BenchmarkAnswer, { columns }: BenchmarkRequest): BenchmarkRow {
  const { title, place } = row;
  const named = { row: row.row, title: shortened(title), place: shortened(place) };
  const { currency } = answer;
  const read =
    columns === null || currency === null
      ? null
      : annualPay(row, { decimal: columns.decimal, scale: columns.scale, currency });
  if (read !== null && 'fault' in read) {
    const { level, readAs, basis, asOf } = answer;
    return inOrder(named, unansweredRow(read.fault, { level, readAs, basis, currency, asOf }), undefined);
  }
  const guessed = read?.unitGuessed ?? null;
  const words = guessed === null ? null : `The pay is taken to be per ${guessed}, by its size.`;
  const note = [answer.note, words].filter((part) => part !== null).join(' ');
  return inOrder(named, { ...answer, note: note === '' ? null : note }, benchmarkPay(answer, read?.annual ?? null));
}

function inOrder(
  named: Pick<BenchmarkRow, 'row' | 'title' | 'place'>,
  { distribution: _, note, ...answer }: BenchmarkAnswer,
  pay: BenchmarkRow['pay'],
): BenchmarkRow {
  return { ...named, ...answer, ...(pay === undefined ? {} : { pay }), note };
}

function shortened(text: string): string {
  return text.length <= TITLE_LIMIT ? text : `${text.slice(0, TITLE_LIMIT - 1)}…`;
}
