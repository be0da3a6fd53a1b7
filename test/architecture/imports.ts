/**
 * Reads the import statements of a TypeScript file from its text: comments, strings, templates and regular
 * expressions are told apart, so that an import quoted in a comment or a string is not one.
 */

type TokenKind = 'word' | 'string' | 'number' | 'mark';

interface Token {
  readonly kind: TokenKind;
  /** Of a string, the text between the quotes. */
  readonly text: string;
}

/** A specifier that is not a plain string, as in `import(name)`. */
export const COMPUTED = '(computed)';

/**
 * The module specifiers a file imports, re-exports or loads, in order; types count like values.
 *
 * @example importsOf("import type { A } from './a.js'; await import('node:fs');") // ['./a.js', 'node:fs']
 */
export function importsOf(source: string): string[] {
  const tokens = tokenize(source);
  const found: string[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]?.text;
    if (token.kind !== 'word' || before === '.' || before === '?.') return;
    const next = tokens[at + 1];
    if (token.text === 'import' && next?.text === '(' && next.kind === 'mark') {
      const argument = tokens[at + 2];
      found.push(argument?.kind === 'string' ? argument.text : COMPUTED);
    } else if (token.text === 'import' && next?.kind === 'string') {
      found.push(next.text);
    } else if (token.text === 'from' && next?.kind === 'string' && opensClause(tokens, at)) {
      found.push(next.text);
    }
  });
  return found;
}

/** Whether the words before `from` reach back to an `import` or `export` without leaving the clause. */
function opensClause(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === 'word' && (text === 'import' || text === 'export')) return true;
    if (kind === 'mark' && !['{', '}', ',', '*'].includes(text)) return false;
    if (kind === 'number') return false;
  }
  return false;
}

/** After these a slash starts a regular expression, not a division. */
const BEFORE_EXPRESSION = new Set(['return', 'typeof', 'case', 'in', 'of', 'do', 'else', 'void', 'delete', 'await']);

const SPACE = /\s+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const STRING = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const WORD = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\d[\w.]*/y;
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const TEMPLATE_PART = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  /** For every open brace, whether it is that of a template's `${`. */
  const braces: boolean[] = [];
  let at = 0;
  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) return null;
    at = pattern.lastIndex;
    return match[0];
  };
  const readTemplate = () => {
    read(TEMPLATE_PART);
    if (source.startsWith('${', at)) {
      braces.push(true);
      at += 2;
    } else {
      at += 1;
      tokens.push({ kind: 'mark', text: '`' });
    }
  };
  while (at < source.length) {
    if (read(SPACE) !== null || read(COMMENT) !== null) continue;
    const string = read(STRING);
    if (string !== null) {
      tokens.push({ kind: 'string', text: string.slice(1, -1) });
      continue;
    }
    if (startsExpression(tokens.at(-1)) && read(REGULAR_EXPRESSION) !== null) {
      tokens.push({ kind: 'mark', text: 'regular expression' });
      continue;
    }
    const word = read(WORD);
    const number = word === null ? read(NUMBER) : null;
    if (word !== null || number !== null) {
      tokens.push({ kind: word === null ? 'number' : 'word', text: word ?? number ?? '' });
      continue;
    }
    const mark = source.startsWith('?.', at) ? '?.' : source[at]!;
    at += mark.length;
    if (mark === '`') readTemplate();
    else if (mark === '}' && braces.pop() === true) readTemplate();
    else {
      if (mark === '{') braces.push(false);
      tokens.push({ kind: 'mark', text: mark });
    }
  }
  return tokens;
}

function startsExpression(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'word') return BEFORE_EXPRESSION.has(before.text);
  if (before.kind !== 'mark') return false;
  return ![')', ']', '}', '`', 'regular expression'].includes(before.text);
}
