import { Buffer } from 'node:buffer';
import type { Zone } from '@whybounce/core/dns';
import type { Message } from '../../verify/message.ts';
import {
  body,
  carefulNames,
  ed25519Key,
  fields,
  received,
  rsaKey,
  sign,
  signByHand,
  toMessage,
} from '../../verify/signed-fixture.ts';
import type { World } from '../prove-fixture.ts';

export const key = rsaKey(2048);
const other = ed25519Key();

/** A message that nobody signed, as it came. */
export const plain = toMessage(
  `Received: from mail.example.com (mail.example.com [192.0.2.1]) by mx.example.net with ESMTP id 1; Mon, 2 Nov 2026 08:00:30 +0000\n${fields}`,
  body,
);
/** The same with a signature that has nothing to warn of. */
export const careful = signByHand(plain, key, carefulNames, 'x=1799999999;');

/** Keys of the fixtures: s1 is RSA, e1 Ed25519. */
export const keys: Zone = {
  's1._domainkey.example.com': { TXT: [key.record] },
  's1._domainkey.example.net': { TXT: [key.record] },
  'e1._domainkey.example.com': { TXT: [other.record] },
};

/** A message with a signature of example.com. */
export function signedBy(kind: 'rsa' | 'ed25519', options: Parameters<typeof sign>[2] = {}): Promise<string> {
  return kind === 'rsa' ? sign(plain, key, options) : sign(plain, other, { selector: 'e1', ...options });
}

/** A world in which a message came, with what is known of its way. */
export function messageWorld(
  text: string,
  { envelope = {}, zone = {}, ...more }: Partial<World> & { readonly envelope?: Partial<Message> } = {},
): World {
  const message = { raw: Buffer.from(text, 'latin1'), ip: null, helo: null, mailFrom: null, received, ...envelope };
  return { subject: { message }, zone: { ...keys, ...zone }, ...more };
}

export const unsigned = messageWorld(plain, { says: 'The message has no DKIM signature.' });
/** Beyond what is verified. */
export const endless = messageWorld(`${'X: y\r\n'.repeat(5_000)}${plain}`);
