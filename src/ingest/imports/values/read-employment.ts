/** Whether a cell speaks of regular full-time work. */

const OTHER =
  /contract|temp\b|temporary|fixed[\s-]?term|befristet|intern\b|internship|praktik|stage\b|trainee|part[\s-]?time|teilzeit|temps partiel|parcial|freelance|self[\s-]?employed|casual|seasonal|apprentice|volunteer|per[\s-]?diem|zero[\s-]?hours?|working student|werkstudent|mini-?job|1099|c2c|corp[\s-]?to[\s-]?corp|\bcdd\b|\bpt\b|\bct\b|\bfl\b|\bgig\b/;
const FULL_TIME =
  /full[\s-]?time|fulltime|vollzeit|temps plein|tiempo completo|tempo integral|jornada completa|permanent|unbefristet|regular|salaried|\bcdi\b|\bft\b|\bfte\b|\bw-?2\b|employee/;

const LONGEST = 200;

/**
 * Reads the type of employment.
 *
 * @returns true for regular full-time work, false for any other (part time, contracts, internships), null where the
 * text does not say
 * @example readEmployment('FULL_TIME') // true
 */
export function readEmployment(raw: string | null): boolean | null {
  const text = (raw ?? '').slice(0, LONGEST).normalize('NFKC').toLowerCase().replaceAll('_', ' ');
  if (text === 'permanent contract' || text === 'full-time contract' || text === 'unlimited contract') return true;
  if (OTHER.test(text)) return false;
  return FULL_TIME.test(text) ? true : null;
}
