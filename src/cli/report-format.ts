/** In which form a report is asked for. */
import { UsageError } from '../core/errors.js';

export interface FormatFlags {
  readonly format?: string;
  readonly output?: string;
  readonly brief?: true;
  readonly ascii?: true;
}

export const REPORT_FORMATS = ['terminal', 'html', 'md', 'json', 'csv', 'parquet', 'package'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * Told by --format, else by the ending of the file, else the terminal's.
 *
 * @param onTerminal whether standard output is a screen
 * @throws {UsageError} UNKNOWN_FORMAT | CONTRADICTORY_FLAGS
 */
export function reportFormat(flags: FormatFlags, onTerminal: boolean): ReportFormat {
  const { format: asked, output, brief, ascii } = flags;
  const ending = endingOf(output);
  if (asked !== undefined && ending !== undefined && ending !== asked) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `--format says ${asked} and the file ends in .${ending}.`,
      'Leave out --format, or give the file the ending of its format.',
    );
  }
  const wanted = asked ?? ending ?? 'terminal';
  const format = REPORT_FORMATS.find((entry) => entry === wanted);
  if (format === undefined) {
    throw new UsageError('UNKNOWN_FORMAT', `"${wanted}" is not a format.`, `Formats: ${REPORT_FORMATS.join(', ')}.`);
  }
  if ((brief || ascii) && format !== 'terminal') {
    const flag = brief ? '--brief' : '--ascii';
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      `${flag} belongs to the terminal format, not to ${format}.`,
      `Leave out ${flag}, or ask for --format terminal.`,
    );
  }
  const isFile = output !== undefined && output !== '-';
  if (format === 'parquet' && !isFile && onTerminal) {
    throw new UsageError('CONTRADICTORY_FLAGS', 'Parquet cannot be shown here.', 'Name a file: -o findings.parquet.');
  }
  if (format === 'package' && !isFile) {
    throw new UsageError('MISSING_OUTPUT', 'A package is several files.', 'Name a folder for them: -o FOLDER.');
  }
  return format;
}

/** The format a file's ending names: one of ours, or pdf, which is not one yet. */
function endingOf(output: string | undefined): string | undefined {
  return output === undefined ? undefined : /\.(html|md|json|csv|parquet|pdf)$/i.exec(output)?.[1]?.toLowerCase();
}
