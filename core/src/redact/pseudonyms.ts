import { canonicalHost, MAX_HOST, organisationOf, pseudonymTop } from './host-name.ts';
import {
  canonicalIpv4,
  ipv6At,
  ipv6OfNibbles,
  isNobody,
  isOctet,
  NIBBLES,
  nibblesOf,
  shortIpv6,
} from './ip-address.ts';
import { keptFrom } from './known-hosts.ts';

/** Local parts that every domain has (RFC 2142, RFC 5321 section 4.5.1) and that readers know reports by. */
const roles = new Set(
  'abuse hostmaster mailer-daemon mailerdaemon mail-daemon no-reply no_reply noreply postmaster'.split(' '),
);
/** Exchange's own sender of reports, alike at every tenant. */
const exchangeRole = /^microsoftexchange329e71ec88ae4615bbc36ab6ce41109e/;

/** Names that every machine has. */
const everybodysHosts = new Set(['localhost', 'localhost.localdomain', 'unknown', 'none']);

/** Labels of the DNS that say what a name is for (RFC 8552). */
const purpose =
  /^(?:\*|_(?:acme-challenge|adsp|autodiscover|bimi|dane|dmarc|domainkey|imaps?|mta-sts|pop3s?|report|smtp|spf|submissions?|tcp|tls|udp|\d{1,5}))$/;

/** The shapes in which logs must find a queue id again. */
const exim = /^[0-9A-Za-z]{6}-([0-9A-Za-z]{6,11})-([0-9A-Za-z]{2,4})$/;

/** Blocks from which addresses are handed out, in this order: how many each has, and the first. */
const ipv4Blocks: readonly (readonly [count: number, first: number])[] = [
  // 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24: documentation (RFC 5737)
  [254, 0xc0000201],
  [254, 0xc6336401],
  [254, 0xcb007101],
  // 198.18.0.0/15: benchmarks (RFC 2544)
  [131_070, 0xc6120001],
  // 240.0.0.0/4: reserved (RFC 1112); nobody's mail comes from there
  [268_435_454, 0xf0000001],
];

/**
 * Hands out pseudonyms: the same original has the same one, different originals have different ones, numbered as they
 * come. A pseudonym that turns up as an original is taken back, and its bearer gets another.
 */
export class Pseudonyms {
  readonly #keepHosts: ((host: string) => boolean) | undefined;
  /** Originals that look like pseudonyms, lower case. */
  readonly #occurring = new Set<string>();
  readonly #byOriginal = new Map<string, string>();
  /** For each pseudonym, lower case, the key of its original. */
  readonly #bearers = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  readonly #queueIds = new Set<string>();

  constructor(keepHosts: ((host: string) => boolean) | undefined) {
    this.#keepHosts = keepHosts;
  }

  /** Says that a text holds this very word as an original. */
  reserve(word: string): void {
    const lower = word.toLowerCase();
    if (this.#occurring.has(lower)) return;
    this.#occurring.add(lower);
    const key = this.#bearers.get(lower);
    if (key === undefined) return;
    this.#bearers.delete(lower);
    this.#byOriginal.delete(key);
  }

  /** Says that an id stands where a log has its queue ids: its pseudonym keeps a form that readers take for one. */
  noteQueueId(id: string): void {
    this.#queueIds.add(id);
  }

  user(local: string): string {
    const lower = local.toLowerCase();
    return roles.has(lower) || exchangeRole.test(lower) ? local : this.#numbered('user', lower);
  }

  address(local: string, domain: string): string {
    return `${local === '' ? '' : this.user(local)}@${this.host(domain)}`;
  }

  messageId(local: string, domain: string): string {
    return `${this.#numbered('id', `${local}@${canonicalHost(domain)}`)}@${this.host(domain)}`;
  }

  /** Of an id that is a number and must stay one: fifteen digits, which every reader of JSON holds exactly. */
  number(digits: string): string {
    return this.#made('number', digits, (n) => `9${String(n).padStart(14, '0')}`);
  }

  /** Of an id; `ID-1`, or in the form of a queue id. */
  id(id: string): string {
    const shape = exim.exec(id);
    if (shape !== null) {
      const [, middle = '', end = ''] = shape;
      return this.#made(
        'queue',
        id,
        (n) => `ID${String(n).padStart(4, '0')}-${'0'.repeat(middle.length)}-${'0'.repeat(end.length)}`,
      );
    }
    if (!this.#queueIds.has(id)) return this.#made('id', id, (n) => `ID-${n}`);
    if (id.length >= 16 && /^[0-9a-f]+$/.test(id))
      return this.#made('queue', id, (n) => `1d${String(n).padStart(14, '0')}`);
    return this.#made('queue', id, (n) => `ID${String(n).padStart(id.length < 10 ? 4 : 8, '0')}`);
  }

  /** Of a person or company. */
  name(name: string): string {
    return this.#made('name', name.toLowerCase(), (n) => `Name-${n}`);
  }

  /** Of a subject, list, campaign or input; a file keeps the extension that says what it is. */
  label(kind: 'subject' | 'list' | 'campaign' | 'file' | 'input', original: string): string {
    const extension = kind === 'file' || kind === 'input' ? (/\.[A-Za-z0-9]{1,8}$/.exec(original)?.[0] ?? '') : '';
    return `${this.#numbered(kind, original)}${extension}`;
  }

  ip(text: string): string {
    const ipv4 = canonicalIpv4(text);
    if (ipv4 !== null) return isNobody(ipv4) ? text : this.#ipv4(ipv4);
    const ipv6 = ipv6At(text, 0);
    if (ipv6 === null) return this.#ipv4(text);
    if (ipv6.mapped !== null) return isNobody(ipv6.mapped) ? text : `::ffff:${this.#ipv4(ipv6.mapped)}`;
    return isNobody(ipv6.canonical) ? text : shortIpv6(this.#ipv6(ipv6.canonical));
  }

  /** Of a host name or domain: what is below a known system's name, the host, and the organisation each by itself. */
  host(host: string): string {
    if (host.startsWith('[') && host.endsWith(']')) return this.#literal(host);
    const name = canonicalHost(host);
    if (name === '' || everybodysHosts.has(name) || this.#keepHosts?.(name) === true) return host;
    if (name.length > MAX_HOST) return this.#numbered('host', name);
    const ip = canonicalIpv4(name);
    if (ip !== null) return this.ip(ip);
    if (!name.includes('.')) return this.#numbered('host', name);
    const kept = keptFrom(name);
    if (kept === 0) return host;
    const reversed = this.#reversed(name);
    if (reversed !== null) return reversed;
    // the end that is kept is written as it was
    if (kept > 0) {
      const end = host.toLowerCase().startsWith(name) ? host.slice(kept) : name.slice(kept);
      return `${this.#below(name.slice(0, kept - 1), name)}.${end}`;
    }
    const organisation = organisationOf(name);
    const domain = `${this.domain(organisation)}.${pseudonymTop(organisation)}`;
    const end = host.endsWith('.') ? '.' : '';
    if (name === organisation) return `${domain}${end}`;
    return `${this.#below(name.slice(0, -organisation.length - 1), name)}.${domain}${end}`;
  }

  /** The first label of an organisation's pseudonym. */
  domain(organisation: string): string {
    return this.#numbered('domain', organisation);
  }

  /** The first label of a host's pseudonym. */
  machine(host: string): string {
    const dot = host.indexOf('.');
    return dot < 0 ? this.host(host) : (this.host(host).split('.')[0] ?? '');
  }

  /** `*` and labels such as `_dmarc` and `_domainkey` say what a name is for; the others are one pseudonym. */
  #below(labels: string, name: string): string {
    if (!labels.includes('_') && !labels.startsWith('*')) return this.#numbered('host', name);
    const said: string[] = [];
    for (const label of labels.split('.')) {
      if (purpose.test(label)) said.push(label);
      else if (said.at(-1)?.startsWith('host-') !== true) said.push(this.#numbered('host', name));
    }
    return said.join('.');
  }

  /** `7.2.0.192.zen.example.org`: the address before a blocklist's name, turned about as it is. */
  #reversed(name: string): string | null {
    const labels = name.split('.');
    const ipv6 = labels.length > NIBBLES + 1 ? ipv6OfNibbles(labels.slice(0, NIBBLES)) : null;
    if (ipv6 !== null) {
      const rest = this.host(labels.slice(NIBBLES).join('.'));
      return `${nibblesOf(isNobody(ipv6) ? ipv6 : this.#ipv6(ipv6))}.${rest}`;
    }
    if (labels.length < 6 || !labels.slice(0, 4).every(isOctet)) return null;
    const ip = this.ip(labels.slice(0, 4).reverse().join('.'));
    return `${ip.split('.').reverse().join('.')}.${this.host(labels.slice(4).join('.'))}`;
  }

  #literal(host: string): string {
    const inner = host.slice(1, -1);
    const tag = /^IPv6:/i.exec(inner)?.[0] ?? '';
    return `[${tag}${this.ip(inner.slice(tag.length))}]`;
  }

  #ipv4(original: string): string {
    return this.#made('ipv4', original, (n) => {
      let index = n - 1;
      for (const [count, first] of ipv4Blocks) {
        if (index < count) {
          const value = first + index;
          return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
        }
        index -= count;
      }
      return '240.0.0.1';
    });
  }

  #ipv6(canonical: string): string {
    return this.#made(
      'ipv6',
      canonical,
      (n) => `2001:db8:0:0:0:0:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`,
    );
  }

  #numbered(kind: string, original: string): string {
    return this.#made(kind, original, (n) => `${kind}-${n}`);
  }

  /** The pseudonym of an original, made from the next free number where it has none. */
  #made(kind: string, original: string, make: (n: number) => string): string {
    const key = `${kind}\0${original}`;
    const known = this.#byOriginal.get(key);
    if (known !== undefined) return known;
    for (let n = (this.#numbers.get(kind) ?? 0) + 1; ; n++) {
      const pseudonym = make(n);
      const lower = pseudonym.toLowerCase();
      if (this.#occurring.has(lower) || this.#bearers.has(lower)) continue;
      this.#numbers.set(kind, n);
      this.#byOriginal.set(key, pseudonym);
      this.#bearers.set(lower, key);
      return pseudonym;
    }
  }
}
