import { dnsLists } from '@whybounce/knowledge/dns-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

const list = (zone: string) => {
  const found = dnsLists.find((one) => one.zone === zone);
  if (found === undefined) throw new Error(`no list ${zone}`);
  return found;
};
const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((numbers) => numbers.join('.'));
const anyList = fc.constantFrom(...dnsLists);

describe('what a list answers', () => {
  it.each([
    ['zen.spamhaus.org', ['127.0.0.2', '127.0.0.10'], 'listed', ['a known source of spam (SBL)', /^a range whose/]],
    ['zen.spamhaus.org', ['127.0.0.6'], 'listed', ['a hijacked or infected machine (XBL)']],
    ['zen.spamhaus.org', ['127.0.0.77'], 'unknown', [null]],
    ['zen.spamhaus.org', ['127.0.0.2', '127.0.0.77'], 'listed', ['a known source of spam (SBL)', null]],
    ['zen.spamhaus.org', ['127.255.255.254'], 'refused', [/public resolver/]],
    ['zen.spamhaus.org', ['127.255.255.9'], 'refused', ['an error, not a listing']],
    ['zen.spamhaus.org', ['127.0.0.1'], 'refused', ['this resolver is refused']],
    ['bl.spamcop.net', ['203.0.113.9'], 'refused', ['no answer that a list gives']],
    ['dbl.spamhaus.org', ['127.0.1.255'], 'refused', [/address was asked/]],
    ['dbl.spamhaus.org', ['127.0.1.103'], 'listed', [/redirector/]],
    ['zrd.spamhaus.org', ['127.0.2.7'], 'listed', ['first seen less than 7 hours ago']],
    ['zrd.spamhaus.org', ['127.0.2.25'], 'unknown', [null]],
    ['multi.surbl.org', ['127.0.0.24'], 'listed', ['phishing', 'malware']],
    ['multi.surbl.org', ['127.0.0.254'], 'listed', Array.from({ length: 6 }, () => /./)],
    ['multi.surbl.org', ['127.0.0.2'], 'unknown', [null]],
    ['multi.surbl.org', ['127.0.0.1'], 'refused', ['this resolver is refused']],
    ['multi.uribl.com', ['127.0.0.14'], 'listed', [/^black/, /^grey/, /^red/]],
    ['multi.uribl.com', ['127.0.1.2'], 'unknown', [null]],
    ['list.dnswl.org', ['127.0.5.2'], 'listed', ['trusted (network or service provider)']],
    ['list.dnswl.org', ['127.0.99.1'], 'listed', ['trusted a little']],
    ['list.dnswl.org', ['127.0.0.255'], 'refused', ['this resolver is blocked']],
    ['hostkarma.junkemailfilter.com', ['127.0.0.1'], 'known', [/^white/]],
    ['hostkarma.junkemailfilter.com', ['127.0.0.2'], 'listed', [/^black/]],
    ['hostkarma.junkemailfilter.com', ['127.0.0.3', '127.0.0.5'], 'known', [/^yellow/, /./]],
    ['bl.score.senderscore.com', ['127.0.0.1'], 'listed', [/./]],
    ['bl.mailspike.net', ['127.0.0.18'], 'known', [/neutral to excellent/]],
    ['rep.mailspike.net', ['127.0.0.20'], 'known', ['an excellent reputation']],
    ['dnsbl.dronebl.org', ['127.0.0.255'], 'listed', [/./]],
  ] as const)('%s %j: %s', (zone, addresses, says, meanings) => {
    const reading = readAnswer(list(zone), addresses);
    expect(reading.says).toBe(says);
    expect(reading.codes).toHaveLength(meanings.length);
    for (const [at, meaning] of meanings.entries())
      if (meaning instanceof RegExp) expect(reading.codes[at]?.meaning).toMatch(meaning);
      else expect(reading.codes[at]?.meaning).toBe(meaning);
  });

  it('is never a listing where one address is from 127.255.255.0/24', () => {
    fc.assert(
      fc.property(anyList, fc.array(address, { maxLength: 4 }), octet, fc.nat(4), (one, others, last, at) => {
        const addresses = others.toSpliced(at, 0, `127.255.255.${last}`);
        expect(readAnswer(one, addresses).says).toBe('refused');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never a listing where one address is outside 127.0.0.0/8', () => {
    fc.assert(
      fc.property(anyList, fc.array(address, { maxLength: 4 }), address, (one, others, odd) => {
        fc.pre(!odd.startsWith('127.'));
        expect(readAnswer(one, [...others, odd]).says).toBe('refused');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a listing for every code that a list is known to accuse with', () => {
    for (const one of dnsLists)
      if (one.decode === 'exact')
        for (const code of Object.keys(one.codes))
          expect(readAnswer(one, [code.replace(/-\d+$/, '')]).says, `${one.zone} ${code}`).toBe('listed');
  });
});
