/** Typed values out of publishers' JSON. A value that does not fit is the source's fault, not ours. */
import { SourceError } from '../core/errors.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object. @throws {SourceError} SOURCE_VALUE names what should have been one */
export function jsonObject(value: unknown, what: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw unfit(what, 'an object');
}

/** A list. @throws {SourceError} SOURCE_VALUE */
export function jsonList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unfit(what, 'a list');
}

/** A text that is not empty. @throws {SourceError} SOURCE_VALUE */
export function jsonText(value: unknown, what: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw unfit(what, 'a text');
}

/** A text, or null where there is none or it is empty. @throws {SourceError} SOURCE_VALUE for a value of another kind */
export function jsonTextOrNull(value: unknown, what: string): string | null {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  return jsonText(value, what);
}

/** A finite number, or null where the publisher has none. @throws {SourceError} SOURCE_VALUE */
export function jsonNumber(value: unknown, what: string): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw unfit(what, 'a number');
}

function unfit(what: string, kind: string): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    `${what} is not ${kind}.`,
    'Compare the file with its publisher: the layout may have changed.',
  );
}
