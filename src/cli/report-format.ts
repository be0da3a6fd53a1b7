/** In which form a report is asked for. */
import { UsageError } from '../core/errors.js';
import { askedFormat } from './asked-format.js';

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
  const { output, brief, ascii } = flags;
  const format = askedFormat(REPORT_FORMATS, flags);
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
