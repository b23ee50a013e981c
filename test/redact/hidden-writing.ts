import type { Chance } from './random.ts';

/** A way to write an address so that it does not look like one. */
type Writing = (local: string, domain: string, chance: Chance) => string;

const quotedPrintable = (text: string): string => text.replaceAll('@', '=40').replaceAll('.', '=2E');

/** Ways in which addresses stand in mails, logs and web addresses beside the plain one. */
const writings: readonly Writing[] = [
  (local, domain) => `${local}@${domain}`,
  (local, domain) => `<${local}@${domain}>`,
  (local, domain) => `rfc822;${local}@${domain}`,
  (local, domain) => `"${local}"@${domain}`,
  (local, domain) => `${local}(home)@${domain}`,
  (local, domain) => `[${local}@${domain}]`,
  (local, domain) => `'${local}@${domain}'`,
  (local, domain) => `${local}%40${domain}`,
  (local, domain) => `https://click.${domain}/u?e=${local}%40${domain}&x=1`,
  (local, domain) => `${local}=40${domain}`,
  (local, domain) => `to=3D${local}@${domain}`,
  (local, domain) => quotedPrintable(`${local}@${domain}`),
  (local, domain, chance) => {
    const address = `${local}@${domain}`;
    const cut = chance.between(2, address.length - 2);
    return `${address.slice(0, cut)}=\r\n${address.slice(cut)}`;
  },
  (local, domain) => `bounces+${local}=${domain}@lists.kestmunholm.net`,
  (local, domain) => `news-bounces-${local}=${domain}@lists.kestmunholm.net`,
  (local, domain, chance) => `SRS0=${chance.signs('ABCDEF0123', 4)}=XY=${domain}=${local}@fwd.kestmunholm.net`,
  (local, domain) => `SRS1=abcd=first.kestmunholm.net==Hx=XY=${domain}=${local}@fwd.kestmunholm.net`,
  (local, domain, chance) => `prvs=${chance.signs('0123456789', 10)}=${local}@${domain}`,
  (local, domain) => `ORCPT=rfc822;${local.replaceAll('+', '+2B')}@${domain}`,
  (local, domain) => `${local} (at) ${domain.replaceAll('.', ' (dot) ')}`,
  (local, domain) => `${local}[at]${domain.replaceAll('.', '[dot]')}`,
  (local, domain) => `${local} @ ${domain}`,
  (local, domain) => `${local}&#64;${domain}`,
  (local, domain) => `&lt;${local}&commat;${domain}&gt;`,
  (local, domain) => `${local}\\u0040${domain}`,
  (local, domain) => `${local}＠${domain}`,
  (local, domain) => `${local.slice(0, 2)}\u200b${local.slice(2)}@\u200b${domain}`,
  (local, domain) => `${local}\\@${domain.replaceAll('.', '\\.')}`,
  (local, domain) => `${local}%${domain}@relay.kestmunholm.net`,
  (local, domain) => `@relay.kestmunholm.net:${local}@${domain}`,
  (local, domain) => `mailto:${local}@${domain}?subject=x`,
  (local, domain) => `宛先${local}@${domain}は`,
  (local, domain) => `smtp.mailfrom=${local}@${domain};`,
  (local, domain) => `SMTP:${local.toUpperCase()}@${domain.toUpperCase()}`,
];

/** Writes an address in one of those ways. */
export function hiddenAddress(chance: Chance, local: string, domain: string): string {
  return chance.of(writings)(local, domain, chance);
}

/** Writes an IPv4 address in one of the ways in which it stands in texts. */
export function hiddenIp(chance: Chance, ip: string): string {
  return chance.of([
    ip,
    `[${ip}]`,
    `(${ip}:25)`,
    `::ffff:${ip}`,
    `${ip.split('.').reverse().join('.')}.zen.spamhaus.org`,
    `${ip.split('.').reverse().join('.')}.in-addr.arpa`,
    `static-${ip.replaceAll('.', '-')}.isp.kestmunholm.net`,
    `https://www.spamhaus.org/query/ip/${ip}`,
    `X-Originating-IP: [${ip}]`,
    `ip=${ip};`,
  ]);
}
