import { expect, it } from 'vitest';
import { bytesOf, rawMessage } from './message-fixture.ts';
import { readMessage } from './read-message.ts';

const mixed = { 'Content-Type': 'multipart/mixed; boundary=cut' };

it('tells body texts from attachments and from messages inside', () => {
  const inner = 'From: x@example.net\nContent-Type: text/html\n\n<p>inner</p>';
  const read = readMessage(
    rawMessage(
      mixed,
      `--cut\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n--cut\nContent-Type: text/html; name=body.html\n\n<p>Hi</p>\n--cut\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>file</p>\n--cut\nContent-Type: message/rfc822\n\n${inner}\n--cut--\n`,
    ),
  );
  expect(read.plain.map(({ text }) => text.trim())).toEqual(['Grüße']);
  expect(read.html.map(({ text }) => text.trim())).toEqual(['<p>Hi</p>']);
  expect(read.parts.map(({ type, isAttachment, fileName }) => [type, isAttachment, fileName])).toEqual([
    ['text/plain', false, null],
    ['text/html', false, 'body.html'],
    ['text/html', true, 'a.html'],
    ['message/rfc822', false, null],
  ]);
});

it('counts line ends and finds the longest line', () => {
  const { lines } = readMessage(bytesOf('A: b\r\n\r\nlong line\nx\ry\r\n\0end'));
  expect(lines).toEqual({
    crlf: 3,
    bareLf: 1,
    bareCr: 1,
    nul: 1,
    longest: { length: 9, line: 3, start: 8 },
    tooLong: 0,
    firstBareLf: 3,
    firstBareCr: 4,
  });
});

it.each([
  ['boundaries', `${'--cut\n\n'.repeat(500_000)}`],
  ['dashes', '-'.repeat(10_000_000)],
  ['lines of dashes', '--\n'.repeat(3_000_000)],
  ['nested parts', '--cut\nContent-Type: multipart/mixed; boundary=cut\n\n'.repeat(200_000)],
  ['HTML parts', '--cut\nContent-Type: text/html\n\n<p>x</p>\n'.repeat(200_000)],
  ['line ends', '\n'.repeat(10_000_000)],
])('reads ten million bytes of %s within its limits', (_, body) => {
  const { parts, html } = readMessage(rawMessage(mixed, body));
  expect(parts.length).toBeLessThanOrEqual(2_100);
  expect(html.length).toBeLessThanOrEqual(20);
});
