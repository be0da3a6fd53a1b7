/** What a word says about the amounts around it. */
export const CUE = {
  base: 1,
  /** Pay, of a kind not said: compensation, earnings. */
  pay: 2,
  bonus: 3,
  /** A bonus paid once: sign-on, retention. */
  oneOff: 4,
  equity: 5,
  target: 6,
  total: 7,
  /** An allowance of an intern, or a benefit. */
  stipend: 8,
  /** A benefit that is no pay: a budget, a reimbursement. */
  perk: 9,
  /** A figure of the business: revenue, funding, quota. */
  company: 10,
  /** No pay only right after the amount: `$10B market`. */
  companyAfter: 11,
  /** No pay only right before the amount: `managing $10M`. */
  companyBefore: 12,
  /** Pay only right before the amount: `Rate: $50`, not `adoption rates`. */
  rate: 13,
} as const;

const UNIT_SHIFT = 8;

/** A token value that holds a cue and the unit named with it (`Stundenlohn`), -1 for none. */
export const withUnit = (cue: number, unit: number): number => cue | ((unit + 1) << UNIT_SHIFT);
export const cueOf = (value: number): number => value & ((1 << UNIT_SHIFT) - 1);
export const unitOf = (value: number): number => (value >> UNIT_SHIFT) - 1;

/** Whether a cue says that an amount is pay. */
export function isPayCue(cue: number): boolean {
  return cue >= CUE.base && cue <= CUE.total;
}

/** Whether a cue says that an amount is a benefit or a figure of the business. */
export function isRefusal(cue: number): boolean {
  return cue === CUE.perk || cue === CUE.company || cue === CUE.stipend;
}

/** Whether a cue names a whole of pay: base, on-target or total. */
export function isSpecific(cue: number): boolean {
  return cue === CUE.base || cue === CUE.target || cue === CUE.total;
}
