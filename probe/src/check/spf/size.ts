import type { DnsAnswer } from '@whybounce/core/dns';
import { parseSpf } from '@whybounce/core/record';
import { txtLine } from '../../dns/zone-line.ts';
import { counted } from '../../fact/list-words.ts';
import { type OneSpf, ofOneRecord } from '../../fact/spf.ts';
import { quotedTerm } from '../../fact/spf-words.ts';
import { defineCheck, fail, pass, type Verdict, warn } from '../define.ts';

/** Octets after which the answer may not fit into the oldest limit of a packet (RFC 7208 section 3.4). */
const LONG_RECORD = 450;
/** What resolvers without EDNS take over UDP (RFC 1035 section 4.2.1). */
const OLD_PACKET = 512;
/** What today's resolvers take over UDP (DNS flag day 2020); what is longer is asked again over TCP. */
const PACKET = 1232;
/** Header, question without its name, and the OPT record. */
const FRAME = 12 + 5 + 11;
/** Of each record: a pointer for its name, type, class, TTL and length. */
const RECORD_FRAME = 12;

export default defineCheck({
  id: 'spf.size',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'The SPF record is short enough for one answer',
  about:
    'All TXT records of a domain come in one DNS answer. Where they do not fit into one packet, receivers ask again over TCP, which some firewalls stop. A long record is entered as several strings, which are joined without a blank: a blank that is missing at the joint breaks a term.',
  remedy:
    'Remove TXT records and SPF terms that are no longer needed, or move part of the terms into a record of its own.',
  source: 'RFC 7208 sections 3.3 and 3.4',
  run: (context) =>
    ofOneRecord(context, (found) => {
      const { domain, answer, root, record, seen: whole } = found;
      const joint = lostBlank(found);
      if (joint !== null) return joint;
      const octets = answerSize(answer, domain);
      const { length } = record.text;
      const { records } = root.txt;
      const seen = [
        ...whole,
        { of: `Size of the answer for TXT ${domain}`, value: `${octets} octets, ${counted(records, 'record')}` },
      ];
      const others = answer.records.map((strings) => strings.join('')).filter((text) => text !== record.text);
      const fix = [
        others.length === 0
          ? ''
          : `Remove the TXT records of ${domain} that are no longer needed; it has ${others.length} beside SPF.`,
        length > LONG_RECORD
          ? `Move part of the SPF terms into a record of its own, such as _spf1.${domain}, and include that: it costs one DNS look-up.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
      if (octets > PACKET)
        return warn(
          `The TXT records of ${domain} make an answer of about ${octets} octets, and ${PACKET} fit into one packet: receivers have to ask again over TCP, and those that cannot see no SPF.`,
          { seen, fix },
        );
      if (length > LONG_RECORD)
        return warn(
          `The SPF record of ${domain} has ${length} octets. From ${LONG_RECORD} on its answer may not fit into a packet of ${OLD_PACKET}, the most that some old resolvers take.`,
          { seen, severity: 'low', fix },
        );
      if (octets > OLD_PACKET)
        return warn(
          `The ${counted(records, 'TXT record')} of ${domain} make an answer of about ${octets} octets, more than the ${OLD_PACKET} that some old resolvers take in one packet. The SPF record has ${length} of them.`,
          { seen, severity: 'low', fix },
        );
      return pass(`The SPF record of ${domain} has ${length} octets, and the whole answer about ${octets}.`, { seen });
    }),
});

function answerSize({ records }: DnsAnswer<'TXT'>, domain: string): number {
  const data = records.map((strings) => strings.reduce((sum, string) => sum + string.length + 1, RECORD_FRAME));
  return data.reduce((sum, size) => sum + size, FRAME + domain.length + 1);
}

/** Where a string begins as a term does, it was meant as the next term. */
const TERM_START = /^[-+~?]?(?:ip4:|ip6:|include:|exists:|redirect=|exp=|(?:a|mx|ptr)(?=[ :/]|$)|all(?= |$))/i;

/** A blank that was lost where the record's strings meet: `"… include:a.example" "include:b.example"`. */
function lostBlank({ domain, answer, record, seen: whole }: OneSpf): Verdict | null {
  const strings = answer.records.find((own) => own.join('') === record.text) ?? [];
  const parted = strings.map((string, at) => {
    const before = strings[at - 1] ?? '';
    const isLost = before !== '' && !before.endsWith(' ') && TERM_START.test(string) && isWhole(before);
    return isLost ? ` ${string}` : string;
  });
  const text = parted.join('');
  if (text === record.text) return null;
  const at = parted.findIndex((string, place) => string !== strings[place]);
  const joined = `${lastTerm(strings[at - 1] ?? '')}${firstTerm(strings[at] ?? '')}`;
  return fail(
    `The SPF record of ${domain} is entered as ${strings.length} strings, and where two of them meet a blank is missing: receivers read ${quotedTerm(joined)} as one term.`,
    {
      seen: [
        ...whole,
        { of: `Strings of the SPF record of ${domain}`, value: strings.map((string) => `"${string}"`).join('\n') },
      ],
      severity: 'critical',
      fix: `Put a blank at the end of the string before ${quotedTerm(firstTerm(strings[at] ?? ''))}, or enter the record as below.`,
      publish: txtLine(domain, text),
    },
  );
}

/** Whether a string ends with a whole term: a program that cuts every 255 octets cuts terms in two, and `a` can follow by chance. */
function isWhole(string: string): boolean {
  const last = lastTerm(string);
  return /^v=spf1$/i.test(last) || parseSpf(`v=spf1 ${last}`).valid;
}

function lastTerm(string: string): string {
  return string.slice(string.lastIndexOf(' ') + 1);
}

function firstTerm(string: string): string {
  return string.trimStart().split(' ', 1)[0] ?? '';
}
