import { describe, expect, it } from 'vitest';
import { explainSpf } from './explain.ts';
import { parseSpf } from './parse.ts';

const explain = (text: string) => explainSpf(parseSpf(text), 'example.com');

describe('a record in plain words', () => {
  it.each([
    ['ip4:192.0.2.0/24', 'Mail from 192.0.2.0/24 (256 addresses) is allowed.'],
    ['-ip4:192.0.2.1', 'Mail from 192.0.2.1 is to be rejected.'],
    ['ip6:2001:db8::/32', 'Mail from 2001:db8::/32 (about 2^96 addresses) is allowed.'],
    ['ip4:0.0.0.0/0', 'Mail from every IPv4 address is allowed.'],
    ['a', 'Mail from the addresses of example.com is allowed.'],
    [
      '~a:mail.example.net/28',
      'Mail from the addresses of mail.example.net, with the /28 around each IPv4 address, is suspicious.',
    ],
    ['mx', 'Mail from the mail servers of example.com is allowed.'],
    ['include:_spf.example.net', 'Mail from servers that the SPF record of _spf.example.net allows is allowed.'],
    [
      '?include:%{d2}._spf.example.net',
      'Mail from servers that the SPF record of the name "%{d2}._spf.example.net", filled in from the message allows is neither allowed nor forbidden.',
    ],
    ['ptr', 'Mail from servers whose address has a name in example.com is allowed.'],
    [
      'exists:%{i}.x.example',
      'Mail for which the DNS has an address at the name "%{i}.x.example", filled in from the address of the client, is allowed.',
    ],
    ['redirect=a.example', 'For everything that no other term decides, the SPF record of a.example decides.'],
    ['exp=a.example', 'Who is rejected may be told the text that stands at a.example.'],
    ['foo=bar', '"foo=bar" means nothing to SPF and is ignored.'],
    [
      'ipv4:192.0.2.1',
      '"ipv4:192.0.2.1" cannot be read, and makes the whole record invalid. "ip4:192.0.2.1" seems to be meant.',
    ],
  ])('%s', (term, says) => {
    expect(explain(`v=spf1 ${term}`).parts).toEqual([{ term, span: [7, 7 + term.length], says }]);
  });

  it('is summed up', () => {
    expect(
      explain('v=spf1 ip4:192.0.2.0/24 mx include:a.example include:b.example ~all include:late.example').says,
    ).toEqual([
      'May send as example.com: 192.0.2.0/24 (256 addresses); the mail servers of example.com; whoever is allowed by a.example, b.example.',
      'Mail from all other servers is suspicious.',
      'The record itself needs 3 of the ten DNS look-ups; what it includes needs more.',
    ]);
    expect(explain('v=spf1 -all').says).toEqual([
      'No server is allowed to send as example.com.',
      'Mail from every server is to be rejected.',
    ]);
    expect(explain('v=spf1 +all').says).toEqual(['Mail from every server is allowed.']);
    expect(explain('v=spf1 redirect=a.example').says).toEqual([
      'For everything that no other term decides, the SPF record of a.example decides.',
      'The record itself needs 1 of the ten DNS look-ups; what it includes needs more.',
    ]);
    expect(explain('v=spf1 moo mx').says[0]).toBe(
      'The record breaks the grammar, so that receivers treat it as an error (permerror).',
    );
  });
});
