/** Fields that every fixture has unless it says otherwise: the topmost Received field is of the receiving server. */
const usual: Readonly<Record<string, string>> = {
  'Return-Path': '<bounce@example.com>',
  Received:
    'from mail.example.com (mail.example.com [192.0.2.25])\r\n\tby mx.example.net (Postfix) with ESMTPS id 4Q1\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\tfor <bob@example.net>; Sat, 28 Nov 2026 11:59:30 +0000',
  From: 'Ann <ann@example.com>',
  To: 'bob@example.net',
  Subject: 'Minutes of the meeting',
  Date: 'Sat, 28 Nov 2026 11:59:00 +0000',
  'Message-ID': '<a1b2c3@example.com>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
};

/** A message out of fields over the usual ones; null takes one away, a list has it several times. */
export function rawMessage(
  fields: Readonly<Record<string, string | readonly string[] | null>> = {},
  body = 'Hello Bob,\n\nthe minutes are attached.\n',
): Uint8Array {
  const given = { ...usual, ...fields };
  const lines = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
  );
  return bytesOf(`${lines.join('\n')}\n\n${body}`.replace(/\r?\n/g, '\r\n'));
}

/** Text as it travels: UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
