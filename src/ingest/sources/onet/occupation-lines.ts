/** Lines of O*NET occupations, by the six-digit occupation that stands for them in the market. */
import { requiredText } from '../../fields.js';
import type { PublishedOccupations } from '../../published-occupations.js';

export interface CodedLine {
  readonly 'O*NET-SOC Code': string | null;
}

/**
 * Lines by published occupation. An occupation's own lines (code `.00`) are used alone where there are some, so that a
 * speciality's do not pass for the occupation's; else those of its specialities are joined.
 *
 * @returns the lines kept, in file order
 */
export function linesByOccupation<L extends CodedLine>(
  lines: readonly L[],
  published: PublishedOccupations,
): Map<string, L[]> {
  const own = new Set(lines.map(codeOf).filter((code) => code.endsWith('.00')));
  const kept = new Map<string, L[]>();
  for (const line of lines) {
    const code = codeOf(line);
    if (!code.endsWith('.00') && own.has(`${code.slice(0, 7)}.00`)) continue;
    const soc = published.codeOf(code);
    const known = kept.get(soc);
    if (known === undefined) kept.set(soc, [line]);
    else known.push(line);
  }
  return kept;
}

function codeOf(line: CodedLine): string {
  return requiredText(line['O*NET-SOC Code'], 'O*NET-SOC Code');
}
