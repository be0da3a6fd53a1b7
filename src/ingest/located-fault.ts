/** Says in which file and row a publisher's value is not what its connector knows. */
import { SourceError } from '../core/errors.js';
import { SourceValueError } from './fields.js';
import type { RawReader } from './raw-reader.js';

/** The failure with the file, and the row where it can be found; any other failure as it is. */
export async function locatedFault(failure: unknown, raw: RawReader): Promise<unknown> {
  if (!(failure instanceof SourceError) || failure.code !== 'SOURCE_VALUE') return failure;
  if (!(failure instanceof SourceValueError)) return withFiles(failure, raw);
  const { column, value, fault } = failure;
  const cell = await raw.find(column, value);
  if (cell === null) return withFiles(failure, raw);
  return new SourceValueError(column, value, fault, `${cell.path}, row ${cell.row}: `);
}

/** The file a fault must be in: known where only one was read. */
function withFiles(failure: SourceError, raw: RawReader): SourceError {
  const { message, remedy } = failure;
  const files = raw.used.filter((path) => !path.startsWith('reviewed/'));
  if (files.length !== 1 || message.includes(files[0]!)) return failure;
  return new SourceError('SOURCE_VALUE', `${files[0]}: ${message}`, remedy, { cause: failure });
}
