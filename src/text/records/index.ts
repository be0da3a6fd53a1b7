/** Text that arrives in pieces, as lines and as records. */
export { CsvReader, type CsvRecord } from './csv-records.js';
export { decodeBytes } from './decode-bytes.js';
export { checkLength, LineSplitter, LONGEST_TEXT } from './text-lines.js';
