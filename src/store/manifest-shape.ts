/** A small vocabulary for the shape of the manifest; it is checked at every start, so it must load at once. */

export interface Check {
  readonly expected: string;
  holds(value: unknown): boolean;
}

export interface RecordShape {
  readonly fields: Readonly<Record<string, Shape>>;
  /** The same data with keys in the order of the shape. */
  ordered(value: unknown): unknown;
}

export interface ListShape {
  readonly items: RecordShape;
}

export type Shape = Check | RecordShape | ListShape;

export const isText: Check = { expected: 'text', holds: (value) => typeof value === 'string' && value !== '' };
export const isCount: Check = {
  expected: 'a count',
  holds: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
};
export const isDate: Check = {
  expected: 'a date as YYYY-MM-DD',
  holds: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

export function orNull(check: Check): Check {
  return { expected: `${check.expected} or null`, holds: (value) => value === null || check.holds(value) };
}

export function oneOf(values: readonly string[]): Check {
  return { expected: `one of ${values.join(', ')}`, holds: (value) => values.includes(value as string) };
}

export function listOf(items: RecordShape): ListShape {
  return { items };
}

export function record(fields: Readonly<Record<string, Shape>>): RecordShape {
  return {
    fields,
    ordered(value) {
      const entries = Object.entries(fields).map(([key, shape]) => {
        const part = (value as Record<string, unknown>)[key];
        if ('items' in shape) return [key, (part as unknown[]).map((item) => shape.items.ordered(item))];
        return [key, 'fields' in shape ? shape.ordered(part) : part];
      });
      return Object.fromEntries(entries);
    },
  };
}

/**
 * Says where data differ from a shape.
 *
 * @returns one line such as `sources[2].newest must be a date as YYYY-MM-DD`, or null when they agree
 */
export function findFault(value: unknown, shape: Shape, path = ''): string | null {
  if ('items' in shape) {
    if (!Array.isArray(value)) return `${path} must be a list`;
    return firstFault(value.map((item, index) => () => findFault(item, shape.items, `${path}[${index}]`)));
  }
  if (!('fields' in shape)) return shape.holds(value) ? null : `${path} must be ${shape.expected}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path || 'it'} must be an object`;
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shape.fields, key));
  const at = (key: string) => (path ? `${path}.${key}` : key);
  if (unknown !== undefined) return `${at(unknown)} is not known`;
  return firstFault(
    Object.entries(shape.fields).map(
      ([key, field]) =>
        () =>
          findFault((value as Record<string, unknown>)[key], field, at(key)),
    ),
  );
}

function firstFault(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const fault = check();
    if (fault) return fault;
  }
  return null;
}
