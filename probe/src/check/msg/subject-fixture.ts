import { rawMessage } from '../../message/message-fixture.ts';
import type { Subject } from '../context.ts';

/** The subject of a test of such a message. */
export function testSubject(raw: Uint8Array, more: Partial<Subject> = {}): Partial<Subject> {
  return {
    domain: 'example.com',
    ip: '192.0.2.25',
    helo: 'mail.example.com',
    mailFrom: 'bounce@example.com',
    message: { raw, ip: null, helo: null, mailFrom: null, received: new Date('2026-11-28T11:59:30Z') },
    ...more,
  };
}

/** The subject of a test of a message of such fields and body. */
export function messageSubject(
  fields: Readonly<Record<string, string | readonly string[] | null>> = {},
  body?: string,
): Partial<Subject> {
  return testSubject(rawMessage(fields, body));
}

/** A message with an HTML text and its plain alternative. */
export function htmlSubject(html: string, fields: Readonly<Record<string, string | null>> = {}): Partial<Subject> {
  return messageSubject(
    { 'Content-Type': 'multipart/alternative; boundary=cut', ...fields },
    `--cut\nContent-Type: text/plain; charset=utf-8\n\nThe same in plain words for programs without HTML.\n--cut\nContent-Type: text/html; charset=utf-8\n\n${html}\n--cut--\n`,
  );
}
