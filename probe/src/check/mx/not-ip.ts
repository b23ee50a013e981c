import { isIP } from 'node:net';
import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { listed } from '../../fact/list-words.ts';
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
  async run({ subject, dns }) {
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
        fix: `Name the mail server, as below for ${exchange}.`,
        publish: [
          zoneLine(`mail.${domain}`, isIP(ip) === 6 ? 'AAAA' : 'A', ip),
          zoneLine(domain, 'MX', `${preference} mail.${domain}.`),
        ].join('\n'),
      },
    );
  },
});

/** The address that was meant; DNS panels hang the domain on what has no final dot: `192.0.2.1.example.com`. */
function addressIn(exchange: string, domain: string): string | null {
  const bare = exchange.replace(/^\[(?:ipv6:)?(.*)\]$/i, '$1');
  const candidates = [bare, bare.endsWith(`.${domain}`) ? bare.slice(0, -domain.length - 1) : bare];
  return candidates.find((text) => isIP(text) !== 0) ?? null;
}
