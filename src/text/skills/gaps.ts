/** What may stand between two words, as bits; a gap holds every bit that occurs in it. */
export const GAP = {
  space: 1,
  hyphen: 2,
  slash: 4,
  /** A full stop with a word right after it: `Node.js`. */
  dot: 8,
  apostrophe: 16,
  ampersand: 32,
  /** Comma, semicolon, vertical bar or a bullet within a line. */
  comma: 64,
  open: 128,
  close: 256,
  /** End of a sentence. */
  stop: 512,
  /** End of a line or of a block of HTML. */
  line: 1024,
  colon: 2048,
  plus: 4096,
  dash: 8192,
  other: 16384,
  at: 32768,
  /** The next word begins a list item. */
  bullet: 65536,
} as const;

/** How the words of a name hang together: `machine learning`, `Node.js`, `CI/CD`, `R&D`, `Raiser's`, `a, b`, `a - b`. */
export const JOIN = { space: 0, dot: 1, slash: 2, ampersand: 3, apostrophe: 4, comma: 5, dash: 6, none: 7 } as const;

/** How a gap joins its two words; `JOIN.none` when no name may reach over it. */
export function joinOf(gap: number): number {
  if (gap === GAP.space || gap === GAP.hyphen) return JOIN.space;
  switch (gap & ~GAP.space) {
    case GAP.dot:
      return gap === GAP.dot ? JOIN.dot : JOIN.none;
    case GAP.slash:
      return JOIN.slash;
    case GAP.ampersand:
      return JOIN.ampersand;
    case GAP.apostrophe:
      return gap === GAP.apostrophe ? JOIN.apostrophe : JOIN.none;
    case GAP.comma:
      return JOIN.comma;
    case GAP.dash:
      return JOIN.dash;
    default:
      return JOIN.none;
  }
}

/** Bits that end a sentence. */
export const SENTENCE_END = GAP.stop | GAP.line;
