/** HTML of a posting as plain text. */
import { Parser } from 'htmlparser2';
import { decodeEntities } from '../../../../text/index.js';
import { LONGEST_DESCRIPTION } from './offer.js';

const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'blockquote',
  'br',
  'dd',
  'div',
  'dl',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tr',
  'ul',
]);
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/**
 * The words of HTML, a line a block, list items marked by hyphens. Text without tags is given back as it is.
 *
 * @example htmlText('<p>Pay</p><ul><li>Python &amp; SQL</li></ul>') // 'Pay\n- Python & SQL'
 */
export function htmlText(html: string): string {
  const cut = html.slice(0, LONGEST_DESCRIPTION * 2);
  const source = /&lt;\/?[a-z]/i.test(cut) && !/<\/?[a-z]/i.test(cut) ? decodeEntities(cut) : cut;
  if (!source.includes('<') && !source.includes('&')) return source.trim().slice(0, LONGEST_DESCRIPTION);
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1;
      else if (name === 'li') parts.push('\n- ');
      else if (BLOCKS.has(name)) parts.push('\n');
    },
    ontext: (text) => {
      if (silent === 0) parts.push(text.replace(/\s+/g, ' '));
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (BLOCKS.has(name)) parts.push('\n');
    },
  });
  parser.end(source);
  const text = parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n');
  return text.trim().slice(0, LONGEST_DESCRIPTION);
}
