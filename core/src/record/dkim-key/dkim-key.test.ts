import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase64, writeBase64 } from './base64.ts';
import { writeDer as der } from './der.ts';
import { ed25519P, ed25519Spki, rsaP, rsaPublicKey } from './dkim-key-fixture.ts';
import { explainDkimKey } from './explain-dkim-key.ts';
import { lintDkimKey } from './lint-dkim-key.ts';
import { dkimKeyName, parseDkimKey } from './parse-dkim-key.ts';
import { readPublicKey } from './public-key.ts';
import { writeDkimKey } from './write-dkim-key.ts';

const p2048 = rsaP(2048);

describe('base64', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = writeBase64(bytes);
        expect(text).toBe(btoa(String.fromCharCode(...bytes)));
        expect(readBase64(text)).toEqual({ bytes, strange: [], spaced: false, lacking: 0, earlyPadding: null });
      }),
    );
  });

  it.each([
    ['AQID BAUG\r\n', { spaced: true }],
    ['AQID\r\n', { spaced: false }],
    [
      'AQ-ID__',
      {
        strange: [
          [2, 3],
          [5, 7],
        ],
      },
    ],
    ['AQI', { lacking: 1 }],
    ['AQ==AQID', { earlyPadding: 3 }],
  ])('%j', (text, expected) => {
    expect(readBase64(text)).toMatchObject(expected);
  });
});

describe('a public key', () => {
  it.each([512, 1023, 1024, 1025, 2047, 2048, 4096, 4104])('of %i bits is measured', (bits) => {
    expect(readPublicKey(readBase64(rsaP(bits)).bytes)).toEqual({
      kind: 'rsa',
      form: 'spki',
      bits,
      exponent: 65_537,
      trailing: 0,
    });
    expect(readPublicKey(rsaPublicKey(bits))).toMatchObject({ kind: 'rsa', form: 'bare', bits });
  });

  it.each([
    ['ed25519', readBase64(ed25519P).bytes, { kind: 'ed25519', form: 'raw' }],
    ['ed25519 wrapped', readBase64(ed25519Spki).bytes, { kind: 'ed25519', form: 'spki' }],
    ['cut', readBase64(p2048).bytes.slice(0, 200), { kind: 'truncated', has: 200, needs: 294 }],
    ['cut bare', rsaPublicKey(2048).slice(0, 100), { kind: 'truncated', has: 100, needs: 270 }],
    [
      'private PKCS #1',
      Uint8Array.from(der(0x30, [...der(2, [0]), ...der(2, [0, 200]), ...der(2, [3])])),
      { kind: 'private-key' },
    ],
    ['private PKCS #8', Uint8Array.from(der(0x30, [...der(2, [0]), ...der(0x30, [5, 0])])), { kind: 'private-key' }],
    [
      'certificate',
      Uint8Array.from(der(0x30, [...der(0x30, [0xa0, 3, 2, 1, 2]), ...der(0x30, [])])),
      { kind: 'certificate' },
    ],
    [
      'elliptic curve',
      Uint8Array.from(der(0x30, [...der(0x30, der(6, [0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1])), ...der(3, [0, 4])])),
      { kind: 'other-algorithm' },
    ],
    ['no sequence', Uint8Array.from([4, 1, 0]), { kind: 'unreadable' }],
    ['indefinite length', Uint8Array.from([0x30, 0x80, 0, 0]), { kind: 'unreadable' }],
    ['nothing', new Uint8Array(), { kind: 'unreadable' }],
  ])('%s', (_, bytes, expected) => {
    expect(readPublicKey(bytes)).toMatchObject(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 293 }), (noise, at) => {
        readPublicKey(noise);
        const key = readBase64(p2048).bytes;
        key.set(noise.slice(0, key.length - at), at);
        readPublicKey(key);
      }),
    );
  });
});

describe('a key record', () => {
  it('is read with the defaults of what is absent', () => {
    expect(parseDkimKey(`p=${p2048}`)).toMatchObject({
      version: null,
      keyType: 'rsa',
      hashes: null,
      services: ['*'],
      flags: [],
      revoked: false,
    });
    expect(parseDkimKey('v=DKIM1; k=Ed25519; h=sha1:sha256; s=email; t=y:s; n=hi; p=')).toMatchObject({
      keyType: 'ed25519',
      hashes: ['sha1', 'sha256'],
      services: ['email'],
      flags: ['y', 's'],
      notes: 'hi',
      revoked: true,
      key: null,
    });
  });

  it.each([
    `v=DKIM1; k=rsa; p=${p2048}`,
    `v=DKIM1; p=${rsaP(4096)};`,
    `v=DKIM1; k=ed25519; p=${ed25519P}`,
    `v=DKIM1; h=sha256; s=email:*; p=${p2048}`,
  ])('%.40s is good', (text) => {
    expect(lintDkimKey(text)).toEqual([]);
  });

  it.each([
    [`k=rsa; p=${p2048}`, 'no-version', 'low', null],
    [`p=${p2048}; v=DKIM1`, 'version-not-first', 'critical', 'v=DKIM1'],
    [`v=dkim1; p=${p2048}`, 'bad-version', 'critical', 'dkim1'],
    [`v=DKIM1; p=${p2048}; p=`, 'repeated-tag', 'high', 'p='],
    [`v=DKIM1\\; p=${p2048}`, 'escaped-separator', 'critical', '\\'],
    [`v=DKIM1; p=${p2048.slice(0, 200)}" "${p2048.slice(200)}`, 'quotes', 'critical', '"'],
    ['v=DKIM1; p=-----BEGIN RSA PRIVATE KEY-----MIIB', 'private-key', 'critical', '-----BEGIN RSA PRIVATE KEY-----'],
    [`v=DKIM1; k=dsa; p=${p2048}`, 'unknown-key-type', 'critical', 'k=dsa'],
    [`v=DKIM1; h=sha1; p=${p2048}`, 'no-sha256', 'critical', 'h=sha1'],
    [`v=DKIM1; h=sha1:sha256; p=${p2048}`, 'obsolete-hash', 'low', 'h=sha1:sha256'],
    [`v=DKIM1; s=tlsrpt; p=${p2048}`, 'not-for-mail', 'critical', 's=tlsrpt'],
    [`v=DKIM1; t=y; p=${p2048}`, 'testing', 'medium', 't=y'],
    [`v=DKIM1; t=s; p=${p2048}`, 'no-subdomains', 'info', 't=s'],
    [`v=DKIM1; t=x; p=${p2048}`, 'unknown-flag', 'info', 't=x'],
    [`v=DKIM1; g=*; p=${p2048}`, 'obsolete-granularity', 'low', 'g=*'],
    [`v=DKIM1; P=${p2048}`, 'unknown-tag', 'high', 'P'],
    [`v=DKIM1; x=1; p=${p2048}`, 'unknown-tag', 'info', 'x'],
    ['v=DKIM1; k=rsa', 'no-key', 'critical', null],
    ['v=DKIM1; p=', 'revoked', 'high', 'p='],
    [
      `v=DKIM1; p=-----BEGIN PUBLIC KEY-----${p2048}-----END PUBLIC KEY-----`,
      'pem-armour',
      'critical',
      '-----BEGIN PUBLIC KEY-----',
    ],
    [`v=DKIM1; p=${p2048.slice(0, 20)}.${p2048.slice(20)}`, 'bad-base64', 'critical', '.'],
    [`v=DKIM1; p=${p2048.slice(0, 20)} ${p2048.slice(20)}`, 'spaced-key', 'low', undefined],
    [`v=DKIM1; p=${rsaP(1024)}=${p2048}`, 'early-padding', 'critical', '='],
    [`v=DKIM1; p=${rsaP(1016)}`.replace(/=+$/, ''), 'lacking-padding', 'medium', undefined],
    [`v=DKIM1; p=${p2048.slice(0, 240)}`, 'truncated-key', 'critical', undefined],
    ['v=DKIM1; p=AAAA', 'unreadable-key', 'critical', 'AAAA'],
    [`v=DKIM1; p=${ed25519P}`, 'wrong-key-type', 'critical', ed25519P],
    [`v=DKIM1; k=ed25519; p=${p2048}`, 'wrong-key-type', 'critical', p2048],
    [`v=DKIM1; k=ed25519; p=${ed25519Spki}`, 'wrapped-ed25519', 'critical', ed25519Spki],
    [`v=DKIM1; p=${rsaP(768)}`, 'weak-key', 'critical', undefined],
    [`v=DKIM1; p=${rsaP(1024)}`, 'short-key', 'low', undefined],
    [`v=DKIM1; p=${rsaP(8192)}`, 'long-key', 'medium', undefined],
    [`v=DKIM1; p=${rsaP(2048, 4)}`, 'bad-exponent', 'critical', undefined],
    [`v=DKIM1; p=${writeBase64(rsaPublicKey(2048))}`, 'bare-key', 'low', undefined],
    [
      `v=DKIM1; p=${writeBase64(Uint8Array.from([...readBase64(p2048).bytes, 1, 2]))}`,
      'trailing-octets',
      'medium',
      undefined,
    ],
    [
      `v=DKIM1; p=${writeBase64(Uint8Array.from(der(0x30, [...der(2, [0]), ...der(2, [0, 200]), ...der(2, [3])])))}`,
      'private-key',
      'critical',
      undefined,
    ],
  ] as const)('%.60j has %s', (text, code, severity, marked) => {
    const found = lintDkimKey(text).find((finding) => finding.code === code);
    expect(found?.severity).toBe(severity);
    if (marked === null) expect(found?.span).toBeNull();
    else if (marked !== undefined) expect(text.slice(...(found?.span ?? [0, 0]))).toBe(marked);
  });

  it('is judged in sentences with its own numbers', () => {
    const says = (text: string): string[] => lintDkimKey(text).map((finding) => finding.says);
    expect(says(`v=DKIM1; p=${rsaP(768)}`)).toEqual([
      'The RSA key has 768 bits: verifiers must not take signatures of keys below 1024 bits.',
    ]);
    expect(says(`v=DKIM1; p=${p2048.slice(0, 240)}`)).toEqual([
      'The key is cut: it says that it has 294 octets, and 180 are there. Panels cut records after 255 characters.',
    ]);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 50 }),
        fc.constantFrom('', 'v=DKIM1; p=', 'v=DKIM1; k=rsa; p=MIGf'),
        (rest, start) => {
          const text = start + rest;
          for (const { span } of lintDkimKey(text)) if (span !== null) expect(span[1]).toBeLessThanOrEqual(text.length);
          explainDkimKey(parseDkimKey(text));
        },
      ),
    );
  });

  it('does not lose itself in a hostile record', () => {
    for (const piece of ['-----BEGIN ', 'A ', '.A', '=', '\\', '\u00f6A', ' '])
      expect(lintDkimKey(`v=DKIM1; p=A${piece.repeat(200_000)}A`).length).toBeLessThan(100);
  });

  it('is explained tag by tag', () => {
    const says = (text: string): string[] => explainDkimKey(parseDkimKey(text)).map((part) => part.says);
    expect(says(`v=DKIM1; k=rsa; h=sha256; s=email; t=y:s; n=note; g=*; x=1; p=${p2048}; p=`)).toEqual([
      'This is a DKIM key.',
      'The key is an RSA key.',
      'Signatures may use sha256 only.',
      'The key may be used for email only.',
      'The domain only tests DKIM, and signed mail is treated like unsigned mail. Signatures must not name a subdomain in i.',
      'A note for people: "note".',
      'A rule of an older version, which verifiers do not know any more.',
      'No tag of a DKIM key; verifiers ignore it.',
      'The public key: RSA with 2048 bits.',
      'p stands before it already, which makes the record invalid.',
    ]);
    expect(says('p=')).toEqual(['The key is withdrawn: signatures with this selector are invalid.']);
    expect(says(`k=ed25519; p=${ed25519P}`)).toEqual(['The key is an Ed25519 key.', 'The public key: Ed25519.']);
    expect(says(`p=${p2048.slice(0, 100)}`)).toEqual(['A public key that is cut: 75 of 294 octets are there.']);
  });
});

it.each([
  ['s1', 'example.com', 's1._domainkey.example.com'],
  ['a.b', 'Example.com.', 'a.b._domainkey.example.com'],
  ['', 'example.com', null],
  ['bad selector', 'example.com', null],
  ['s1', '', null],
  ['x'.repeat(64), 'example.com', null],
])('the key of %j at %j stands at %j', (selector, domain, name) => {
  expect(dkimKeyName(selector, domain)).toBe(name);
});

describe('a key record is written', () => {
  const pem = (label: string, base64: string): string =>
    `-----BEGIN ${label}-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

  it.each([
    [pem('PUBLIC KEY', p2048), `v=DKIM1; k=rsa; p=${p2048}`],
    [pem('RSA PUBLIC KEY', writeBase64(rsaPublicKey(2048))), `v=DKIM1; k=rsa; p=${p2048}`],
    [p2048, `v=DKIM1; k=rsa; p=${p2048}`],
    [pem('PUBLIC KEY', ed25519Spki), `v=DKIM1; k=ed25519; p=${ed25519P}`],
    [ed25519P, `v=DKIM1; k=ed25519; p=${ed25519P}`],
  ])('of %.40j', (publicKey, text) => {
    const written = writeDkimKey({ publicKey });
    expect(written).toMatchObject({ text, problem: null });
    expect(written.strings.join('')).toBe(text);
    expect(Math.max(...written.strings.map(({ length }) => length))).toBeLessThanOrEqual(255);
    expect(lintDkimKey(text)).toEqual([]);
  });

  it.each([
    [pem('PRIVATE KEY', 'AAAA'), 'This is a private key: keep it, and give the public key that belongs to it.'],
    [
      writeBase64(Uint8Array.from(der(0x30, [...der(2, [0]), ...der(2, [0, 200])]))),
      'This is a private key: keep it, and give the public key that belongs to it.',
    ],
    [rsaP(512), 'The RSA key has 512 bits, and verifiers take none below 1024: make one of 2048 bits.'],
    [p2048.slice(0, 100), 'The key is cut: it says that it has 294 octets, and 75 are there. Copy it anew.'],
    [
      'ssh-rsa AAAA',
      '"-" is no part of base64: give a PEM file of the public key, or what stands between its first and last line.',
    ],
    ['', 'This is no public key that can be read: give a PEM file that begins with BEGIN PUBLIC KEY.'],
    [
      'A'.repeat(30_000),
      'The key has 30000 characters, and no key has more than 20000: give the file of the public key alone.',
    ],
  ])('not of %.40j', (publicKey, problem) => {
    expect(writeDkimKey({ publicKey })).toEqual({ text: null, strings: [], changes: [], problem });
  });

  it('with what the published record has, save what no signature could pass with', () => {
    const existing = `v=DKIM1; t=s; h=sha1; s=other; n=note; x=1; g=; p=${rsaP(1024)}; t=y`;
    const { text, changes } = writeDkimKey({ publicKey: p2048, existing });
    expect(text).toBe(`v=DKIM1; k=rsa; t=s; n=note; x=1; p=${p2048}`);
    expect(changes.map(({ kind, from }) => `${kind} ${from?.slice(0, 8)}`)).toEqual([
      'kept v=DKIM1',
      'added undefined',
      'kept t=s',
      'removed h=sha1',
      'removed s=other',
      'kept n=note',
      'kept x=1',
      'removed g=',
      'removed t=y',
      'changed p=MIGfMA',
    ]);
    expect(changes.at(-1)?.why).toContain('A new selector avoids that.');
  });

  it('so that nothing graver than a note is left, whatever was published', () => {
    const tag = fc
      .tuple(
        fc.constantFrom('v', 'k', 'h', 's', 't', 'n', 'g', 'p', 'P', 'x', '"', 'z z'),
        fc.constantFrom('', 'DKIM1', 'rsa', 'sha1', 'sha256', 'email', 'y', 's', 'a b', 'b\u00f6', '\\', '*'),
      )
      .map(([name, value]) => `${name}=${value}`);
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), fc.constantFrom(p2048, ed25519P), (tags, publicKey) => {
        const { text } = writeDkimKey({ publicKey, existing: tags.join('; ') });
        expect(
          lintDkimKey(text ?? '').filter(({ severity }) => severity !== 'info'),
          text ?? '',
        ).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
