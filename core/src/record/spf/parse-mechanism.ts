import { bitsOf, type Cidr, cidrOf, formatCidr, formatIp, type IpAddress, parseIp } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import type { Span } from '../span.ts';
import { parseDomainSpec } from './domain-spec.ts';
import type { MacroString } from './macro-string.ts';
import { asNumbers, type MechanismName, mechanismNames, type Qualifier, type SpfMechanism } from './record.ts';
import type { Report } from './report.ts';

const prefix4 = /^(?:0|[1-9]\d?)$/;
const prefix6 = /^(?:0|[1-9]\d{0,2})$/;
const dualCidr = /(?:\/(\d+))?(?:\/\/(\d+))?$/;

/**
 * Reads a mechanism with its qualifier (RFC 7208 section 5).
 *
 * @param start where the term stands in the record
 * @returns null where it breaks the grammar: what and where is reported
 */
export function parseMechanism(text: string, start: number, report: Report): SpfMechanism | null {
  const qualified = '+-~?'.includes(text.charAt(0));
  const at = qualified ? 1 : 0;
  const colon = text.indexOf(':');
  const slash = text.indexOf('/');
  const end = colon === -1 || (slash !== -1 && slash < colon) ? slash : colon;
  const name = text.slice(at, end === -1 ? undefined : end).toLowerCase();
  const place = { text, start, rest: at + name.length, report };
  if (!isMechanism(name)) {
    reportUnknown(name, place);
    return null;
  }
  const argument = argumentOf(name, place);
  if (argument === null) return null;
  const { domain = null, network = null, prefix4 = null, prefix6 = null, cidr } = argument;
  const span: Span = [start, start + text.length];
  const qualifier = qualified ? (text.charAt(0) as Qualifier) : '+';
  const term = { kind: 'mechanism', text, span, name, qualifier, domain, network, prefix4, prefix6 } as const;
  return cidr === undefined ? term : { ...term, [asNumbers]: cidr };
}

function isMechanism(name: string): name is MechanismName {
  return (mechanismNames as readonly string[]).includes(name);
}

type Argument = Partial<Pick<SpfMechanism, 'domain' | 'network' | 'prefix4' | 'prefix6'>> & { readonly cidr?: Cidr };

interface Place {
  readonly text: string;
  readonly start: number;
  /** Where in the term its name ends. */
  readonly rest: number;
  readonly report: Report;
}

function argumentOf(name: MechanismName, place: Place): Argument | null {
  const { text, rest, report } = place;
  const written = text.slice(rest);
  switch (name) {
    case 'all': {
      if (written === '') return {};
      const says = `${quoted(text)} has ${quoted(written)} after all, which takes nothing.`;
      report('all-with-value', spanOf(place), says, `Write ${text.slice(0, rest)}.`, 'RFC 7208 section 5.1');
      return null;
    }
    case 'include':
    case 'exists':
    case 'ptr': {
      if (name === 'ptr' && written === '') return {};
      const source = `RFC 7208 section ${name === 'include' ? '5.2' : name === 'exists' ? '5.7' : '5.5'}`;
      if (written === '') {
        report(
          'missing-domain',
          spanOf(place),
          `${quoted(text)} names no domain.`,
          `Write ${name}: and the domain.`,
          source,
        );
        return null;
      }
      const prefix = prefixStart(written);
      if (prefix !== -1 || written.startsWith('/')) {
        const says = `${quoted(text)} has a prefix length, which ${name} does not take.`;
        report(
          'prefix-not-allowed',
          spanOf(place, Math.max(prefix, 0)),
          says,
          'Remove what begins with the slash.',
          source,
        );
        return null;
      }
      return domainArgument(place, written);
    }
    case 'a':
    case 'mx':
      return hostArgument(place, name);
    case 'ip4':
    case 'ip6':
      return addressArgument(place, name);
  }
}

function spanOf({ start, text, rest }: Place, offset = 0): [number, number] {
  return [start + rest + offset, Math.max(start + text.length, start + rest + offset)];
}

/** Where the slashes and digits begin in which a text ends; -1 where it does not. */
function prefixStart(written: string): number {
  let at = written.length;
  while (at > 0 && '0123456789/'.includes(written.charAt(at - 1))) at -= 1;
  return written.indexOf('/', at);
}

function domainArgument({ text, start, rest, report }: Place, written: string): { domain: MacroString } | null {
  const domain = parseDomainSpec(written.slice(1), start + rest + 1, text, report);
  return domain && { domain };
}

function hostArgument(place: Place, name: 'a' | 'mx'): Argument | null {
  const written = place.text.slice(place.rest);
  const tail = dualCidr.exec(written);
  const [cidr = '', four, six] = tail ?? [];
  const host = written.slice(0, written.length - cidr.length);
  const source = name === 'a' ? 'RFC 7208 section 5.3' : 'RFC 7208 section 5.4';
  if (host.startsWith('/')) {
    const says = `${quoted(place.text)} has no proper prefix length after ${name}.`;
    const fix = `Write ${name}/24 for IPv4, ${name}//64 for IPv6, ${name}/24//64 for both.`;
    place.report('bad-prefix', spanOf(place), says, fix, source);
    return null;
  }
  const lengths = [prefixOf(four, 4, place, source), prefixOf(six, 6, place, source)] as const;
  const domain = host === '' ? { domain: null } : domainArgument(place, host);
  if (domain === null || lengths[0] === false || lengths[1] === false) return null;
  return { ...domain, prefix4: lengths[0], prefix6: lengths[1] };
}

/** @returns null where none is written, false where it is none */
function prefixOf(digits: string | undefined, family: 4 | 6, place: Place, source: string): number | null | false {
  if (digits === undefined) return null;
  const bits = bitsOf(family);
  if ((family === 4 ? prefix4 : prefix6).test(digits) && Number(digits) <= bits) return Number(digits);
  const end = family === 6 ? place.text.length : place.text.indexOf(`/${digits}`, place.rest) + 1 + digits.length;
  const says = `${quoted(digits)} in ${quoted(place.text)} is no prefix length of IPv${family}.`;
  const fix = `Write a number from 0 to ${bits}, without zeros before it.`;
  place.report('bad-prefix', [place.start + end - digits.length, place.start + end], says, fix, source);
  return false;
}

const examples = { 4: 'ip4:192.0.2.1 or ip4:192.0.2.0/24', 6: 'ip6:2001:db8::1 or ip6:2001:db8::/32' } as const;

function addressArgument(place: Place, name: 'ip4' | 'ip6'): Argument | null {
  const { text, start, rest, report } = place;
  const source = 'RFC 7208 section 5.6';
  const family = name === 'ip4' ? 4 : 6;
  const example = examples[family];
  const written = text.slice(rest);
  if (!written.startsWith(':') || written.length === 1) {
    report('missing-address', spanOf(place), `${quoted(text)} gives no address.`, `Write ${example}.`, source);
    return null;
  }
  const slash = written.indexOf('/');
  const address = written.slice(1, slash === -1 ? undefined : slash);
  const ip = parseIp(address);
  if (ip === null) {
    const says = `${quoted(address)} in ${quoted(text)} is no IPv${family} address.`;
    report('bad-address', [start + rest + 1, start + rest + 1 + address.length], says, `Write ${example}.`, source);
    return null;
  }
  if (ip.family !== family) {
    const says = `${quoted(text)} gives ${name} an IPv${ip.family} address.`;
    report(
      'address-family',
      [start + rest + 1, start + rest + 1 + address.length],
      says,
      `Write ip${ip.family}:${text.slice(rest + 1)}.`,
      source,
    );
    return null;
  }
  const digits = slash === -1 ? null : written.slice(slash + 1);
  const prefix = digits === null ? bitsOf(family) : networkPrefix(digits, ip, place, rest + slash + 1, source);
  if (prefix === null) return null;
  const cidr = cidrOf(ip, prefix);
  // IPv4 has one way to be written: where it begins the range, it is what would come out
  const isCanonical = family === 4 && cidr.first === ip.value && (digits === null || prefix < bitsOf(family));
  return { network: isCanonical ? written.slice(1) : formatCidr(cidr), cidr };
}

function networkPrefix(digits: string, ip: IpAddress, place: Place, at: number, source: string): number | null {
  const bits = bitsOf(ip.family);
  if ((ip.family === 4 ? prefix4 : prefix6).test(digits) && Number(digits) <= bits) return Number(digits);
  const says = `${quoted(digits)} in ${quoted(place.text)} is no prefix length of IPv${ip.family}.`;
  const fix = `Write a number from 0 to ${bits}, as in ip${ip.family}:${formatIp(ip)}/${ip.family === 4 ? 24 : 64}.`;
  place.report('bad-prefix', [place.start + at, place.start + place.text.length], says, fix, source);
  return null;
}

function reportUnknown(name: string, { text, start, report }: Place): void {
  const span = [start, start + text.length] as const;
  if (/^[^:/]*=/.test(text)) {
    const says = `${quoted(text)} is no modifier: a name of letters, digits, ".", "-" and "_" must stand before the equals sign and begin with a letter.`;
    report('bad-modifier-name', span, says, 'Correct the name, or remove the term.', 'RFC 7208 section 4.6.1');
    return;
  }
  const says = `${quoted(text)} is no mechanism: SPF knows ${mechanismNames.join(', ')}.`;
  const fix =
    name === 'redirect' || name === 'exp' ? `Write ${name}= with an equals sign.` : 'Correct the term, or remove it.';
  report('unknown-mechanism', span, says, fix, 'RFC 7208 section 4.6.1');
}
