/** Shares of postings that name a skill, where different postings speak for the questions. */
import { type ComparedMeasure, type ComparedReport, SKILL_PREFIX } from '../comparison-model.js';
import { quantityCell } from './quantity-cell.js';

/** The most named skills of each question that are shown. */
const FIRST = 4;
const MOST_ROWS = 8;

type Finding = ComparedReport['headline'];

/** Rows of the skills that some question names most; none where one set of postings speaks for all, or for none. */
export function skillMeasures(reports: readonly ComparedReport[]): ComparedMeasure[] {
  const asked = reports.map(({ sections }) =>
    sections.requiredSkills.findings.filter(({ id, status }) => id.startsWith(SKILL_PREFIX) && status === 'supported'),
  );
  const behind = new Set(asked.flatMap((findings) => (findings[0] === undefined ? [] : [postingsOf(findings[0])])));
  if (behind.size < 2) return [];
  const ids = [...new Set(asked.flatMap((findings) => findings.slice(0, FIRST).map(({ id }) => id)))];
  return ids.slice(0, MOST_ROWS).flatMap((id) => {
    const name = asked.flatMap((findings) => findings.filter((entry) => entry.id === id).map(skillName))[0] ?? null;
    if (name === null) return [];
    const cells = asked.map((findings, at) => cellOf(findings, id, at + 1));
    return [{ id, name: `Postings that name ${name}`, note: 'Share of an average employer’s postings', cells }];
  });
}

function cellOf(findings: readonly Finding[], id: string, question: number): ComparedMeasure['cells'][number] {
  const finding = findings.find((entry) => entry.id === id);
  if (finding !== undefined) return { question, ...quantityCell(finding.status, finding.quantity) };
  const text = findings.length === 0 ? 'too few postings' : 'not among the most named';
  return { question, status: 'insufficient', text, interval: null, quantity: null };
}

function postingsOf({ evidence }: Finding): string {
  return JSON.stringify([evidence.n, evidence.scope, evidence.place]);
}

/** `SQL` of `SQL is named in 81% ...`, also after the words on the population that the first one carries. */
function skillName({ statement }: Finding): string | null {
  return /(?:^|: )([^:]+) is named in /.exec(statement)?.[1] ?? null;
}
