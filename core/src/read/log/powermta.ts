import type { ReasonId } from '@whybounce/knowledge';
import type { Kind, Reading } from '../../reading.ts';
import { CsvColumns, CsvRows, splitCsv } from '../../text/csv.ts';
import { isLocalAddress } from '../ip-address.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { readIsoTime } from './iso-time.ts';
import { LogScribe } from './log-scribe.ts';
import { bareAddress, enhancedStatus, ipOf, oneLine, replyCodeAt } from './refusal.ts';

/** The columns of an accounting file as PowerMTA writes them unless told otherwise. */
const DEFAULT_COLUMNS =
  'type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool';

const KINDS = new Map<string, Kind>([
  ['d', 'delivery'],
  ['b', 'bounce'],
  ['rb', 'bounce'],
  ['t', 'deferral'],
  ['tq', 'deferral'],
  ['f', 'complaint'],
  ['r', 'other'],
  ['rs', 'other'],
  ['p', 'other'],
]);
const ACTIONS = new Map<string, Kind>([
  ['failed', 'bounce'],
  ['delayed', 'deferral'],
  ['delivered', 'delivery'],
  ['relayed', 'delivery'],
]);
/** bounceCat, where its name leaves no doubt. `policy-related`, `other` and the like say nothing of the cause. */
const HINTS = new Map<string, ReasonId>([
  ['bad-mailbox', 'recipient.unknown'],
  ['bad-domain', 'recipient.domain-unknown'],
  ['inactive-mailbox', 'recipient.disabled'],
  ['quota-issues', 'recipient.over-quota'],
  ['spam-related', 'content.spam'],
  ['virus-related', 'content.virus'],
  ['policy-related', 'policy.generic'],
  ['relaying-issues', 'route.relay-denied'],
  ['protocol-errors', 'host.protocol'],
  ['no-answer-from-host', 'route.no-answer'],
  ['message-expired', 'route.expired'],
]);

/** Reads PowerMTA's accounting files (PowerMTA User's Guide, "Accounting"), with or without their header. */
class PowermtaReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #rows = new CsvRows();
  #columns = new CsvColumns(DEFAULT_COLUMNS.split(','));

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('powermta', options);
  }

  line(line: string, number: number): Reading | null {
    const row = this.#rows.push(line);
    if (row === null) return null;
    if (row[0] === 'type') {
      this.#columns = new CsvColumns(row);
      return null;
    }
    const type = this.#columns.get(row, 'type') ?? '';
    const action = this.#columns.get(row, 'dsnAction');
    const kind = type === 'rs' ? (ACTIONS.get(action ?? '') ?? 'other') : KINDS.get(type);
    return kind === undefined ? null : this.#read(row, type, kind, action, number);
  }

  end(): Reading[] {
    return [];
  }

  #read(row: string[], type: string, kind: Kind, action: string | null, number: number): Reading {
    const get = (...names: string[]) => this.#columns.get(row, ...names);
    const reading = this.#scribe.bare(kind, number);
    reading.recipient = bareAddress(get('rcpt'));
    const original = get('orcpt')?.replace(/^rfc822;/i, '') ?? null;
    if (original !== reading.recipient) reading.originalRecipient = bareAddress(original);
    reading.sender = bareAddress(get('orig'));
    reading.reportingMta = get('dsnReportingMta', 'reportingMta', 'srcMta')?.replace(/^dns;\s*/i, '') ?? null;
    // dsnMta: mx.example.org (192.0.2.7)
    const mta = /^(?:dns;\s*)?([^\s(]+)(?: \(([^)]+)\))?/.exec(get('dsnMta') ?? '');
    reading.remoteHost = mta?.[1] ?? null;
    reading.remoteIp = ipOf(mta?.[2]) ?? ipOf(get('dlvDestinationIp'));
    const source = ipOf(get('dlvSourceIp'));
    if (source !== null && !isLocalAddress(source)) reading.sendingMta = { host: null, ip: source };
    if (action !== null) reading.dsnAction = action;
    // dsnStatus: 5.1.1 (bad destination mailbox address)
    reading.enhancedStatus = enhancedStatus(get('dsnStatus')?.split(' ', 1)[0]);
    reading.diagnostic = oneLine(get('dsnDiag')?.replace(/^smtp;\s*/i, ''));
    reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
    if (type === 'rb' || type === 'rs') reading.stage = 'after-acceptance';
    reading.message.messageId = get('header_Message-Id');
    reading.message.subject = get('header_Subject');
    reading.message.from = get('header_From');
    reading.message.campaign = get('jobId');
    if (kind !== 'delivery') reading.hint = HINTS.get(get('bounceCat') ?? '') ?? null;
    if (type === 'f') reading.hint = 'notice.complaint';
    const time = get('timeLogged');
    reading.timestamp = time === null ? null : readIsoTime(time, this.#scribe.clock.offset);
    return reading;
  }
}

/** PowerMTA's accounting file. */
export const powermta: LogDialect = {
  dialect: 'powermta',
  layout: 'headed',
  programs: [],
  recognises(line: string): number {
    if (line.startsWith('type,time') && line.includes('rcpt')) return 1;
    if (!/^(?:d|b|t|tq|rb|rs|f|r|p),\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(line)) return 0;
    return splitCsv(line.slice(0, 4000)).length >= 8 ? 0.9 : 0.3;
  },
  create: (options) => new PowermtaReader(options),
};
