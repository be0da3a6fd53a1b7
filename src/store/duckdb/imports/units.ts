/** Units of pay as codes, in the order of their names. */
import { DomainError } from '../../../core/errors.js';

export const UNIT_CODES = ['day', 'hour', 'month', 'week', 'year'] as const;

/** From 1 on; 0 is no unit. */
export function unitCode(unit: string): number {
  const at = (UNIT_CODES as readonly string[]).indexOf(unit);
  if (at < 0) throw new DomainError('INVALID_UNIT', `'${unit.slice(0, 40)}' is no unit of pay.`);
  return at + 1;
}

/** The code of a unit's name, as an expression. */
export function codeOfUnit(name: string): string {
  return `(CASE ${name} ${UNIT_CODES.map((unit, at) => `WHEN '${unit}' THEN ${at + 1}`).join(' ')} END)::TINYINT`;
}
