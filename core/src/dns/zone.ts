import type { DnsAnswer, DnsClient, DnsStatus, QueryOptions, RecordData, RecordType } from './answer.ts';

/** The records of one name by type; a status instead of records is what a question for them gets. */
export type ZoneName = {
  readonly [T in RecordType]?: readonly ZoneRecord<T>[] | DnsStatus;
} & { readonly authenticated?: boolean };

/** A TXT record may be written as one string: it is cut into character-strings of 255 octets. */
type ZoneRecord<T extends RecordType> = T extends 'TXT' | 'SPF' ? RecordData[T] | string : RecordData[T];

/** Names in any case, with or without the final dot; `*.example.com` stands for all names below (RFC 4592). */
export type Zone = Readonly<Record<string, ZoneName | DnsStatus>>;

/** Longest chain of CNAMEs that is followed: what resolvers allow. */
const MAX_CHAIN = 8;
const CHARACTER_STRING = 255;
/** Seconds that every answer of a zone in memory holds. */
const TTL = 300;

/** Who answers otherwise than the resolver does. */
export interface ZoneViews {
  /** What a server says that is asked itself, by address; of one that is not named no answer comes. */
  readonly servers?: Readonly<Record<string, Zone>> | undefined;
  /** What the resolver says where it is told not to check signatures; absent: the same. */
  readonly unchecked?: Zone | undefined;
}

/** The DNS of a zone in memory: for tests, and for what is not published yet. */
export class ZoneDns implements DnsClient {
  readonly #names = new Map<string, ZoneName | DnsStatus>();
  readonly #servers = new Map<string, ZoneDns>();
  readonly #unchecked: ZoneDns | null;
  /** Every question so far, as `TYPE name`, with `@address` where one server was asked and `+cd` where nothing was to be checked. */
  readonly asked: string[] = [];

  constructor(zone: Zone, { servers = {}, unchecked }: ZoneViews = {}) {
    for (const [name, records] of Object.entries(zone)) this.#names.set(normalName(name), records);
    for (const [address, own] of Object.entries(servers)) this.#servers.set(address, new ZoneDns(own));
    this.#unchecked = unchecked === undefined ? null : new ZoneDns(unchecked);
  }

  async query<T extends RecordType>(
    name: string,
    type: T,
    { server, checkingDisabled = false }: QueryOptions = {},
  ): Promise<DnsAnswer<T>> {
    const asked = normalName(name);
    const how = `${server === undefined ? '' : ` @${server}`}${checkingDisabled ? ' +cd' : ''}`;
    this.asked.push(`${type} ${asked}${how}`);
    if (server !== undefined)
      return this.#servers.get(server)?.query(asked, type) ?? new ZoneDns({ [asked]: 'timeout' }).query(asked, type);
    return checkingDisabled && this.#unchecked !== null
      ? this.#unchecked.query(asked, type)
      : this.#answer(asked, type);
  }

  #answer<T extends RecordType>(asked: string, type: T): DnsAnswer<T> {
    const chain: string[] = [];
    let authenticated = true;
    let at = asked;
    for (;;) {
      const records = this.#find(at);
      const say = (status: DnsStatus, found: readonly RecordData[T][] = []): DnsAnswer<T> => ({
        name: asked,
        type,
        status,
        records: found,
        ttl: TTL,
        authenticated,
        chain,
        server: null,
        detail: null,
      });
      if (records === undefined) {
        authenticated = false;
        return say(this.#hasBelow(at) ? 'no-data' : 'no-domain');
      }
      authenticated &&= typeof records !== 'string' && records.authenticated === true;
      if (typeof records === 'string') return say(records);
      const own = records[type] as readonly ZoneRecord<T>[] | DnsStatus | undefined;
      if (typeof own === 'string') {
        authenticated = false;
        return say(own);
      }
      if (own !== undefined && own.length > 0)
        return say(
          'found',
          own.map((record) => plain(type, record)),
        );
      const [alias] = records.CNAME === undefined || typeof records.CNAME === 'string' ? [] : records.CNAME;
      if (alias === undefined) return say('no-data');
      if (chain.length === MAX_CHAIN) return say('servfail');
      at = normalName(alias);
      chain.push(at);
    }
  }

  #find(name: string): ZoneName | DnsStatus | undefined {
    const own = this.#names.get(name);
    if (own !== undefined || this.#hasBelow(name)) return own;
    // the closest encloser alone lends its wildcard (RFC 4592 section 3.3.1)
    let rest = name;
    while (rest.includes('.')) {
      rest = rest.slice(rest.indexOf('.') + 1);
      const wildcard = this.#names.get(`*.${rest}`);
      if (wildcard !== undefined || this.#names.has(rest) || this.#hasBelow(rest)) return wildcard;
    }
    return undefined;
  }

  #hasBelow(name: string): boolean {
    for (const other of this.#names.keys()) if (other.endsWith(`.${name}`)) return true;
    return false;
  }
}

/** The live DNS as it would be with other records at some names: what a check asks before anything is published. */
export class OverlayDns implements DnsClient {
  readonly #base: DnsClient;
  readonly #zone: ZoneDns;
  readonly #changed: ReadonlySet<string>;

  /** @param changes by name; a type that is named there replaces the live records of that type, the others stay */
  constructor(base: DnsClient, changes: Zone) {
    this.#base = base;
    this.#zone = new ZoneDns(changes);
    this.#changed = new Set(
      Object.entries(changes).flatMap(([name, records]) =>
        typeof records === 'string' ? [] : Object.keys(records).map((type) => `${type} ${normalName(name)}`),
      ),
    );
  }

  query<T extends RecordType>(name: string, type: T, options: QueryOptions = {}): Promise<DnsAnswer<T>> {
    // what is not published yet no server of the zone has: the change is what all of them would say
    return this.#changed.has(`${type} ${normalName(name)}`)
      ? this.#zone.query(name, type)
      : this.#base.query(name, type, options);
  }
}

function plain<T extends RecordType>(type: T, record: ZoneRecord<T>): RecordData[T] {
  if ((type === 'TXT' || type === 'SPF') && typeof record === 'string') {
    const strings: string[] = [];
    for (let at = 0; at === 0 || at < record.length; at += CHARACTER_STRING)
      strings.push(record.slice(at, at + CHARACTER_STRING));
    return strings as unknown as RecordData[T];
  }
  return record as RecordData[T];
}

/** A name as answers hold it: lower case, without the final dot. */
export function normalName(name: string): string {
  const bare = name.endsWith('.') && name !== '.' ? name.slice(0, -1) : name;
  return bare.toLowerCase();
}
