import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneDns } from '../../dns/index.ts';
import { changesOf, type ProposedChanges } from './changes-of.ts';

function read(text: string, domain = 'example.com'): Extract<ProposedChanges, { error: null }> {
  const found = changesOf(domain, text);
  if (found.error !== null) throw new Error(found.error);
  return found;
}

/** What the zone has, as `name type data`. */
async function published(text: string): Promise<string[]> {
  const { zone, records } = read(text);
  const dns = new ZoneDns(zone);
  const names = [...new Set(records.map(({ name, type }) => `${type} ${name}`))];
  const answers = await Promise.all(
    names.map((key) => {
      const [type = '', name = ''] = key.split(' ');
      return dns.query(name, type as 'TXT');
    }),
  );
  return answers.flatMap(({ name, type, records: all }) =>
    all.map(
      (data) =>
        `${name} ${type} ${Array.isArray(data) ? data.join('') : typeof data === 'object' ? Object.values(data).join(' ') : data}`,
    ),
  );
}

describe('what is to be published', () => {
  it.each([
    ['v=spf1 mx -all', ['example.com TXT v=spf1 mx -all']],
    ['  "v=spf1 mx -all"  ', ['example.com TXT v=spf1 mx -all']],
    ['"v=spf1 mx " "-all"', ['example.com TXT v=spf1 mx -all']],
    [
      'v=DMARC1; p=reject; rua=mailto:a@example.com',
      ['_dmarc.example.com TXT v=DMARC1; p=reject; rua=mailto:a@example.com'],
    ],
    ['v=spf1 -all\n\nv=DMARC1; p=reject', ['example.com TXT v=spf1 -all', '_dmarc.example.com TXT v=DMARC1; p=reject']],
    ['example.com. IN TXT "v=spf1 -all"', ['example.com TXT v=spf1 -all']],
    ['@ 3600 IN TXT "v=spf1 -all" ; ours', ['example.com TXT v=spf1 -all']],
    ['_dmarc IN 1h TXT "v=DMARC1; p=none"', ['_dmarc.example.com TXT v=DMARC1; p=none']],
    ['_dmarc.example.com TXT v=DMARC1; p=none', ['_dmarc.example.com TXT v=DMARC1; p=none']],
    ['news IN TXT "v=spf1 a" " -all"', ['news.example.com TXT v=spf1 a -all']],
    ['s1._domainkey IN TXT ( "v=DKIM1; "\n  "p=AAAA" ) ; key', ['s1._domainkey.example.com TXT v=DKIM1; p=AAAA']],
    ['s1._domainkey CNAME s1.dkim.example.net.', ['s1._domainkey.example.com CNAME s1.dkim.example.net']],
    [
      '@ MX 10 mail\n  MX 20 mx.example.net.',
      ['example.com MX 10 mail.example.com', 'example.com MX 20 mx.example.net'],
    ],
    ['mail A 192.0.2.1\nmail AAAA 2001:DB8::1', ['mail.example.com A 192.0.2.1', 'mail.example.com AAAA 2001:db8::1']],
    ['x TXT "a\\"b\\\\c\\059d"', ['x.example.com TXT a"b\\c;d']],
    ['$TTL 300\n; a comment\n@ TXT "v=spf1 -all"\n@ NS ns1.example.net.', ['example.com TXT v=spf1 -all']],
    [
      '@ TXT "v=spf1 a -all"\n@ TXT "v=spf1 mx -all"',
      ['example.com TXT v=spf1 a -all', 'example.com TXT v=spf1 mx -all'],
    ],
  ])('%j', async (text, expected) => {
    expect(await published(text)).toEqual(expected);
  });

  it('knows the kinds', () => {
    const text = 'v=spf1 -all\nv=DMARC1; p=none\ns1._domainkey TXT "p=AAAA"\nx TXT "hello"';
    expect(read(text).records.map(({ kind }) => kind)).toEqual(['spf', 'dmarc', 'dkim', 'other']);
  });

  it.each([
    ['v=spf1 mx -all', /stand in the place of the SPF record that example\.com has/],
    ['v=spf1 ipv4:192.0.2.1 -all', /ipv4/],
    ['@ TXT "v=DMARC1; p=none"', /do not look for a DMARC record at example\.com, but at _dmarc\.example\.com/],
    ['v=DMARC1; p=rejct', /rejct/],
    ['@ TXT v=spf1 -all', /in quotation marks/],
    ['mail.example.net TXT "x"', /no final dot and is taken for mail\.example\.net\.example\.com/],
  ])('%j is understood, and noted', (text, note) => {
    expect(read(text).notes.join(' ')).toMatch(note);
  });

  it.each([
    ['', /Write the record that you mean to publish for example\.com/],
    ['hello world', /"hello world" is neither .*v=DMARC1; p=none/],
    ['v=spf2 mx -all', /"v=spf2" .* Write: v=spf1 mx -all/],
    ['v=DKIM1; k=rsa; p=MIIB', /selector1\._domainkey\.example\.com\. IN TXT "v=DKIM1; k=rsa; p=MIIB"/],
    ['p=reject; rua=mailto:a@example.com', /Write: v=DMARC1; p=reject; rua/],
    ['@ TXT "v=spf1 -all', /never closed/],
    ['@ SPF "v=spf1 -all"', /Nobody asks for records of type SPF.*example\.com\. IN TXT "v=spf1 -all"/],
    ['@ MX mail', /such as: 10 mail\.example\.com/],
    ['@ A 2001:db8::1', /192\.0\.2\.1/],
    ['m\u00fcller TXT "x"', /ASCII form/],
    ['a..b TXT "x"', /is no name of a record/],
    ['@ NS ns1.example.net.', /change nothing/],
  ])('%j is refused with what to write', (text, error) => {
    expect(changesOf('example.com', text).error).toMatch(error);
  });

  it('tells of strings that are too long, and refuses texts that are', () => {
    expect(read(`@ TXT "${'x'.repeat(300)}"`).notes).toEqual([
      expect.stringMatching(/300 characters and one holds 255/),
    ]);
    expect(changesOf('example.com', 'x TXT "y"\n'.repeat(201)).error).toMatch(/201 lines/);
    expect(changesOf('example.com', 'x'.repeat(100_001)).error).toMatch(/100001 characters/);
  });

  it('never throws, and every record of its zone can be asked for', () => {
    const piece = fc.constantFrom(
      'v=spf1',
      'TXT',
      'MX',
      'A',
      '"',
      '\\',
      '(',
      ')',
      ';',
      ' ',
      '\n',
      '@',
      'IN',
      '300',
      'x',
      '.',
      '192.0.2.1',
      '\u00e9',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const found = changesOf('example.com', pieces.join(''));
        if (found.error !== null) expect(found.error).toMatch(/\S/);
        else expect(new Set(found.records.map(({ name }) => name))).toEqual(new Set(Object.keys(found.zone)));
      }),
    );
  });
});
