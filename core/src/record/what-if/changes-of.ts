import { isAtLeast } from '../../check/index.ts';
import { normalName, type RecordData, type Zone } from '../../dns/index.ts';
import { lintDmarc, parseDmarc } from '../dmarc/index.ts';
import { parseIp } from '../ip/index.ts';
import { parseSpf, selectSpf } from '../spf/index.ts';
import { logicalLines, readStrings, readZoneLine, type ZoneLine } from './zone-lines.ts';

/** A record that somebody means to publish. */
export interface ProposedRecord {
  /** In lower case without the final dot. */
  readonly name: string;
  readonly type: 'TXT' | 'A' | 'AAAA' | 'MX' | 'CNAME';
  /** Of TXT its strings joined, else the data as it is written. */
  readonly text: string;
  readonly kind: 'spf' | 'dmarc' | 'dkim' | 'other';
}

/** What is to be published, or what is wrong with how it was written. */
export type ProposedChanges =
  | {
      readonly error: null;
      /** For `whatIf`: the records that would stand at each name, in the place of all of their type. */
      readonly zone: Zone;
      readonly records: readonly ProposedRecord[];
      /** How it was understood where that is not plain, and what is wrong with it, as sentences. */
      readonly notes: readonly string[];
    }
  | {
      /** What is wrong and what to write, as sentences. */
      readonly error: string;
    };

/** A pasted text: longer is no record of a person, and every line is looked at. */
const MAX_TEXT = 100_000;
const MAX_LINES = 200;
const MAX_NAME = 253;
const LABEL = /^(?:\*|[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)$/;
/** Octets of one character-string (RFC 1035 section 3.3). */
const MAX_STRING = 255;

/** Thrown inside alone: something that cannot be read. */
class Unreadable extends Error {}

/**
 * Reads what somebody means to publish: an SPF or DMARC record as it is, or lines of a zone file
 * (`selector1._domainkey IN TXT "v=DKIM1; p=…"`, also `A`, `AAAA`, `MX` and `CNAME`), one record a line.
 *
 * @param domain whose records they are, in A-labels; names without a final dot count below it
 */
export function changesOf(domain: string, recordText: string): ProposedChanges {
  try {
    return new Reader(normalName(domain.trim())).read(recordText);
  } catch (error) {
    if (error instanceof Unreadable) return { error: error.message };
    throw error;
  }
}

class Reader {
  readonly #domain: string;
  readonly #records: ProposedRecord[] = [];
  readonly #zone = new Map<string, Partial<Record<ProposedRecord['type'], unknown[]>>>();
  readonly #notes = new Set<string>();
  #last: string;

  constructor(domain: string) {
    this.#domain = domain;
    this.#last = domain;
  }

  read(text: string): ProposedChanges {
    if (text.length > MAX_TEXT)
      throw new Unreadable(
        `The text has ${text.length} characters: give the records that change, at most ${MAX_TEXT}.`,
      );
    const lines = logicalLines(text).filter((line) => line.trim() !== '' && !/^\s*(?:;|#|\/\/|\$TTL\b)/i.test(line));
    if (lines.length === 0)
      throw new Unreadable(`Write the record that you mean to publish for ${this.#domain}, such as: v=spf1 mx -all`);
    if (lines.length > MAX_LINES)
      throw new Unreadable(`The text has ${lines.length} lines: give the records that change, at most ${MAX_LINES}.`);
    for (const line of lines) this.#line(line);
    if (this.#records.length === 0) throw new Unreadable([...this.#notes].join(' '));
    return {
      error: null,
      zone: Object.fromEntries(this.#zone) as Zone,
      records: this.#records,
      notes: [...this.#notes],
    };
  }

  #line(line: string): void {
    const parts = readZoneLine(line);
    if (parts !== null) this.#zoneLine(parts);
    else this.#bare(line.trim());
  }

  /** A record without a name: what it is says where it belongs. */
  #bare(line: string): void {
    const read = readStrings(line);
    const text = read?.strings.join('') ?? line.replace(/^"+|"+$/g, '');
    if (/^v=spf1(?: |$)/i.test(text)) this.#text(this.#domain, text, [text]);
    else if (/^v\s*=\s*DMARC1\b/i.test(text)) this.#text(`_dmarc.${this.#domain}`, text, [text]);
    else throw this.#notUnderstood(line, text);
  }

  #notUnderstood(line: string, text: string): Unreadable {
    if (/^(?:v\s*=\s*DKIM1\b|k\s*=\s*(?:rsa|ed25519)\b|p\s*=\s*MI)/i.test(text))
      return new Unreadable(
        `A DKIM key stands under its selector, which the record itself does not tell. Write the whole line: selector1._domainkey.${this.#domain}. IN TXT "${shown(text)}"`,
      );
    if (/^p\s*=\s*(?:none|quarantine|reject)\b/i.test(text))
      return new Unreadable(`A DMARC record begins with its version. Write: v=DMARC1; ${shown(text)}`);
    const [miss] = selectSpf([[text]]).nearMisses;
    if (miss !== undefined)
      return new Unreadable(
        `${miss.finding.says} ${miss.meant === null ? (miss.finding.fix ?? '') : `Write: ${shown(miss.meant)}`}`.trim(),
      );
    return new Unreadable(
      `"${shown(line)}" is neither an SPF nor a DMARC record, nor a line of a zone file. Write for example: v=spf1 mx -all, or: _dmarc.${this.#domain}. IN TXT "v=DMARC1; p=none"`,
    );
  }

  #zoneLine({ name: written, type, data: raw }: ZoneLine): void {
    const name = written === null ? this.#last : this.#name(written);
    this.#last = name;
    if (type === 'TXT') {
      this.#txt(name, raw);
      return;
    }
    const data = raw.replace(/\s*;.*$/s, '');
    switch (type) {
      case 'A':
      case 'AAAA':
        this.#add(name, type, data, addressOf(type, data));
        return;
      case 'CNAME':
        this.#add(name, 'CNAME', data, this.#name(data));
        return;
      case 'MX':
        this.#add(name, 'MX', data, this.#mx(data));
        return;
      case 'SPF':
        throw new Unreadable(
          `Nobody asks for records of type SPF any more (RFC 7208 section 3.1). Write: ${name}. IN TXT ${shown(data)}`,
        );
      default:
        this.#notes.add(`Records of type ${type}, as ${name} has, change nothing for SPF, DKIM and DMARC: left out.`);
    }
  }

  #mx(data: string): RecordData['MX'] {
    const [preference = '', exchange = '', ...more] = data.split(/\s+/);
    if (!/^\d{1,5}$/.test(preference) || Number(preference) > 65_535 || exchange === '' || more.length > 0)
      throw new Unreadable(
        `"${shown(data)}" is no data for a record of type MX: write a number and a name, such as: 10 mail.${this.#domain}.`,
      );
    return { preference: Number(preference), exchange: exchange === '.' ? '.' : this.#name(exchange) };
  }

  #txt(name: string, data: string): void {
    const read = readStrings(data);
    if (read === null)
      throw new Unreadable(
        `The text of the TXT record at ${name} begins with a quotation mark that is never closed: put one at its end.`,
      );
    const { strings, quoted } = read;
    if (!quoted)
      this.#notes.add(
        `In a zone file, put the text of the TXT record at ${name} in quotation marks: else each blank and ";" parts it.`,
      );
    for (const { length } of strings)
      if (length > MAX_STRING && quoted)
        this.#notes.add(
          `The TXT record at ${name} has a string of ${length} characters and one holds ${MAX_STRING}: in a zone file, write it as several strings.`,
        );
    this.#text(name, strings.join(''), strings);
  }

  #text(name: string, text: string, strings: readonly string[]): void {
    const kind = this.#kindOf(name, text);
    if (kind === 'spf') {
      this.#notes.add(`It is taken to stand in the place of the SPF record that ${name} has now.`);
      const fault = parseSpf(text).findings.find(({ severity }) => severity === 'critical');
      if (fault !== undefined) this.#notes.add(fault.says);
    }
    if (kind === 'dmarc') {
      const fault = lintDmarc(parseDmarc(text)).find(({ severity }) => isAtLeast(severity, 'high'));
      if (fault !== undefined) this.#notes.add(fault.says);
    }
    if (kind === 'dmarc' && !name.startsWith('_dmarc.'))
      this.#notes.add(`Receivers do not look for a DMARC record at ${name}, but at _dmarc.${name}.`);
    const octets = strings.flatMap((string) => cut(octetsOf(string)));
    this.#add(name, 'TXT', text, octets, kind);
  }

  #kindOf(name: string, text: string): ProposedRecord['kind'] {
    if (/^v=spf1(?: |$)/i.test(text)) return 'spf';
    if (/^v\s*=\s*DMARC1\b/i.test(text)) return 'dmarc';
    return name.includes('._domainkey.') ? 'dkim' : 'other';
  }

  #add(
    name: string,
    type: ProposedRecord['type'],
    text: string,
    data: unknown,
    kind: ProposedRecord['kind'] = name.includes('._domainkey.') ? 'dkim' : 'other',
  ): void {
    this.#records.push({ name, type, text, kind });
    const own = this.#zone.get(name) ?? {};
    own[type] = [...(own[type] ?? []), data];
    this.#zone.set(name, own);
  }

  /** `@` is the domain; what has no final dot stands below it, unless it names it already. */
  #name(written: string): string {
    const lower = written.toLowerCase();
    if (lower === '@') return this.#domain;
    const plain = normalName(lower);
    const isWhole = lower.endsWith('.') || plain === this.#domain || plain.endsWith(`.${this.#domain}`);
    const name = isWhole ? plain : `${plain}.${this.#domain}`;
    if (!isWhole && plain.includes('.') && !plain.includes('_'))
      this.#notes.add(`"${shown(written)}" has no final dot and is taken for ${name}, as in a zone file.`);
    if (name.length > MAX_NAME || !name.split('.').every((label) => LABEL.test(label)))
      throw new Unreadable(
        `"${shown(written)}" is no name of a record: write one such as _dmarc.${this.#domain}. in its ASCII form.`,
      );
    return name;
  }
}

function cut(text: string): string[] {
  const strings: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += MAX_STRING) strings.push(text.slice(at, at + MAX_STRING));
  return strings;
}

/** One character per octet, as answers of the DNS come. */
function octetsOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (octet) => String.fromCharCode(octet)).join('');
}

function addressOf(type: 'A' | 'AAAA', data: string): string {
  if (parseIp(data)?.family === (type === 'A' ? 4 : 6)) return data.toLowerCase();
  throw new Unreadable(
    `"${shown(data)}" is no address for a record of type ${type}: write one such as ${type === 'A' ? '192.0.2.1' : '2001:db8::1'}.`,
  );
}

/** Somebody's text within a sentence: short, and without what would steer a terminal. */
function shown(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
