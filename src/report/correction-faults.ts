/** What keeps a draft from becoming a correction, said to the person who fills in the form. */
import { CORRECTION_LIMITS as LIMITS } from './correction-limits.js';
import type { CorrectionDraft } from './correction-model.js';

export interface CorrectionFault {
  /** Path of the member, `evidence.link`. */
  readonly field: string;
  readonly message: string;
}

const HTTPS = /^https:\/\/[^\s/]+\S*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

type Check = readonly [field: string, isFault: boolean, message: string];

/** Empty when the draft can be signed. */
export function correctionFaults(draft: CorrectionDraft): CorrectionFault[] {
  const { about, claim, evidence, contact, createdOn } = draft;
  const { question, finding } = about;
  const checks: Check[] = [
    ...written('claim.text', claim.text, LIMITS.claimText, 'Say what the figure or the sentence should be.'),
    ...figure('claim.value', claim.value),
    ...written('evidence.text', evidence.text, LIMITS.evidenceText, 'Say where this can be seen.'),
    ...link('evidence.link', evidence.link),
    ...(contact === null ? [] : written('contact', contact, LIMITS.contact, 'Give an address, or leave it out.')),
    ...written('about.question.title', question.title, LIMITS.title, 'The job title is missing.'),
    ...written('about.question.place', question.place, LIMITS.place, 'The place is missing.'),
    ...written('about.method', about.method, LIMITS.method, 'The version of the methods is missing.'),
    ...written('about.finding.id', finding.id, LIMITS.id, 'Choose the finding that is wrong.'),
    ...written('about.finding.statement', finding.statement, LIMITS.statement, 'The finding as shown is missing.'),
    ...figure('about.finding.value', finding.value),
    ...link('about.page', about.page),
    ['about.asOf', !isDate(about.asOf), 'The as-of date of the page is missing.'],
    [
      'about.digest',
      about.digest !== null && !/^sha256:[0-9a-f]{64}$/.test(about.digest),
      'The digest of the report is not one.',
    ],
    ['createdOn', !isDate(createdOn), 'Give the day as YYYY-MM-DD.'],
  ];
  return checks.flatMap(([field, isFault, message]) => (isFault ? [{ field, message }] : []));
}

function written(field: string, text: string, most: number, missing: string): Check[] {
  return [
    [field, text.trim() === '', missing],
    [field, text.length > most, `Use at most ${most} characters.`],
    [field, LONE_SURROGATE.test(text), 'It holds half a character: write it again.'],
  ];
}

function figure(field: string, value: CorrectionDraft['claim']['value']): Check[] {
  if (value === null) return [];
  return [
    [field, !Number.isFinite(value.value), 'Give a number, or leave it out.'],
    [field, value.unit.trim() === '' || value.unit.length > LIMITS.unit, 'Name the unit of the number.'],
  ];
}

function link(field: string, address: string | null): Check[] {
  if (address === null) return [];
  return [
    [field, !HTTPS.test(address), 'Give an address that begins with https://, or leave it out.'],
    [field, address.length > LIMITS.address, `Use at most ${LIMITS.address} characters.`],
  ];
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
