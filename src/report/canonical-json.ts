/**
 * One text for one value: the JSON Canonicalization Scheme for values of JSON.
 *
 * Source: RFC 8785. Members are sorted by the UTF-16 code units of their names, there is no space, numbers and texts
 * are written as ECMAScript writes them. Members that are undefined are left out.
 */
import { DomainError } from '../core/errors.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * @throws {DomainError} NOT_CANONICAL for a number that is not finite, for half a character, and for what JSON has no
 * form for
 * @example canonicalJson({ b: 1, a: [true, 'x'] }) // '{"a":[true,"x"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notCanonical('a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw notCanonical(`a ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join(',')}}`;
}

function text(value: string): string {
  if (LONE_SURROGATE.test(value)) throw notCanonical('half a character');
  return JSON.stringify(value);
}

function notCanonical(what: string): DomainError {
  return new DomainError('NOT_CANONICAL', `JSON has no canonical form for ${what}.`);
}
