/** What a reader of an output sees or hears. */

const SPOKEN_ATTRIBUTES = ['aria-label', 'aria-description', 'title', 'alt', 'content'] as const;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? entity;
  });
}

/** Whether an output is HTML or SVG rather than plain text or Markdown. */
export function isMarkup(output: string): boolean {
  return /^\s*(?:<\?xml|<!doctype|<html|<svg|<article|<section|<figure|<div|<main)\b/i.test(output);
}

/** A `meta` element is read for what it says of the page, not for the size of its viewport. */
function spokenAttributes(tag: string): string {
  if (/^<meta\b/i.test(tag) && !/(?:name|property)="(?:description|[a-z]+:(?:title|description))"/i.test(tag))
    return '';
  return SPOKEN_ATTRIBUTES.flatMap((name) => {
    const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
    return match === null ? [] : [match[1] ?? match[2] ?? ''];
  }).join(' ');
}

/**
 * The text of an output without escape sequences; of markup without styles, scripts, comments and tags,
 * without the digest of a file, whose digits count nothing, but with what is read aloud. Breaks between elements become line feeds.
 */
export function visibleText(output: string): string {
  if (!isMarkup(output)) return output.replace(/\u001b\[[0-9;]*m/g, '');
  const text = output
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<code class="digest">[0-9a-z:]*<\/code>/g, ' ')
    .replace(/<!doctype[^>]*>/gi, ' ')
    .replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, (tag) => `\n${spokenAttributes(tag)}\n`);
  return decodeEntities(text);
}
