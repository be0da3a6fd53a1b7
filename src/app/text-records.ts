/** Readers of lines and records, for commands that answer texts. */
export { CsvReader, type CsvRecord, checkLength, decodeBytes, LineSplitter } from '../text/records/index.js';
