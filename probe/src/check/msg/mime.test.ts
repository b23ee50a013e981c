import { bytesOf, rawMessage } from '../../message/message-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import mime from './mime.ts';
import { htmlSubject, messageSubject, testSubject } from './subject-fixture.ts';

const alternative = { 'Content-Type': 'multipart/alternative; boundary=cut' };
const part = (type: string, body: string, more = '') => `--cut\nContent-Type: ${type}\n${more}\n${body}\n`;
const text = (fields: Readonly<Record<string, string | null>>, body: string) => ({
  subject: messageSubject(fields, body),
});
const raw = (change: (whole: string) => string) => ({
  subject: testSubject(bytesOf(change(new TextDecoder().decode(rawMessage())))),
});
const latin1 = testSubject(Uint8Array.from([...rawMessage({}, 'Gr'), 0xfc, 0xdf, 0x65]));

proveCheck(mime, {
  passes: {
    'plain text': { subject: messageSubject(), says: 'The message is well built: text/plain.' },
    'HTML with a plain text': { subject: htmlSubject('<p>The same in plain words for programs with HTML.</p>') },
    'saved on Unix': { ...raw((whole) => whole.replaceAll('\r\n', '\n')), says: /bare LFs cannot be told/ },
    'a few CRs left in a file saved on Unix': raw((whole) => whole.replaceAll('\r\n', '\n').replace('\n', '\r\n')),
    'no Content-Type at all': { subject: messageSubject({ 'Content-Type': null, 'MIME-Version': null }) },
    'an attachment': {
      subject: messageSubject(
        { 'Content-Type': 'multipart/mixed; boundary="cut"' },
        `${part('text/plain', 'Hello')}${part('application/pdf; name=a.pdf', 'JVBERi0=', 'Content-Transfer-Encoding: base64\n')}--cut--\n`,
      ),
    },
  },
  fails: {
    'bare LF': {
      ...raw((whole) => whole.replace('Bob,\r\n', 'Bob,\n')),
      says: /1 of 16 lines end in LF alone/,
      fix: /CR LF/,
    },
    'a bare CR': { ...raw((whole) => whole.replace('Bob,', 'Bob\r,')), says: /CR stands without LF/ },
    'a NUL byte': { ...raw((whole) => whole.replace('Bob,', 'Bob\0,')), says: /holds a NUL byte/ },
    'no boundary': { ...text({ 'Content-Type': 'multipart/mixed' }, 'Hello'), says: /names no boundary/ },
    'a boundary that does not occur': { ...text(alternative, '--other\n\nHello'), says: /occurs nowhere/ },
    'an end that is missing': { ...text(alternative, part('text/plain', 'Hello')), says: /--cut-- is missing/ },
    'a boundary that is too long': text(
      { 'Content-Type': `multipart/mixed; boundary=${'b'.repeat(80)}` },
      `--${'b'.repeat(80)}\n\nHello\n--${'b'.repeat(80)}--\n`,
    ),
    'an encoding that does not exist': {
      ...text({ 'Content-Transfer-Encoding': 'uuencode' }, 'Hello'),
      says: /“uuencode” is no transfer encoding/,
    },
    'no charset': { ...text({ 'Content-Type': 'text/plain' }, 'Grüße'), says: /names no charset/ },
    'a charset that nobody knows': text({ 'Content-Type': 'text/plain; charset=klingon' }, 'Hello'),
    'more than ASCII': { ...text({ 'Content-Type': 'text/plain; charset=us-ascii' }, 'Grüße'), says: /says us-ascii/ },
    'bytes of another charset': { subject: latin1, says: /says utf-8, but 2 of its characters/ },
    'more parts than anybody sends': {
      ...text({ 'Content-Type': 'multipart/mixed; boundary=cut' }, `${part('text/plain', 'x').repeat(1_500)}--cut--\n`),
      says: /more than 1000 parts/,
    },
  },
  warns: {
    'HTML alone': {
      ...text({ 'Content-Type': 'text/html; charset=utf-8' }, '<p>Hello</p>'),
      says: /no plain text beside it/,
    },
    'a plain text that says nothing': {
      ...text(
        alternative,
        `${part('text/plain', 'See HTML')}${part('text/html; charset=utf-8', `<p>${'word '.repeat(200)}</p>`)}--cut--\n`,
      ),
      says: /has 8 characters where the HTML shows 999/,
    },
    '8-bit in 7bit': { ...text({ 'Content-Transfer-Encoding': '7bit' }, 'Grüße'), says: /says 7bit/ },
    'a header that is not encoded': {
      subject: messageSubject({ Subject: 'Grüße' }),
      says: /field subject holds letters/,
    },
  },
  undetermined: { never: 'what cannot be told of line ends is said beside what can' },
});
