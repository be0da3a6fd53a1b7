/** What other programs import. */

export { type Market, openMarket } from './app/market.js';
export type { ReportRequest } from './app/question.js';
export { answerReport } from './app/report.js';
export { GoingRateError, MarketError, UsageError } from './core/errors.js';
export type { Evidence, Finding, Quantity } from './core/finding.js';
export { renderHtml } from './render/html/report.js';
export { renderJson } from './render/json/render-json.js';
export { renderTerminal } from './render/terminal/render-terminal.js';
export type { Report } from './report/model.js';
