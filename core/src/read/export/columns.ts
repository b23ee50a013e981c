import { plainName } from '../../text/csv.ts';
import { type ExportDialect, exportDialects } from './dialects.ts';
import { flagNames } from './flags.ts';
import type { Role } from './role.ts';

/**
 * Which column names mean what, in plain form (lower case, letters and digits only), the most telling first:
 * where a file has several of one role, they are asked in this order.
 */
const NAMES: Readonly<Record<Role, string>> = {
  recipient:
    'finalrecipient rawrcptto rcptto rcpt recipientemailaddress recipientaddress recipientemail recipient bouncedemailaddress bouncedemail bouncedaddress failedrecipient emailaddress email emailto toemail toaddress to contactemailaddress contactemail subscriberemailaddress subscriberemail subscriber memberemail useremail customeremail mailaddress mailadresse emailadresse empfanger empfangeradresse adresseemail adresseelectronique destinataire courriel correo correoelectronico destinatario indirizzoemail eaddress mail address メールアドレス 宛先 邮箱 收件人',
  originalRecipient: 'originalrecipient orcpt originalto',
  sender:
    'envelopesender envelopefrom mailfrom msgfrom returnpath bounceaddress senderaddress senderemail sender absender',
  from: 'fromaddress fromemail fromheader headerfrom friendlyfrom from frm',
  text: 'diagnosticcode diagnosticmessage diagnostic dsndiag smtpresponse smtpmessage smtpreply smtperror smtpbouncereason rawreason bouncemessage bouncereason bouncedreason bouncetext bouncedetails serverresponse remoteresponse mtaresponse ndrtext diag response reply errormessage errortext errordetail errordetails error failurereason rejectionreason statusmessage deliverystatusmessage hardbouncereason reason details detail message description grund fehlermeldung raison motivo エラー 原因',
  code: 'smtpcode smtperrorcode smtpreplycode replycode responsecode errorcode bouncecode code',
  status:
    'enhancedstatuscode enhancedstatus enhancedcode dsnstatus dsncode dsn smtpstatuscode smtpstatus statuscode status',
  event: 'eventtype event lastevent activitytype deliverystatus emailstatus laststatus sttext state dsnaction',
  class:
    'bouncesubcategory bouncesubtype bouncecategory bouncecat bounceclassification classification bouncetype bounceclassname suppressionreason suppressiontype recipientstate messagecategory category severity type',
  classNumber: 'bounceclass bgtoolscode',
  bouncedAt:
    'bouncedat bouncedate datebounced bouncetime bouncedtime bouncedon lastbouncedate hardbouncedat softbouncedat cleantime',
  time: 'timestamp eventtimestamp eventdate eventtime eventcaptureddt activitydate tsepoch occurredat createdat created createdtime datetime time date suppressedat lastupdatetime lasteventat lastupdated updatedat ts processed datum zeit fecha data 日時 日期',
  subject: 'subject emailsubject mailsubject messagesubject mailingsubject sub betreff',
  campaign:
    'campaignname campaigntitle campaign cleancampaigntitle unsubcampaigntitle mailingname emailname broadcast broadcastname marketingcampaignname assetname campaignid mailingid sendid jobid launchid tag tags',
  messageId: 'internetmessageid messageidheader smtpid messageid msgid sgmessageid recvmessageid mid',
  host: 'remotehost remotemta mxhost mx dsnmta',
  reportingMta: 'reportingmta',
};

/** Columns that speak of bounces by their name alone. Others (`status`, `type`, `message`) stand in any list of people. */
const TELLING =
  /^(?:.*bounce.*|smtp.*|dsn.*|diag.*|.*suppression.*|event|eventtype|lastevent|reason|rawreason|response|serverresponse|reply|replycode|responsecode|error.*|enhanced.*|failurereason|rejectionreason|deliverystatus|recipientstate|portal.*|bgtoolscode|cleantime|sttext|fehlermeldung|エラー)$/;
/** Of those, columns that are about a bounce but hold none of its words. */
const UNTOLD = /(?:id|count|number|rate|by|at|on|date|time|url)$/;
const MAX_NAME = 80;
const NOTHING = /^(?:null|n\/a|undefined|\(null\)|none|-)$/i;
const LONGEST_NOTHING = 'undefined'.length;
/** Behind every name that is known. */
const LAST = 1_000;
const EVIDENCE: readonly Role[] = ['text', 'code', 'status', 'event', 'class', 'classNumber', 'bouncedAt'];

const roleOf = new Map<string, { role: Role; rank: number }>();
for (const [role, names] of Object.entries(NAMES)) {
  for (const [rank, name] of names.split(' ').entries()) roleOf.set(plainName(name), { role: role as Role, rank });
}

/** What the columns of an export mean. */
export class ExportColumns {
  readonly width: number;
  readonly dialect: ExportDialect | null;
  /** The places of columns that say yes or no to one outcome, with their plain names. */
  readonly flags: readonly { readonly place: number; readonly name: string }[];
  readonly #places = new Map<Role, number[]>();
  readonly #names: readonly string[];

  constructor(header: readonly string[]) {
    const names = header.map((name) => plainName(name.length > MAX_NAME ? '' : name));
    this.#names = names;
    this.width = header.length;
    this.dialect = dialectOf(new Set(names));
    const own = this.dialect?.roles ?? {};
    const found: { role: Role; rank: number; place: number }[] = [];
    for (const [place, name] of names.entries()) {
      const known = Object.hasOwn(own, name)
        ? { role: own[name] ?? null, rank: -1 }
        : (roleOf.get(name) ?? guessed(name));
      if (known !== null && known.role !== null) found.push({ role: known.role, rank: known.rank, place });
    }
    found.sort((a, b) => a.rank - b.rank || a.place - b.place);
    for (const { role, place } of found) this.#places.set(role, [...(this.#places.get(role) ?? []), place]);
    this.flags = names.flatMap((name, place) => (flagNames.has(name) ? [{ place, name }] : []));
  }

  /** Whether the header is one of an export of bounces: an address, and something that speaks of a failure. */
  get isExport(): boolean {
    if (this.dialect !== null) return true;
    if (this.width < 2 || !this.#places.has('recipient')) return false;
    const told = [...this.#evidence, ...this.flags.map(({ place }) => place)];
    return told.some((place) => TELLING.test(this.#names[place] ?? '')) || (this.has('code') && this.has('text'));
  }

  /** Whether there is any column from which to learn what happened. */
  get tellsAnything(): boolean {
    return this.dialect !== null || this.#evidence.length > 0 || this.flags.length > 0;
  }

  get #evidence(): number[] {
    return EVIDENCE.flatMap((role) => this.#places.get(role) ?? []);
  }

  /** Whether these are addresses that are not sent to any more, each for a reason of the past. */
  get isSuppressionList(): boolean {
    return this.dialect?.isSuppressionList ?? this.#names.some((name) => name.startsWith('suppress'));
  }

  /** Whether a row is the header once more, as where files were put together. */
  isHeader(row: readonly string[]): boolean {
    return (
      row.length === this.width && row.every((cell, place) => plainName(cell.slice(0, MAX_NAME)) === this.#names[place])
    );
  }

  /**
   * A row that has more fields than there are columns, with the surplus put into the column of free text: there
   * delimiters stand most often that should have been quoted. Null where that gives no row with an address.
   */
  rejoined(row: readonly string[], delimiter: string): string[] | null {
    const place = this.#places.get('text')?.[0];
    if (place === undefined) return null;
    const end = place + 1 + row.length - this.width;
    const joined = [...row.slice(0, place), row.slice(place, end).join(delimiter), ...row.slice(end)];
    return this.cell(joined, 'recipient')?.includes('@') ? joined : null;
  }

  /** The cells of a role that are not empty, the most telling first. `row` as {@link cleanCell} leaves it. */
  cells(row: readonly string[], role: Role): string[] {
    const places = this.#places.get(role);
    return places === undefined ? [] : places.map((place) => row[place] ?? '').filter((cell) => cell !== '');
  }

  cell(row: readonly string[], role: Role): string | null {
    const place = this.#places.get(role)?.find((one) => (row[one] ?? '') !== '');
    return place === undefined ? null : (row[place] ?? null);
  }

  /** Whether the file has such a column. */
  has(role: Role): boolean {
    return this.#places.has(role);
  }
}

/** `bouncegrund`: a name that nobody knows but that speaks of bounces is taken for their words. */
function guessed(name: string): { role: Role; rank: number } | null {
  return TELLING.test(name) && !UNTOLD.test(name) && !flagNames.has(name) ? { role: 'text', rank: LAST } : null;
}

/** Without the signs by which spreadsheets keep a text from being a formula, and without words for nothing. */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  const bare = /^['=]/.test(trimmed) ? trimmed.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[=+@-])/, '') : trimmed;
  return bare.length <= LONGEST_NOTHING && NOTHING.test(bare) ? '' : bare;
}

/** The dialect whose signature is longest among those that the header holds whole. */
function dialectOf(names: ReadonlySet<string>): ExportDialect | null {
  let best: ExportDialect | null = null;
  let length = 0;
  for (const dialect of exportDialects) {
    const signature = dialect.signature.split(' ');
    if (signature.length > length && signature.every((name) => names.has(name))) {
      best = dialect;
      length = signature.length;
    }
  }
  return best;
}
