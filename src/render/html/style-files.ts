/** The files of `web/` that make the style sheet of every page, in the order in which they are joined. */
export const STYLE_FILES: readonly string[] = [
  'tokens.css',
  'page.css',
  'report.css',
  'report-findings.css',
  'report-use.css',
  'charts.css',
  'charts-band.css',
  'charts-rows.css',
  'charts-fan.css',
  'charts-tiles.css',
  'compare.css',
  'islands.css',
  'print.css',
];

/** Files of `web/` that only the pages of a site need: no report stands on them. */
export const SITE_STYLE_FILES: readonly string[] = ['site.css', 'documents.css'];
