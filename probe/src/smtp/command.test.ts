import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heloName, pathOf, sniName } from './command.ts';

describe('pathOf', () => {
  it.each([
    ['user@example.net', 'user@example.net'],
    ["o'brien+tag=a/b@mail.example.net", "o'brien+tag=a/b@mail.example.net"],
    // no such address is allowed, and there are such mailboxes
    ['two..dots.@example.net', 'two..dots.@example.net'],
    ['"with space"@example.net', '"with space"@example.net'],
    ['"a@b\\"c"@example.net', '"a@b\\"c"@example.net'],
    ['user@[192.0.2.1]', 'user@[192.0.2.1]'],
    ['user@[IPv6:2001:db8::1]', 'user@[IPv6:2001:db8::1]'],
    ['user@bücher.example', 'user@xn--bcher-kva.example'],
    ['user@under_score.example', 'user@under_score.example'],
    ['Postmaster', 'Postmaster'],
  ])('%s', (address, path) => expect(pathOf(address)).toEqual({ path, utf8: false }));

  it('an address with other letters before the @ needs SMTPUTF8', () =>
    expect(pathOf('жена@пример.example')).toEqual({ path: 'жена@xn--e1afmkfd.example', utf8: true }));

  it.each([
    'a@example.net>\r\nDATA\r\n',
    'a@example.net\r\nRCPT TO:<b@example.net>',
    'a\r\nDATA@example.net',
    '"a\r\nDATA"@example.net',
    '"a\\\r\nDATA"@example.net',
    'a@example.net\n',
    'a@example.net\0',
    'a\0@example.net',
    'a@example.net> SIZE=1',
    'a>@example.net',
    '<a@example.net>',
    '@relay.example:a@example.net',
    'a b@example.net',
    'a@exa mple.net',
    'a@example..net',
    'a@-example.net',
    'a@',
    '@example.net',
    'example.net',
    '',
    'a@[999.0.2.1]',
    'a@[192.0.2.1',
    'a@[IPv6:192.0.2.1]',
    'a\u0085b@example.net',
    'a\u2028b@example.net',
    'a\u202eb@example.net',
    'a\ud800@example.net',
    `${'a'.repeat(250)}@example.net`,
    `a@${'b'.repeat(64)}.example`,
    // what a name for hosts would make of it: another host
    'a@ｅxample。net/path',
  ])('%j is no address', (address) => {
    const path = pathOf(address);
    expect(path).toHaveProperty('invalid');
    expect('invalid' in path && path.invalid).toMatch(/^".*\.$|^The part (?:before|after) the @ in ".*" .*\.$/);
    // the explanation itself holds no line end either
    expect('invalid' in path && path.invalid).not.toMatch(/[\r\n\0]/);
  });

  it('never lets a line end or a bracket into the dialogue, whatever it is given', () => {
    const nasty = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\0',
      '<',
      '>',
      '"',
      '\\',
      '@',
      ' ',
      '\u010a',
      '\u560a',
      'ı',
      'a',
      '.',
    );
    const anyText = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(anyText, (parts) => {
        const path = pathOf(parts.join(''));
        if ('invalid' in path) return;
        const sent = Buffer.from(`RCPT TO:<${path.path}>\r\n`, 'utf8');
        expect([...sent].filter((octet) => octet < 0x20 || octet === 0x7f)).toEqual([0x0d, 0x0a]);
        // outside of quotes nothing ends the path
        expect(path.path.replace(/^"(?:[^"\\]|\\.)*"/, '')).not.toMatch(/[<>\s]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('heloName', () => {
  it.each(['probe.example.org', 'localhost', '[192.0.2.1]', '[IPv6:2001:db8::1]'])('%s', (name) =>
    expect(heloName(name)).toBe(name),
  );

  it.each(['', 'a b', 'a\r\nMAIL FROM:<>', 'a\n', '.', 'a..b', '192.0.2.1]', 'bücher.example'])('%j is none', (name) =>
    expect(heloName(name)).toBeNull(),
  );
});

describe('sniName', () => {
  it.each([
    ['mx.example.net', 'mx.example.net'],
    ['mx.example.net.', 'mx.example.net'],
    ['192.0.2.1', undefined],
    ['2001:db8::1', undefined],
    ['a b', undefined],
    ['', undefined],
  ])('%j', (host, name) => expect(sniName(host)).toBe(name));
});
