/** The pay a text states. */
export { type ParsedPay, type PayStatement, parsePay } from './parse-pay.js';
