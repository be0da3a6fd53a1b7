let lastCompact: { styles: string; compact: string } | null = null;

/** A style sheet without comments, indentation and needless spaces, and unable to end its element. */
export function compactStyles(styles: string): string {
  if (lastCompact?.styles !== styles) {
    const compact = styles
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(/\r?\n/)
      .map((line) => compactLine(line.trim()))
      .join('\n')
      .replace(/([{};,(])\n+/g, '$1')
      .replace(/;}/g, '}')
      .replace(/\n+(?=[)}])/g, '')
      .replace(/<\//g, '<\\/')
      .trim();
    lastCompact = { styles, compact };
  }
  return lastCompact.compact;
}

/** A line of the formatted sheet: `color: red;` or `.name {`. Texts in quotation marks keep their spaces. */
function compactLine(line: string): string {
  return line.replace(/^([\w-]+): /, '$1:').replace(/ \{$/, '{');
}
