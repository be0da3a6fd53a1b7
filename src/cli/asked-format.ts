/** The format of an answer, told by --format or by the ending of its file. */
import { UsageError } from '../core/errors.js';

export interface AskedFormat {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * Told by --format, else by the ending of the file, else the terminal's.
 *
 * @param formats those that the command writes
 * @throws {UsageError} UNKNOWN_FORMAT | CONTRADICTORY_FLAGS
 */
export function askedFormat<Format extends string>(
  formats: readonly Format[],
  { format: asked, output }: AskedFormat,
): Format {
  const ending = endingOf(output);
  if (asked !== undefined && ending !== undefined && ending !== asked) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--format says ${asked} and the file ends in .${ending}.`,
      'Leave out --format, or give the file the ending of its format.',
    );
  }
  const wanted = asked ?? ending ?? 'terminal';
  const format = formats.find((entry) => entry === wanted);
  if (format === undefined) {
    throw new UsageError('UNKNOWN_FORMAT', `"${wanted}" is not a format.`, `Formats: ${formats.join(', ')}.`);
  }
  return format;
}

/** The format a file's ending names: one that some command writes, or pdf, which none does. */
function endingOf(output: string | undefined): string | undefined {
  return output === undefined ? undefined : /\.(html|md|json|csv|parquet|pdf)$/i.exec(output)?.[1]?.toLowerCase();
}
