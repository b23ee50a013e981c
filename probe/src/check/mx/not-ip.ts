import { isIP } from 'node:net';
import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { addressIn } from '../../fact/address-literal.ts';
import { listed } from '../../fact/list-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'mx.not_ip',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'MX records hold names, not addresses',
  about:
    'An MX record that holds an IP address leads nowhere: senders look the address up as if it were a name and find nothing.',
  remedy: 'Give the mail server a name with an address record, and write that name into the MX record.',
  source: 'RFC 5321 section 5.1',
  async run(context) {
    const { subject, dns } = context;
    const domain = subject.domain as string;
    const answer = await dns.query(domain, 'MX');
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`The MX records of ${domain} could not be read: ${whyUnknown(answer)}.`, { seen });
    if (answer.records.length === 0) return notApplicable(`${domain} has no MX record.`, { seen });
    const literal = answer.records.filter(({ exchange }) => addressIn(exchange, domain) !== null);
    if (literal.length === 0) return pass(`The MX records of ${domain} hold names.`, { seen });
    const [{ preference, exchange }] = literal as [(typeof literal)[number]];
    const ip = addressIn(exchange, domain) as string;
    return fail(
      `${listed(literal.map((record) => `"MX ${record.preference} ${record.exchange}"`))} of ${domain} ${literal.length === 1 ? 'holds' : 'hold'} an address where a name must stand: senders find no mail server there.`,
      {
        seen,
        severity: literal.length === answer.records.length ? 'critical' : 'high',
        ...howToName(domain, ip, preference, await nameFor(context, domain, ip)),
      },
    );
  },
});

/** Names that mail servers usually have; each is one look-up. */
const USUAL_NAMES = ['mail', 'mx', 'mx1'] as const;

interface HostName {
  readonly name: string;
  /** Whether it leads to the address already. */
  readonly leads: boolean;
}

/**
 * A name for the machine at an address: one that leads there already, else one that nothing else has. What exists must
 * not be given a second meaning.
 *
 * @returns null where none of the usual names is known to be free
 */
async function nameFor({ dns }: CheckContext, domain: string, ip: string): Promise<HostName | null> {
  const answers = await Promise.all(
    USUAL_NAMES.map((label) => dns.query(`${label}.${domain}`, isIP(ip) === 6 ? 'AAAA' : 'A')),
  );
  const own = answers.find(({ records }) => records.length === 1 && records[0] === ip);
  const free = answers.find(({ status, chain }) => status === 'no-domain' && chain.length === 0);
  const found = own ?? free;
  return found === undefined ? null : { name: found.name, leads: found === own };
}

function howToName(
  domain: string,
  ip: string,
  preference: number,
  host: HostName | null,
): { readonly fix: string; readonly publish?: string } {
  if (host === null)
    return {
      fix: `Choose a name of ${domain} that is not taken, publish an address record for ${ip}, and write that name into the MX record.`,
    };
  const mx = zoneLine(domain, 'MX', `${preference} ${host.name}.`);
  if (host.leads)
    return {
      fix: `Replace the MX record of ${ip} by the one below: ${host.name} leads to ${ip} already.`,
      publish: mx,
    };
  return {
    fix: `Name the mail server at ${ip}, as below: ${host.name} is a name that is not taken. Replace the MX record of ${ip}.`,
    publish: [zoneLine(host.name, isIP(ip) === 6 ? 'AAAA' : 'A', ip), mx].join('\n'),
  };
}
