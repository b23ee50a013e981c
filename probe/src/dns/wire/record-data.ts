import type { RecordData, RecordType } from '@whybounce/core/dns';
import ipaddr from 'ipaddr.js';
import { MalformedMessage } from './malformed.ts';
import { readName } from './name.ts';

/** Data of one record in its message: names in it may point anywhere before. */
class DataReader {
  readonly #message: Buffer;
  readonly #end: number;
  #at: number;

  constructor(message: Buffer, start: number, end: number) {
    this.#message = message;
    this.#at = start;
    this.#end = end;
  }

  octets(count: number): Buffer {
    if (this.#at + count > this.#end) throw new MalformedMessage('a record is shorter than its type');
    this.#at += count;
    return this.#message.subarray(this.#at - count, this.#at);
  }

  number(octets: 1 | 2 | 4): number {
    return this.octets(octets).readUIntBE(0, octets);
  }

  name(): string {
    const { name, end } = readName(this.#message, this.#at);
    if (end > this.#end) throw new MalformedMessage('a record is shorter than its type');
    this.#at = end;
    return name;
  }

  /** A length octet and so many octets (RFC 1035 section 3.3), each as one UTF-16 unit. */
  string(): string {
    return this.octets(this.number(1)).toString('latin1');
  }

  /** What is left. */
  rest(): Buffer {
    return this.octets(this.#end - this.#at);
  }

  get atEnd(): boolean {
    return this.#at === this.#end;
  }
}

const name = (data: DataReader): string => data.name();

/** Character-strings up to the end; there is at least one (RFC 1035 section 3.3.14). */
function strings(data: DataReader): readonly string[] {
  const read = [data.string()];
  while (!data.atEnd) read.push(data.string());
  return read;
}

/** By type; the order of the calls is that of the fields. */
const readers: { readonly [T in RecordType]: (data: DataReader) => RecordData[T] } = {
  A: (data) => data.octets(4).join('.'),
  AAAA: (data) => new ipaddr.IPv6([...data.octets(16)]).toRFC5952String(),
  MX: (data) => ({ preference: data.number(2), exchange: data.name() }),
  TXT: strings,
  SPF: strings,
  CNAME: name,
  NS: name,
  PTR: name,
  SOA: (data) => ({
    mname: data.name(),
    rname: data.name(),
    serial: data.number(4),
    refresh: data.number(4),
    retry: data.number(4),
    expire: data.number(4),
    minimum: data.number(4),
  }),
  // RFC 6698 section 2.1
  TLSA: (data) => ({
    usage: data.number(1),
    selector: data.number(1),
    matchingType: data.number(1),
    data: data.rest().toString('hex'),
  }),
  // RFC 8659 section 4.1; tags match without regard to case
  CAA: (data) => ({
    critical: (data.number(1) & 0x80) !== 0,
    tag: data.string().toLowerCase(),
    value: data.rest().toString('latin1'),
  }),
  // RFC 4034 sections 5.1 and 2.1: digest and key are no matter to anybody here
  DS: (data) => {
    const read = { keyTag: data.number(2), algorithm: data.number(1), digestType: data.number(1) };
    data.rest();
    return read;
  },
  DNSKEY: (data) => {
    const flags = data.number(2);
    data.number(1);
    const algorithm = data.number(1);
    data.rest();
    return { flags, algorithm };
  },
  // RFC 2782
  SRV: (data) => ({
    priority: data.number(2),
    weight: data.number(2),
    port: data.number(2),
    target: data.name(),
  }),
};

/** Reads the data of a record that stands in `message` from `start` to `end`. Throws MalformedMessage. */
export function readRecordData<T extends RecordType>(
  type: T,
  message: Buffer,
  start: number,
  end: number,
): RecordData[T] {
  const data = new DataReader(message, start, end);
  const read = readers[type](data);
  if (!data.atEnd) throw new MalformedMessage(`a record of type ${type} is longer than its type`);
  return read;
}
