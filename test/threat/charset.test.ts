import { type BounceEvent, decode } from '@whybounce/core';
import { expect, test } from 'vitest';
import { shapeFaults } from '../event-shape.ts';

/** Names of the encodings of the WHATWG Encoding Standard, and the other names that mail uses for them. */
const whatwg = `
unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 866 cp866 csibm866 ibm866 csisolatin2
iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 csisolatin3 iso-8859-3 iso-ir-109
iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594
iso_8859-4 iso_8859-4:1988 l4 latin4 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595
iso_8859-5 iso_8859-5:1988 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6
iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 csisolatingreek ecma-118
elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8
iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910
l6 latin6 iso-8859-13 iso8859-13 iso885913 iso-8859-14 iso8859-14 iso885914 csisolatin9 iso-8859-15 iso8859-15
iso885915 iso_8859-15 l9 iso-8859-16 cskoi8r koi koi8 koi8-r koi8_r koi8-ru koi8-u csmacintosh mac macintosh
x-mac-roman dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 cp1250 windows-1250 x-cp1250 cp1251
windows-1251 x-cp1251 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1
iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 cp1253 windows-1253 x-cp1253 cp1254
csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
cp1255 windows-1255 x-cp1255 cp1256 windows-1256 x-cp1256 cp1257 windows-1257 x-cp1257 cp1258 windows-1258
x-cp1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk
iso-ir-58 x-gbk gb18030 big5 big5-hkscs cn-big5 csbig5 x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csiso2022jp
iso-2022-jp csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cseuckr csksc56011987 euc-kr
iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 csiso2022kr hz-gb-2312 iso-2022-cn
iso-2022-cn-ext iso-2022-kr replacement unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode
unicodefeff utf-16 utf-16le x-user-defined`
  .trim()
  .split(/\s+/);

/** mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

const random = seeded(20260303);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

const particles = [
  'utf',
  '-7',
  '-16',
  'be',
  'iso-2022-',
  'cn',
  '\u0000',
  '\ud83d',
  '=?',
  '?=',
  '"',
  ';',
  '*',
  "''",
  '__proto__',
  'constructor',
  'toString',
  '../',
  '%s',
  '\\',
  'x-',
  ' ',
  '\t',
  'UTF8',
  '９',
  'İ',
  '-imap',
  'scsu',
  'bocu-1',
  'cp',
  '65001',
  'ebcdic',
  'null',
  'default',
];
const hostile = Array.from({ length: 500 }, (_, i) =>
  i % 50 === 0
    ? 'q'.repeat(i * 100 + 1)
    : Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(particles)).join(''),
);

const bytes = (...values: readonly number[]): string => String.fromCharCode(...values);

/** Byte strings: what each encoding is abused with. */
const payloads: readonly string[] = [
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-', // UTF-7
  '+2D3cAA-+/v8-',
  bytes(0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00), // UTF-16 with half a pair
  bytes(0xfe, 0xff, 0xdc, 0x00, 0xd8, 0x3d),
  bytes(0x00, 0xd8, 0x00, 0xd8, 0x00, 0xdc),
  bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), // surrogates in UTF-8
  bytes(0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xf0, 0x80, 0x80, 0xaf), // overlong
  bytes(0xf4, 0x90, 0x80, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80), // beyond Unicode
  bytes(0xc3), // cut short
  bytes(0xf0, 0x9f, 0x98),
  `no${bytes(0)}pe${bytes(0, 0)}`,
  `${bytes(0xe2, 0x80, 0xae)}txt.exe${bytes(0xe2, 0x81, 0xa6)}`, // bidi controls
  bytes(0xef, 0xbb, 0xbf, 0xef, 0xbf, 0xbe, 0xef, 0xbf, 0xbf), // BOM and non-characters
  bytes(0x1b, 0x24, 0x42, 0x30, 0x21), // ISO-2022-JP, never switched back
  bytes(0x1b, 0x24, 0x29, 0x43, 0x0e, 0x21, 0x0f), // ISO-2022-KR
  '~{VPND~}~', // HZ
  bytes(0x81, 0x30, 0x81, 0x30, 0x84, 0x31, 0xa4, 0x37, 0xff), // GB 18030
  bytes(0x82, 0xa0, 0x81, 0x80, 0xfc), // Shift_JIS
  bytes(...Array.from({ length: 128 }, (_, i) => 0x80 + i)),
  `=?utf-8?Q?=F0=9F=98?= =?utf-8?Q?=80?= =?utf-16?B?2D0=?= =?x?B?${'A'.repeat(999)}?=`,
];

const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff);
const base64 = (text: string): string => btoa(String.fromCharCode(...toBytes(text)));
const quoted = (text: string): string =>
  [...toBytes(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** A report with the payload in its subject, text, diagnostic and in the subject of what came back. */
function report(label: string, payload: string, other: string): Uint8Array {
  const mixed = `=?${label}?B?${base64(payload)}?= ${payload.replaceAll(/[\r\n]/g, '')} =?${label}?q?${quoted(other)}?=`;
  return toBytes(`From: MAILER-DAEMON@plum.example
Subject: Undeliverable ${mixed}
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain; charset="${label}"
Content-Transfer-Encoding: base64

${base64(`${payload}\n<olga@plum.example>: ${other}`)}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; plum.example

Final-Recipient: rfc822; olga@plum.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 ${payload} ${mixed} no such user

--b
Content-Type: text/rfc822-headers; charset=${label}

From: ${mixed} <a@b.example>
Subject: ${mixed}
Message-ID: <${payload}@b.example>

--b--
`);
}

/** The same without a status part, so that the words of the text part decide. */
function prose(label: string, payload: string): Uint8Array {
  return toBytes(`From: MAILER-DAEMON@plum.example
Subject: Undelivered Mail =?${label}?Q?${quoted(payload)}?=
Content-Type: text/plain; charset=${label}
Content-Transfer-Encoding: 8bit

Your message could not be delivered.

<olga@plum.example>: 550 5.1.1 ${payload} no such user
`);
}

/** Faults of all answers to one label; the two runs must not differ. */
function faults(label: string, payload: string, other: string): string[] {
  const read = (): BounceEvent[] => decode(report(label, payload, other), { as: 'mail' });
  const events = read();
  const found = [...events, ...decode(prose(label, payload), { as: 'mail' })].flatMap(shapeFaults);
  if (JSON.stringify(read()) !== JSON.stringify(events)) found.push('two answers to one question');
  return found.map((fault) => `${JSON.stringify(label)} ${JSON.stringify(payload)}: ${fault}`);
}

test('there are 500 hostile labels, and all of the standard', () => {
  expect(new Set(hostile).size).toBeGreaterThan(400);
  expect(whatwg.length).toBeGreaterThan(215);
});

test('every label of the standard with every payload', () => {
  const found = whatwg.flatMap((label) => payloads.flatMap((payload) => faults(label, payload, pick(payloads))));
  expect(found.slice(0, 10)).toEqual([]);
});

test('500 hostile labels with a third of the payloads each', () => {
  const found = hostile.flatMap((label, i) =>
    payloads.filter((_, j) => (i + j) % 3 === 0).flatMap((payload) => faults(label, payload, pick(payloads))),
  );
  expect(found.slice(0, 10)).toEqual([]);
});

test('a status part names its recipient whatever charset the rest claims', () => {
  const lost = [...whatwg, ...hostile].filter((label) => {
    const [event] = decode(report(label, payloads[0] as string, 'x'), { as: 'mail' });
    return event?.recipient !== 'olga@plum.example';
  });
  // A line break or a quote in the label ends the header or the parameter, not the report.
  expect(lost).toEqual([]);
});

test('UTF-7 is not decoded', () => {
  const [event] = decode(prose('utf-7', payloads[0] as string), { as: 'mail' });
  expect(event?.diagnostic).toContain('+ADw-script+AD4-');
});

test('replies, pasted text and webhooks with broken UTF-16 give well-formed text', () => {
  const broken = ['\ud800', '\udc00', '\udc00\ud800', 'a\ud83d', '\ud83d\u0000'];
  const found = broken
    .flatMap((text) => [
      ...decode(`550 5.1.1 <o@plum.example>: ${text} unknown user`),
      ...decode(`Your message could not be delivered.\n\n<o@plum.example>: 550 5.1.1 ${text} unknown\n`),
      ...decode({
        RecordType: 'Bounce',
        Type: 'HardBounce',
        MessageID: text,
        Email: `o${text}@plum.example`,
        Details: `550 ${text}`,
        Subject: text,
      }),
    ])
    .flatMap(shapeFaults);
  expect(found).toEqual([]);
});

test('text that is cut at a limit is not cut inside a character', () => {
  const long = '\u{1f600}'.repeat(40_000);
  const found = [0, 1]
    .flatMap((shift) => {
      const text = `${'x'.repeat(shift)}${long}`;
      const subject = new TextEncoder().encode(
        `From: MAILER-DAEMON@plum.example\nSubject: Undelivered Mail\n\n<o@plum.example>: 550 5.1.1 ${text}\n\n--- Below this line is a copy of the message.\n\nFrom: ${text.slice(0, 4_001)} <a@b.example>\nSubject: ${text.slice(0, 4_001)}\nList-Id: ${text.slice(0, 4_001)}\nX-Campaign: ${text.slice(0, 4_001)}\nMessage-ID: <${text.slice(0, 4_001)}>\n\nhello\n`,
      );
      return [
        ...decode(subject, { as: 'mail' }),
        ...decode(`550 5.1.1 ${text}`),
        ...decode(`2026-05-27 14:30:01 1uJxAb-0002Cd-3E ** o@plum.example R=d T=r: 550 ${text}\n`, { as: 'log' }),
        ...decode({
          event: 'bounce',
          email: 'o@plum.example',
          sg_event_id: 'x',
          reason: `550 ${text}`,
          category: text,
        }),
      ];
    })
    .flatMap(shapeFaults);
  expect(found).toEqual([]);
});
