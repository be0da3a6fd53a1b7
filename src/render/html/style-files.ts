/** The files of `web/` that make the style sheet of every page, in the order in which they are joined. */
export const STYLE_FILES: readonly string[] = [
  'tokens.css',
  'page.css',
  'report.css',
  'charts.css',
  'site.css',
  'print.css',
];
