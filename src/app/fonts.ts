/** The fonts of the pages: a serif for titles, a sans with tabular figures for text, both from their packages. */

interface FontFile {
  readonly family: string;
  readonly weight: number;
  /** File name under which a site keeps it. */
  readonly name: string;
  /** Where the package has it. */
  readonly module: string;
  /** Characters for which browsers load it. */
  readonly range: string;
  /** Whether nearly every page needs it. */
  readonly isUsual: boolean;
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

function face(family: string, slug: string, weight: number): FontFile[] {
  return [
    ['latin', LATIN],
    ['latin-ext', LATIN_EXTENDED],
  ].map(([subset, range]) => ({
    family,
    weight,
    name: `${slug}-${subset}-${weight}.woff2`,
    module: `@fontsource/${slug}/files/${slug}-${subset}-${weight}-normal.woff2`,
    range: range as string,
    isUsual: subset === 'latin',
  }));
}

export const FONT_FILES: readonly FontFile[] = [
  ...face('Inter', 'inter', 400),
  ...face('Inter', 'inter', 600),
  ...face('Source Serif 4', 'source-serif-4', 400),
  ...face('Source Serif 4', 'source-serif-4', 600),
];

/**
 * The style rules that name the fonts. A font that is not there at once waits for the next page: text never moves under
 * the reader. A server's pages ask for the usual ones first, so that they are there in time.
 *
 * @param paths of the files, relative to the style sheet, in the order of `FONT_FILES`
 */
export function fontFaces(paths: readonly string[]): string {
  return FONT_FILES.map(
    ({ family, weight, range }, index) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:optional;src:url(${paths[index]}) format("woff2");unicode-range:${range}}`,
  ).join('\n');
}
