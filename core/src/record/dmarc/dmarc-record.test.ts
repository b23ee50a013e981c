import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainDmarc } from './explain-dmarc.ts';
import { lintDmarc } from './lint-dmarc.ts';
import { parseDmarc } from './parse-dmarc.ts';

const rua = 'rua=mailto:dmarc@example.com';

describe('a DMARC record is read', () => {
  it('with the defaults of what is absent', () => {
    expect(parseDmarc('v=DMARC1')).toMatchObject({
      recognised: true,
      p: null,
      sp: null,
      np: null,
      adkim: 'relaxed',
      aspf: 'relaxed',
      fo: ['0'],
      psd: 'u',
      testing: false,
      pct: 100,
      rua: [],
      ruf: [],
    });
  });

  it('with everything that it can say', () => {
    const record = parseDmarc(
      'v=DMARC1; p=Reject; sp=quarantine; np=reject; adkim=s; aspf=S; fo=1:d; psd=n; t=y; pct=20; rua=mailto:a@example.com!10m, https://example.net:8443/x; ruf=mailto:b%2Bc@Example.com?subject=x',
    );
    expect(record).toMatchObject({
      p: 'reject',
      sp: 'quarantine',
      np: 'reject',
      adkim: 'strict',
      aspf: 'strict',
      fo: ['1', 'd'],
      psd: 'n',
      testing: true,
      pct: 20,
    });
    expect(record.rua.map(({ span, ...rest }) => ({ ...rest, text: record.text.slice(...span) }))).toEqual([
      {
        uri: 'mailto:a@example.com',
        scheme: 'mailto',
        address: 'a@example.com',
        host: 'example.com',
        size: '!10m',
        text: 'mailto:a@example.com!10m',
      },
      {
        uri: 'https://example.net:8443/x',
        scheme: 'https',
        address: null,
        host: 'example.net',
        size: null,
        text: 'https://example.net:8443/x',
      },
    ]);
    expect(record.ruf[0]).toMatchObject({ address: 'b+c@Example.com', host: 'example.com' });
  });
});

describe('lint', () => {
  it('finds nothing but what everybody should know in a good record', () => {
    expect(lintDmarc(`v=DMARC1; p=reject; ${rua}`)).toEqual([]);
    expect(lintDmarc(`v=DMARC1;p=reject;${rua};`)).toEqual([]);
    expect(lintDmarc(`v=DMARC1; p=none; ${rua}`).map(({ code, severity }) => [code, severity])).toEqual([
      ['monitoring-only', 'info'],
    ]);
  });

  // code, severity and the words that are marked; the words are null where the whole record is meant
  it.each([
    ['', 'empty', 'critical', null],
    ['"v=DMARC1; p=none"', 'quotes', 'critical', '"'],
    ['\u201cv=DMARC1; p=none', 'strange-start', 'critical', '\u201c'],
    ['\ufeffv=DMARC1; p=none', 'strange-start', 'critical', '\ufeff'],
    ['_dmarc IN TXT "v=DMARC1; p=none"', 'zone-line', 'critical', '_dmarc IN TXT "'],
    [' v=DMARC1; p=none', 'leading-space', 'critical', ' '],
    ['p=none', 'no-version', 'critical', null],
    ['p=none; v=DMARC1', 'version-not-first', 'critical', 'v=DMARC1'],
    ['v=DMARC1\\; p=none', 'escaped-separator', 'critical', 'DMARC1\\'],
    ['v=DMARC1 p=none', 'version-separator', 'critical', 'DMARC1 p=none'],
    ['v=DMARC1, p=none', 'version-separator', 'critical', 'DMARC1, p=none'],
    ['v=dmarc1; p=none', 'version-case', 'critical', 'dmarc1'],
    ['v=DMARC2; p=none', 'version-unknown', 'critical', 'DMARC2'],
    [`v=DMARC1; p=none; p=reject; ${rua}`, 'repeated-tag', 'high', 'p=reject'],
    [`v=DMARC1; p=none; ${rua}; mailto:b@example.com`, 'address-after-semicolon', 'high', 'mailto:b@example.com'],
    [`v=DMARC1; p=none; ${rua}; strict`, 'no-equals', 'medium', 'strict'],
    [`v=DMARC1; p=none; ${rua}; =1`, 'no-name', 'medium', '=1'],
    [`v=DMARC1; p=none; ${rua}; sp=`, 'empty-value', 'low', 'sp='],
    [`v=DMARC1;; p=none; ${rua}`, 'stray-separator', 'low', ';'],
    [`v=DMARC1; p=none;\r\n ${rua}`, 'line-break', 'medium', '\r\n '],
    ['v=DMARC1; p=none; rua=mailto:a@b\u00fccher.example', 'bad-character', 'medium', '\u00fc'],
    [`v=DMARC1; p=none; "sp=none"; ${rua}`, 'quotes', 'high', '"sp'],
    [`v=DMARC1; p=none; 9x=1; ${rua}`, 'bad-name', 'medium', '9x'],
    [`v=DMARC1; p=none; ${rua}; x=${'y'.repeat(66_000)}`, 'too-long', 'high', 'y'.repeat(500)],
    [`v=DMARC1; p=none; ${rua}; x=1`, 'unknown-tag', 'info', 'x'],
    ['v=DMARC1; p=none; rau=mailto:a@example.com', 'misspelt-tag', 'medium', 'rau'],
    [`v=DMARC1; policy=none; ${rua}`, 'misspelt-tag', 'medium', 'policy'],
    [`v=DMARC1; P=none; ${rua}`, 'tag-case', 'low', 'P'],
    [`v=DMARC1; p=none; pct=100; ${rua}`, 'removed-pct', 'info', 'pct'],
    [`v=DMARC1; p=none; rf=afrf; ${rua}`, 'removed-rf', 'info', 'rf'],
    [`v=DMARC1; p=none; ri=3600; ${rua}`, 'removed-ri', 'info', 'ri'],
    [`v=DMARC1; ${rua}`, 'no-policy', 'high', null],
    [`v=DMARC1; p=block; ${rua}`, 'bad-p', 'high', 'block'],
    [`v=DMARC1; p=none; sp=all; ${rua}`, 'bad-sp', 'high', 'all'],
    [`v=DMARC1; p=none; np=all; ${rua}`, 'bad-np', 'high', 'all'],
    [`v=DMARC1; ${rua}; p=none`, 'policy-not-second', 'low', 'p=none'],
    [`v=DMARC1; p=none; ${rua}`, 'monitoring-only', 'info', 'p=none'],
    [`v=DMARC1; p=reject; sp=none; ${rua}`, 'weaker-sp', 'medium', 'sp=none'],
    [`v=DMARC1; p=reject; np=quarantine; ${rua}`, 'weaker-np', 'medium', 'np=quarantine'],
    [`v=DMARC1; p=reject; t=y; ${rua}`, 'test-mode-differs', 'medium', 't=y'],
    [`v=DMARC1; p=reject; t=y; pct=0; ${rua}`, 'test-mode', 'info', 't=y'],
    [`v=DMARC1; p=reject; pct=50; ${rua}`, 'partial-policy', 'medium', 'pct=50'],
    [`v=DMARC1; p=reject; adkim=strict; ${rua}`, 'bad-adkim', 'low', 'strict'],
    [`v=DMARC1; p=reject; aspf=x; ${rua}`, 'bad-aspf', 'low', 'x'],
    [`v=DMARC1; p=reject; psd=yes; ${rua}`, 'bad-psd', 'low', 'yes'],
    [`v=DMARC1; p=reject; t=1; ${rua}`, 'bad-t', 'low', '1'],
    [`v=DMARC1; p=reject; pct=101; ${rua}`, 'bad-pct', 'low', '101'],
    [`v=DMARC1; p=reject; fo=2; ${rua}; ruf=mailto:f@example.com`, 'bad-fo', 'low', '2'],
    [`v=DMARC1; p=reject; rf=iodef; ${rua}`, 'bad-rf', 'low', 'iodef'],
    [`v=DMARC1; p=reject; ri=daily; ${rua}`, 'bad-ri', 'low', 'daily'],
    [`v=DMARC1; p=reject; psd=y; ${rua}`, 'public-suffix', 'medium', 'psd=y'],
    ['v=DMARC1; p=none', 'no-rua', 'medium', null],
    ['v=DMARC1; p=reject', 'no-rua', 'low', null],
    ['v=DMARC1; p=none; rua=a@example.com', 'no-mailto', 'high', 'a@example.com'],
    ['v=DMARC1; p=none; rua=reports', 'bad-address', 'high', 'reports'],
    ['v=DMARC1; p=none; rua=mailto:reports', 'bad-address', 'high', 'mailto:reports'],
    ['v=DMARC1; p=none; rua=https://example.com/', 'not-mailto', 'low', 'https://example.com/'],
    [`v=DMARC1; p=none; ${rua}!10m`, 'report-size', 'low', 'mailto:dmarc@example.com!10m'],
    ['v=DMARC1; p=none; rua=mailto:a!b@example.com', 'unencoded-mark', 'medium', 'mailto:a!b@example.com'],
    [`v=DMARC1; p=none; ${rua},mailto:DMARC@example.com`, 'repeated-address', 'low', 'mailto:DMARC@example.com'],
    [
      `v=DMARC1; p=none; ${rua},mailto:b@example.com,mailto:c@example.com`,
      'many-destinations',
      'info',
      'mailto:dmarc@example.com,mailto:b@example.com,mailto:c@example.com',
    ],
    [`v=DMARC1; p=none; fo=1; ${rua}`, 'fo-without-ruf', 'info', 'fo=1'],
    [`v=DMARC1; p=none; ${rua}; ruf=mailto:f@example.com`, 'failure-reports', 'info', 'ruf=mailto:f@example.com'],
    [`v=DMARC1; p=none; ${rua}; x=${'y'.repeat(1000)}`, 'long-record', 'low', null],
  ] as const)('%.60j has %s', (text, code, severity, marked) => {
    const found = lintDmarc(text).find((finding) => finding.code === code);
    expect(found?.severity).toBe(severity);
    const words = found?.span === undefined || found.span === null ? null : text.slice(...found.span);
    expect(words?.slice(0, 500) ?? null).toBe(marked);
  });

  it('speaks in sentences with the words of the record', () => {
    const [version] = lintDmarc('v=DMARC1 p=none; rua=mailto:a@example.com');
    expect(version?.says).toBe(
      'No semicolon stands between v=DMARC1 and what follows, so the version reads "DMARC1 p=none".',
    );
    const says = lintDmarc('v=DMARC1; p=block; rua=mailto:a@example.com mailto:b@example.com').map(
      (finding) => `${finding.says} ${finding.fix}`,
    );
    expect(says).toEqual(
      [
        'The record names no mailbox for aggregate reports, so nobody learns who sends in the name of the domain and what fails. Add rua=mailto: with a mailbox that you or your report service reads.',
        'p is "block", which is no policy: receivers act as if there were no record, as it asks for no reports either. Write p=none, p=quarantine or p=reject.',
        '"mailto:a@example.com mailto:b@example.com" holds no address that can be read, so no reports go there. Put commas between the addresses.',
      ].sort((a, b) => says.indexOf(a) - says.indexOf(b)),
    );
  });

  it('does not lose itself in a hostile record', () => {
    for (const piece of ['@', '!1', 'v ', '%', 'mailto:', 'a@b.', '"', ',', ' =', '\u00f6'])
      expect(lintDmarc(`v=DMARC1; p=none; rua=mailto:${piece.repeat(200_000)}`).length).toBeLessThan(100);
  });

  it('says nothing that would turn a line or steer a terminal', () => {
    const findings = lintDmarc('v=DMARC1; p=none; rua=mailto:\u202ex@\u0007y.example!9m');
    expect(findings.map(({ code }) => code)).toContain('report-size');
    for (const { says, fix } of findings) expect(`${says}${fix}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('survives any text, and marks only what is there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', 'v=DMARC1; ', 'v=DMARC1; p=none; rua='),
        (rest, start) => {
          const text = start + rest;
          for (const { span, says } of lintDmarc(text)) {
            expect(says).not.toBe('');
            if (span !== null) expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
          }
          expect(explainDmarc(parseDmarc(text), 'example.com').says.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a record is explained', () => {
  it('in sentences', () => {
    const { says, differences } = explainDmarc(
      parseDmarc(`v=DMARC1; p=quarantine; adkim=s; ${rua}; ruf=mailto:f@example.com; fo=1:s`),
      'example.com',
    );
    expect(differences).toEqual([]);
    expect(says).toEqual([
      'Mail that says it comes from example.com and fails DMARC is treated as suspicious, which mostly means the spam folder.',
      'Mail that says it comes from a subdomain of example.com without a record of its own and fails DMARC is treated as suspicious, which mostly means the spam folder.',
      'Mail that says it comes from a subdomain of example.com that does not exist and fails DMARC is treated as suspicious, which mostly means the spam folder.',
      'Mail passes where its DKIM signature is valid and of exactly the domain of the From address, or where SPF passes for a domain of the same organisation as example.com.',
      'Receivers send a report, most of them once a day, to dmarc@example.com.',
      'The few receivers that send failure reports send them to f@example.com when SPF or DKIM did not pass for an aligned domain, or SPF failed.',
    ]);
  });

  it('where the two generations of receivers differ', () => {
    const { differences } = explainDmarc(parseDmarc('v=DMARC1; p=reject; np=none; pct=30'), 'example.com');
    expect(differences).toEqual([
      {
        about: 'domain',
        rfc7489:
          'Mail that says it comes from example.com and fails DMARC is refused in 30 of 100 cases, and otherwise is treated as suspicious, which mostly means the spam folder.',
        rfc9989: 'Mail that says it comes from example.com and fails DMARC is refused.',
      },
      expect.objectContaining({ about: 'subdomains' }),
      expect.objectContaining({
        about: 'non-existent-subdomains',
        rfc9989:
          'Mail that says it comes from a subdomain of example.com that does not exist and fails DMARC is delivered as without DMARC.',
      }),
    ]);
  });

  it('tag by tag', () => {
    const { parts } = explainDmarc(
      parseDmarc(
        'v=DMARC1; p=reject; sp=x; np=none; adkim=s; aspf=r; fo=1; psd=n; rua=none; ruf=mailto:f@example.com; t=n; pct=5; ri=1; zz=1; p=none',
      ),
      'example.com',
    );
    expect(parts.map(({ term, says }) => [term, says])).toEqual([
      ['v=DMARC1', 'This is a DMARC record.'],
      ['p=reject', 'Mail of this domain that fails DMARC is refused.'],
      ['sp=x', '"x" is no policy that receivers know.'],
      [
        'np=none',
        'Mail of a subdomain that does not exist and fails DMARC is delivered as without DMARC. Receivers that follow RFC 7489 do not know np.',
      ],
      ['adkim=s', 'Strict: the domain of a DKIM signature must be exactly that of the From address.'],
      ['aspf=r', 'Relaxed: the domain for which SPF passes may be any of the same organisation.'],
      ['fo=1', 'Failure reports are wanted for "1": 0 is when all failed, 1 when any did, d for DKIM, s for SPF.'],
      ['psd=n', 'The domain is an organisation of its own.'],
      ['rua=none', 'Aggregate reports can go nowhere.'],
      ['ruf=mailto:f@example.com', 'Failure reports go to f@example.com.'],
      ['t=n', 'No test: the policy counts.'],
      ['pct=5', 'Receivers that follow RFC 7489 apply the policy to 5 of 100 failing messages; the others ignore pct.'],
      ['ri=1', 'RFC 9989 took ri out, and hardly any receiver acts by it.'],
      ['zz=1', 'No tag of DMARC; receivers ignore it.'],
      ['p=none', 'p stands before it already; receivers take only one.'],
    ]);
  });

  it('where it is none', () => {
    expect(explainDmarc(parseDmarc('v=dmarc1; p=none'), 'example.com').says).toEqual([
      'Receivers do not take this text for a DMARC record, so example.com has no DMARC policy through it.',
    ]);
  });

  it('with what a public suffix and an organisation of its own mean', () => {
    const says = (psd: string): string[] => [
      ...explainDmarc(parseDmarc(`v=DMARC1; p=none; psd=${psd}`), 'example.com').says,
    ];
    expect(says('y')).toContain(
      'example.com says that it is a public suffix: to receivers that follow RFC 9989 each domain right below it is an organisation of its own.',
    );
    expect(says('n')).toContain(
      'example.com says that it is an organisation of its own: receivers that follow RFC 9989 look no further up.',
    );
    expect(says('u')).toContain('Nobody gets aggregate reports.');
  });
});
