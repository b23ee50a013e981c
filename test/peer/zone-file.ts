import type { RecordData, RecordType, Zone } from '@whybounce/core/dns';

/** Seconds that every record lives. */
const TTL = 300;
const CHARACTER_STRING = 255;

/** How the data of each type stands in a zone file (RFC 1035 section 5.1). Keys and digests are Knot's to make. */
const write: { readonly [T in RecordType]?: (data: RecordData[T]) => string } = {
  A: (address) => address,
  AAAA: (address) => address,
  MX: ({ preference, exchange }) => `${preference} ${absolute(exchange)}`,
  TXT: text,
  SPF: text,
  CNAME: absolute,
  NS: absolute,
  PTR: absolute,
  SOA: (soa) =>
    `${absolute(soa.mname)} ${absolute(soa.rname)} ${soa.serial} ${soa.refresh} ${soa.retry} ${soa.expire} ${soa.minimum}`,
  TLSA: ({ usage, selector, matchingType, data }) => `${usage} ${selector} ${matchingType} ${data}`,
  CAA: ({ critical, tag, value }) => `${critical ? 128 : 0} ${tag} ${quoted(value)}`,
  SRV: ({ priority, weight, port, target }) => `${priority} ${weight} ${port} ${absolute(target)}`,
};

/**
 * Writes a zone file from the object that `ZoneDns` takes, so that a test can ask a zone in memory and a real
 * server for the same. Adds an SOA and an NS record where the zone has none. Throws for a status (a real server
 * cannot be told to fail), for DS and DNSKEY, and for a name outside the zone.
 *
 * @param zone its name, such as `example.com`
 */
export function zoneFile(zone: string, names: Zone): string {
  const apex = zone.toLowerCase();
  const own = Object.entries(names).find(([name]) => plain(name) === apex)?.[1];
  const has = (type: RecordType): boolean => typeof own === 'object' && own[type] !== undefined;
  const lines = [`$TTL ${TTL}`];
  if (!has('SOA')) lines.push(`${apex}. IN SOA ns.${apex}. hostmaster.${apex}. 1 3600 600 86400 60`);
  if (!has('NS')) lines.push(`${apex}. IN NS ns.${apex}.`);
  if (!has('NS') && !Object.keys(names).some((name) => plain(name) === `ns.${apex}`))
    lines.push(`ns.${apex}. IN A 127.0.0.1`);
  for (const [name, records] of Object.entries(names)) {
    const owner = plain(name);
    if (owner !== apex && !owner.endsWith(`.${apex}`)) throw new Error(`${name} does not stand in the zone ${zone}.`);
    if (typeof records === 'string') throw new Error(`${name}: a zone file cannot say "${records}".`);
    for (const [type, list] of Object.entries(records)) {
      if (typeof list === 'boolean') continue;
      if (typeof list === 'string') throw new Error(`${name} ${type}: a zone file cannot say "${list}".`);
      const writer = write[type as RecordType] as ((data: unknown) => string) | undefined;
      if (writer === undefined) throw new Error(`${name}: ${type} is not written into zone files here.`);
      for (const data of list) lines.push(`${absolute(owner)} IN ${type} ${writer(data)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function plain(name: string): string {
  return (name.endsWith('.') ? name.slice(0, -1) : name).toLowerCase();
}

function absolute(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

function text(strings: readonly string[] | string): string {
  if (typeof strings !== 'string') return strings.map(quoted).join(' ');
  const cut: string[] = [];
  for (let at = 0; at === 0 || at < strings.length; at += CHARACTER_STRING)
    cut.push(quoted(strings.slice(at, at + CHARACTER_STRING)));
  return cut.join(' ');
}

/** One UTF-16 unit is one octet; what does not print is written as `\DDD`. */
function quoted(octets: string): string {
  const escaped = octets.replace(/[^ -~]|["\\]/g, (octet) => {
    const code = octet.charCodeAt(0);
    if (code > 255) throw new Error(`"${octet}" is more than an octet.`);
    return code === 0x22 || code === 0x5c ? `\\${octet}` : `\\${String(code).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}
