/** Events as records of a file: a line of CSV, a line of JSON. */
export { csvHeader, csvLine, csvRow } from './csv.ts';
export { EventJson } from './event-json.ts';
