/** What other programs import. The text engines alone, for a browser: `goingrate/text`. */

export { locateHome } from './app/home.js';
export { type Market, type MarketOptions, openMarket } from './app/market.js';
export type { ReportRequest } from './app/question.js';
export { answerReport } from './app/report.js';
export {
  buildSkillIndex,
  type ClassifyTitle,
  classifyTitle,
  extractSkills,
  openTextEngines,
  parsePay,
  readSkillMentions,
  readTitleModel,
  type SkillEngine,
  type TextEngines,
} from './app/text-engines.js';
export { GoingRateError, MarketError, UsageError } from './core/errors.js';
export type { Evidence, Finding, Quantity } from './core/finding.js';
export { renderHtml } from './render/html/report.js';
export { renderJson } from './render/json/render-json.js';
export { renderTerminal } from './render/terminal/render-terminal.js';
export { type ComparisonOptions, compareReports } from './report/comparison.js';
export type {
  ComparedCell,
  ComparedDifference,
  ComparedFigure,
  ComparedMeasure,
  ComparedQuestion,
  ComparedReport,
  Comparison,
} from './report/comparison-model.js';
export type { Report } from './report/model.js';
