/** One respondent's answer, as far as it is read. */
import { optionalNumber, SourceValueError } from '../../fields.js';

/** Years of professional coding: under 3, 3 to under 6, 6 or more. */
export type ExperienceBand = 'new_grad' | 'mid' | 'senior';

export interface Answer {
  readonly developer: boolean;
  readonly country: string | null;
  /** US dollars a year, at the rate of the survey's month. */
  readonly pay: number | null;
  readonly band: ExperienceBand | null;
  /** Roles ticked; several until 2022. */
  readonly roles: readonly string[];
}

export interface StatedAnswer {
  readonly branch: string | null;
  readonly country: string | null;
  readonly pay: string | null;
  readonly years: string | null;
  readonly roles: string | null;
}

/** How the survey writes that there is no answer. */
const NO_ANSWER = ['NA'];

/** @throws {SourceError} when pay or years are neither numbers nor one of the survey's words */
export function answerOf({ branch, country, pay, years, roles }: StatedAnswer): Answer {
  return {
    developer: branch === 'I am a developer by profession',
    country: given(country),
    pay: optionalNumber(pay, 'ConvertedComp', NO_ANSWER),
    band: bandOf(given(years)),
    roles: (given(roles) ?? '').split(';').flatMap((role) => (role.trim() === '' ? [] : [role.trim()])),
  };
}

function given(value: string | null): string | null {
  return value === null || value.trim() === '' || NO_ANSWER.includes(value) ? null : value.trim();
}

function bandOf(years: string | null): ExperienceBand | null {
  if (years === null) return null;
  if (years === 'Less than 1 year') return 'new_grad';
  if (years === 'More than 50 years') return 'senior';
  const number = Number(years);
  if (!Number.isFinite(number) || number < 0) {
    throw new SourceValueError('YearsCodePro', years, `holds '${years}' where years belong`);
  }
  if (number < 3) return 'new_grad';
  return number < 6 ? 'mid' : 'senior';
}
