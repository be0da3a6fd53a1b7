/** Answers to questions: kept while they are asked for, few made at once, and their headlines remembered. */
import { type IndexEntry, indexEntry } from '../../render/html/index-entry.js';
import { reportPath } from '../../render/html/page-path.js';
import { reportJson } from '../../render/json/report-digest.js';
import type { Report } from '../../report/model.js';
import { byteCache } from './byte-cache.js';
import { gate } from './gate.js';
import type { ReportQuestion } from './question.js';

export interface LiveAnswersOptions {
  readonly answer: (question: ReportQuestion) => Promise<Report>;
  /** Whether the headline of a title may stand in lists. */
  readonly lists: (title: string) => boolean;
  /** Bytes of reports kept. */
  readonly keptBytes?: number;
  /** Questions answered at once, and waiting for it. */
  readonly atOnce?: number;
  readonly waiting?: number;
}

export interface LiveAnswers {
  /** @throws {BusyError} and whatever `answer` throws */
  answer(question: ReportQuestion): Promise<Report>;
  /** Headlines of reports asked for as they stand in lists, by the folder of their page. */
  readonly headlines: ReadonlyMap<string, IndexEntry>;
  /** Counts the changes of `headlines`. */
  version(): number;
  idle(): boolean;
}

const KEPT_BYTES = 96_000_000;
/** A report in memory takes about so many times the bytes of its text. */
const OBJECT_FACTOR = 3;
const AT_ONCE = 2;
const WAITING = 48;
/** About a kilobyte each. */
const HEADLINES = 10_000;

export function liveAnswers(options: LiveAnswersOptions): LiveAnswers {
  const { answer, lists, keptBytes = KEPT_BYTES, atOnce = AT_ONCE, waiting = WAITING } = options;
  const kept = byteCache<Report>(keptBytes, (report) => OBJECT_FACTOR * reportJson(report).length);
  const door = gate({ atOnce, waiting });
  const headlines = new Map<string, IndexEntry>();
  let version = 0;
  const note = (question: ReportQuestion, report: Report): void => {
    if (!isPlain(question) || !lists(question.title)) return;
    const entry = indexEntry(report, reportPath(question.title, report.question.place.id));
    version += 1;
    headlines.delete(entry.path);
    headlines.set(entry.path, { ...entry, title: question.title });
    const [oldest] = headlines.keys();
    if (headlines.size > HEADLINES && oldest !== undefined) headlines.delete(oldest);
  };
  const make = async (question: ReportQuestion): Promise<Report> => {
    const report = await door.run(() => answer(question));
    note(question, report);
    return report;
  };
  return {
    // Someone's offer is nobody else's to keep.
    answer: (question) =>
      question.offer === undefined ? kept.get(JSON.stringify(question), () => make(question)) : make(question),
    headlines,
    version: () => version,
    idle: () => door.idle(),
  };
}

/** A question for a title and a place alone. */
function isPlain({ offer, level, basis }: ReportQuestion): boolean {
  return offer === undefined && level === undefined && basis === undefined;
}
