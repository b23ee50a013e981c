import { formatIp, parseIp, unmapped } from '@whybounce/core/record';

/** Why a name looks like one that a provider gave out by the thousand. */
export interface GenericSigns {
  /**
   * - `access`: it says that a home or office connection is behind it;
   * - `rented`: it says that a machine for rent is behind it whose user gave it no name;
   * - `fixed`: it holds the address and says that it is a fixed one; `numbered`: it holds the address, and nothing else tells;
   * - `named`: nothing is generic about it.
   */
  readonly kind: 'access' | 'rented' | 'fixed' | 'numbered' | 'named';
  /** The parts that tell, as they stand in the name. */
  readonly parts: readonly string[];
}

/** Longest name that is looked at: what the DNS allows. */
const MAX_NAME = 253;

/**
 * Words of access networks. They count as whole words of a label only (`dyn-17`, `17.pool.example.net`), and
 * never in the registered domain: `dynamics.example` is somebody's own name.
 */
const ACCESS_WORDS: ReadonlySet<string> = new Set([
  ...[
    'dyn',
    'dynamic',
    'dynip',
    'dyndsl',
    'dynamicip',
    'dhcp',
    'ppp',
    'pppoe',
    'dial',
    'dialin',
    'dialup',
    'dip',
    'pool',
    'pools',
  ],
  ...[
    'dsl',
    'adsl',
    'vdsl',
    'sdsl',
    'xdsl',
    'cable',
    'catv',
    'cablemodem',
    'docsis',
    'ftth',
    'fttb',
    'fiber',
    'fibre',
    'gpon',
  ],
  ...[
    'broadband',
    'bband',
    'wireless',
    'wimax',
    'lte',
    'mobile',
    'gprs',
    'umts',
    'cpe',
    'residential',
    'customer',
    'cust',
    'client',
    'clients',
    'subscriber',
    'subs',
  ],
  ...['unassigned', 'unused', 'unknown', 'noreverse', 'nxdomain'],
]);
/** A fixed address is fit for mail, yet its name says nothing of whose it is. */
const FIXED_WORDS: ReadonlySet<string> = new Set(['static', 'staticip', 'fixed', 'stat', 'sta', 'biz', 'business']);
/** Machines for rent. */
const RENTED_WORDS: ReadonlySet<string> = new Set([
  ...[
    'vps',
    'vds',
    'vm',
    'vmi',
    'kvm',
    'server',
    'dedicated',
    'dedi',
    'ded',
    'cloud',
    'compute',
    'instance',
    'host',
    'hosted',
    'hosting',
    'colo',
    'ec2',
    'ip',
  ],
]);
/** Whoever names a machine for mail has set the name himself, or runs many that send mail for others. */
const MAIL_WORDS: ReadonlySet<string> = new Set([
  ...[
    'mail',
    'mails',
    'mx',
    'mta',
    'smtp',
    'out',
    'outbound',
    'relay',
    'email',
    'sender',
    'mailer',
    'mailout',
    'send',
    'bounce',
    'postfix',
    'exim',
    'zimbra',
    'exchange',
    'newsletter',
    'o',
    'mailgun',
    'sendgrid',
    'ses',
    'smtpout',
    'mailserver',
  ],
]);

/**
 * Judges a reverse name by what receivers judge it by: the digits of the address in it, and words of access
 * networks. Digits alone prove little: big senders number their machines by address too (`mta-192-0-2.example.net`).
 *
 * @param name in lower case without the final dot
 * @param ip the address whose name it is
 * @param organization the registered domain of the name, whose own words do not count; null where not known
 */
export function genericSigns(name: string, ip: string, organization: string | null): GenericSigns {
  const bare = name.slice(0, MAX_NAME);
  const isBelow = organization !== null && bare.endsWith(`.${organization}`);
  // a name that is a registered domain itself may still be a customer's below a shared one (`….compute-1.amazonaws.com`)
  const own = isBelow ? bare.slice(0, -organization.length - 1) : bare.replace(/\..*/, '');
  const words = own.split(/[.\-_]/).filter((word) => word !== '');
  // `dsl123`, `vps4711`, `mta2`: numbers at the end belong to the count, not to the word
  const stems = words.map((word) => ({ word, stem: word.replace(/\d+$/, '') }));
  const having = (set: ReadonlySet<string>) => stems.filter(({ stem, word }) => set.has(stem) || set.has(word));
  const [access, fixed, rented, mail] = [
    having(ACCESS_WORDS),
    having(FIXED_WORDS),
    having(RENTED_WORDS),
    having(MAIL_WORDS),
  ];
  const digits = addressIn(own, ip);
  const parts = [
    ...new Set([...(digits === null ? [] : [digits]), ...[...access, ...fixed, ...rented].map(({ word }) => word)]),
  ];
  if (digits !== null) {
    if (mail.length > 0 && access.length === 0) return NAMED;
    if (fixed.length > 0) return { kind: 'fixed', parts };
    if (access.length > 0) return { kind: 'access', parts };
    return { kind: rented.length > 0 ? 'rented' : 'numbered', parts };
  }
  if (mail.length > 0 || !isBelow) return NAMED;
  // a word and a count is a series; a word alone may be a name: `pool.example.net`, `client.example.net`
  if (access.length > 0 && /\d/.test(own)) return { kind: fixed.length > 0 ? 'fixed' : 'access', parts };
  return rented.some(({ word, stem }) => isCount(word, stem, own)) ? { kind: 'rented', parts } : NAMED;
}

const NAMED: GenericSigns = { kind: 'named', parts: [] };

/** Whether a word is one of thousands: `server1` is a name, `vps12345` and `vps-12345` are customers. */
function isCount(word: string, stem: string, name: string): boolean {
  if (stem === 'ip') return false;
  return /\d{3}/.test(word) || (word === stem && /(?:^|[.\-_])[a-z]{0,2}\d{4,}/.test(name));
}

/** The digits of the address as they stand in the name; null where it does not hold them. */
function addressIn(name: string, text: string): string | null {
  const parsed = parseIp(text);
  if (parsed === null) return null;
  const ip = unmapped(parsed);
  if (ip.family === 6) {
    // hexadecimal with or without separators; the last 48 bits are what tells customers apart
    const hex = name.replaceAll(/[.\-_]/g, '');
    const own = ip.value.toString(16).padStart(32, '0');
    return hex.includes(own) || hex.includes([...own].reverse().join('')) || hex.includes(own.slice(0, 20))
      ? name
      : null;
  }
  const octets = formatIp(ip).split('.');
  const padded = octets.map((octet) => octet.padStart(3, '0'));
  const hex = octets.map((octet) => Number(octet).toString(16).padStart(2, '0'));
  const between = '[.\\-_x]?';
  const orders = (list: readonly string[]) => [list, [...list].reverse()];
  const patterns = [
    ...orders(octets).map((list) => list.join('[.\\-_x]')),
    ...orders(padded).map((list) => list.join(between)),
    hex.join(between),
    // three of four, as the rest stands in the zone or is left out
    ...orders(octets).flatMap((list) => [list.slice(0, 3), list.slice(1)].map((three) => three.join('[.\\-_]'))),
  ];
  for (const pattern of patterns) {
    const found = new RegExp(`(?<![0-9])${pattern}(?![0-9])`).exec(name);
    if (found !== null) return found[0];
  }
  return null;
}
