/** JSON objects as records of text. */

const DEEPEST = 8;

/**
 * An object as a record: nested objects become columns with dots, a list of one object counts as that object, lists of
 * plain values are joined by semicolons, other lists stay JSON. Null and empty lists are empty texts.
 *
 * @example flatten({ pay: { min: 1 }, tags: ['a', 'b'] }) // Map { 'pay.min' => '1', 'tags' => 'a; b' }
 */
export function flatten(value: object): Map<string, string> {
  const record = new Map<string, string>();
  const visit = (name: string, part: unknown, depth: number) => {
    const inner = Array.isArray(part) && part.length === 1 && isObject(part[0]) ? (part[0] as object) : part;
    if (isObject(inner) && depth < DEEPEST) {
      const entries = Object.entries(inner);
      if (entries.length === 0 && name !== '') record.set(name, '');
      for (const [key, below] of entries) visit(name === '' ? key : `${name}.${key}`, below, depth + 1);
    } else record.set(name === '' ? 'value' : name, textOf(inner));
  };
  visit('', value, 0);
  return record;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const plain = value.every((item) => item === null || typeof item !== 'object');
    return plain ? value.map(textOf).filter(Boolean).join('; ') : JSON.stringify(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Python writes NaN and Infinity, which JSON does not know. */
const NOT_A_NUMBER = /([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g;

/**
 * A JSON value, or undefined where the text is none.
 */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replace(NOT_A_NUMBER, '$1null'));
    } catch {
      return undefined;
    }
  }
}
