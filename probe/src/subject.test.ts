import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING } from './check/context.ts';
import { readDomain, readIp, readSubject } from './subject.ts';
import { SubjectError, type SubjectErrorCode } from './subject-error.ts';

/** The code with which something is refused; null where it is not. */
function refusal(read: () => unknown): SubjectErrorCode | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof SubjectError) return error.code;
    throw error;
  }
}

describe('a domain', () => {
  it.each([
    ['example.com', 'example.com'],
    [' Example.COM. ', 'example.com'],
    ['ann@example.com', 'example.com'],
    ['Ann Example <ann@example.com>', 'example.com'],
    ['mailto:ann@example.com?subject=a@b', 'example.com'],
    ['https://www.example.com:8443/path/@ann?x=a@b#c', 'www.example.com'],
    ['_spf.example.com', '_spf.example.com'],
    // internationalised names in either form, and as an input method writes the dot
    ['b\u00fccher.example', 'xn--bcher-kva.example'],
    ['B\u00dcCHER.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['\u4f8b\u3048\u3002example', 'xn--r8jz45g.example'],
    ['_dmarc.b\u00fccher.example', '_dmarc.xn--bcher-kva.example'],
  ])('%j is %s', (text, domain) => {
    expect(readDomain(text)).toBe(domain);
  });

  it.each([
    '',
    'localhost',
    '192.0.2.1',
    '\uff11\uff19\uff12.0.2.1',
    'exa mple.com',
    'example..com',
    '-example.com',
    'example.com\r\nDATA',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
    'a\u0000.example',
    '[2001:db8::1]',
  ])('%j is none', (text) => {
    expect(refusal(() => readDomain(text))).toBe('domain-invalid');
  });
});

describe('an address of a server', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    [' [192.0.2.1] ', '192.0.2.1'],
    ['[IPv6:2001:DB8::1]', '2001:db8::1'],
    // one form, or what the DNS holds would not be found equal
    ['2001:0db8:0:0:0:0:0:1', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('%j is %s', (text, ip) => {
    expect(readIp(text)).toBe(ip);
    expect(readSubject({ mailServer: text }).mailServer).toBe(ip);
  });

  it.each(['', '192.0.2', '192.0.2.256', '0177.0.0.1', '2130706433', 'fe80::1%eth0', 'example.com', '192.0.2.0/24'])(
    '%j is none',
    (text) => {
      expect(refusal(() => readIp(text))).toBe('ip-invalid');
    },
  );
});

describe('the other parts', () => {
  it('are read, and what is not named is null', () => {
    expect(readSubject({})).toEqual(NOTHING);
    expect(
      readSubject({
        domain: 'Example.com',
        helo: 'Mail.Example.com',
        mailFrom: '<Bounce@Example.com>',
        recipient: '<Ann@B\u00fccher.example>',
        refusal: '550 no',
        refusedBy: 'MX1.example.net.',
        selectors: ['S1', 'k2@esp.example'],
      }),
    ).toMatchObject({
      helo: 'mail.example.com',
      mailFrom: 'Bounce@example.com',
      recipient: 'Ann@xn--bcher-kva.example',
      refusal: '550 no',
      refusedBy: 'mx1.example.net',
      selectors: [
        { selector: 's1', domain: 'example.com' },
        { selector: 'k2', domain: 'esp.example' },
      ],
    });
  });

  it('tell the null sender from none', () => {
    expect(readSubject({ mailFrom: '<>' }).mailFrom).toBe('');
    expect(readSubject({ mailFrom: '' }).mailFrom).toBe('');
    expect(readSubject({ mailFrom: 'example.com' }).mailFrom).toBe('example.com');
  });

  it.each([
    ['a command in the address', { recipient: 'ann\r\nDATA\r\n@example.com' }, 'address-invalid'],
    ['a bracket in the address', { recipient: 'ann>@example.com' }, 'address-invalid'],
    ['an address that shows other than it is', { recipient: 'ann\u202e@example.com' }, 'address-invalid'],
    ['no local part', { recipient: '@example.com' }, 'address-invalid'],
    ['an address of a host by number', { recipient: 'ann@[192.0.2.1]' }, 'domain-invalid'],
    ['a greeting with a blank', { helo: 'mail example.com' }, 'host-invalid'],
    ['a greeting that is a command', { helo: 'a\r\nRSET' }, 'host-invalid'],
    ['a host that is none', { mailServer: 'mx1_.-.example' }, 'host-invalid'],
    ['a selector without domain', { selectors: ['s1'] }, 'selector-invalid'],
    ['a selector of two domains', { selectors: ['s1@example.com@example.net'] }, 'selector-invalid'],
    ['no selector', { domain: 'example.com', selectors: [''] }, 'selector-invalid'],
    [
      'more selectors than anybody has',
      { domain: 'example.com', selectors: Array.from({ length: 21 }, (_, at) => `s${at}`) },
      'selector-invalid',
    ],
  ] as const)('refuse %s', (_name, request, code) => {
    expect(refusal(() => readSubject(request))).toBe(code);
  });

  it('keep of an endless refusal its beginning', () => {
    expect(readSubject({ refusal: 'x'.repeat(1_000_000) }).refusal).toHaveLength(8192);
  });
});

describe('hostile texts', () => {
  it('are repeated short, and without what steers a terminal', () => {
    expect(() => readDomain(`\u001b[31m\u202e${'x'.repeat(1000)}`)).toThrow(
      /^"\\u001b\[31m\\u\{202e\}x{114}…" is no domain/,
    );
  });

  it('of any length are read in no time', () => {
    for (const part of ['>', ' ', '@', '.', 'a.', '<', ':1', '\u00fc.'])
      expect(refusal(() => readDomain(part.repeat(300_000)))).toBe('domain-invalid');
    expect(refusal(() => readSubject({ recipient: '@'.repeat(300_000) }))).toBe('address-invalid');
    expect(refusal(() => readSubject({ domain: 'example.com', selectors: ['@'.repeat(300_000)] }))).toBe(
      'selector-invalid',
    );
  });

  it('give a name of the DNS or an error that says what to write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          const { domain, mailServer } = readSubject({ domain: text, mailServer: text });
          for (const name of [domain, mailServer]) expect(name).toMatch(/^[a-z0-9_:.-]{1,253}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(SubjectError);
          expect((error as SubjectError).message).toMatch(/: write /);
        }
      }),
    );
  });
});
