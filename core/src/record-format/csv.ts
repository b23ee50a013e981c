import type { BounceEvent } from '../event.ts';

/** Columns of the CSV output with where their values stand. */
const columns: readonly (readonly [string, (event: BounceEvent) => string | number | null])[] = [
  ['input', (event) => event.input],
  ['kind', (event) => event.kind],
  ['recipient', (event) => event.recipient],
  ['reason', (event) => event.diagnosis?.reason ?? null],
  ['action', (event) => event.diagnosis?.action.do ?? null],
  ['retry_after_seconds', (event) => event.diagnosis?.action.retryAfter ?? null],
  ['owner', (event) => event.diagnosis?.owner ?? null],
  ['permanence', (event) => event.diagnosis?.permanence ?? null],
  ['confidence', (event) => event.diagnosis?.confidence ?? null],
  ['provider', (event) => event.provider],
  ['remote_host', (event) => event.remoteMta.host],
  ['remote_ip', (event) => event.remoteMta.ip],
  ['stage', (event) => event.stage],
  ['reply_code', (event) => event.replyCode],
  ['enhanced_status', (event) => event.enhancedStatus],
  ['diagnostic', (event) => event.diagnostic],
  ['rule', (event) => event.diagnosis?.rule ?? null],
  ['blocklists', (event) => event.blocklists.join(' ')],
  ['timestamp', (event) => event.timestamp],
  ['sender', (event) => event.sender],
  ['message_id', (event) => event.message.messageId],
  ['subject', (event) => event.message.subject],
  ['campaign', (event) => event.message.campaign],
  ['format', (event) => event.format],
  ['dialect', (event) => event.dialect],
  ['warnings', (event) => event.warnings.map(({ code }) => code).join(' ')],
];

/** The header line. */
export function csvHeader(): string {
  return csvLine(columns.map(([name]) => name));
}

/** One event as a line. */
export function csvRow(event: BounceEvent): string {
  return csvLine(columns.map(([, value]) => value(event)));
}

/** Cells as a line of CSV (RFC 4180): every cell quoted. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Signs with which a spreadsheet begins a formula, full-width forms included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets skip NUL too
const formulaStart = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell that no spreadsheet runs: `=HYPERLINK(…)` in a bounce is text. */
function csvCell(value: string | number | null): string {
  if (value === null) return '""';
  if (typeof value === 'number') return `"${value}"`;
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
}
