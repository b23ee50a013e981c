import { Buffer } from 'node:buffer';
import { createHash, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import { type DnsClient, type Zone, ZoneDns } from '@whybounce/core/dns';
import { createSeal, type DKIMSignOptions, dkimSign, dkimVerify } from 'mailauth';
import { canonicalBody, canonicalField } from './canonical.ts';
import type { Message } from './message.ts';
import type { Verification } from './verification.ts';
import { verifyMessage } from './verify-message.ts';

/** A pair of keys with the record that publishes it. */
export interface FixtureKey {
  readonly privateKey: string;
  readonly record: string;
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function rsaKey(bits: number): FixtureKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const data = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { privateKey: pem(privateKey), record: `v=DKIM1; k=rsa; p=${data}` };
}

export function ed25519Key(): FixtureKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const data = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { privateKey: pem(privateKey), record: `v=DKIM1; k=ed25519; p=${data}` };
}

/** When fixtures are signed and come. */
export const signedAt = new Date('2026-11-02T08:00:00Z');
export const received = new Date('2026-11-02T08:00:30Z');

export const fields = `From: Ada <ada@example.com>
To: bob@example.net
Subject: Your invoice
Date: Mon, 2 Nov 2026 08:00:00 +0000
Message-ID: <1@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
`;
export const body = `Hello Bob,

the invoice of  October is attached.
Pay it by Friday.

Ada
`;

export function toMessage(header: string, text: string): string {
  return `${header}\n${text}`.replaceAll(/\r?\n/g, '\r\n');
}

/** Names that a careful signer lists: the ones that matter once more than they stand there. */
export const carefulNames =
  'From:From:To:To:Subject:Subject:Date:Date:Cc:Cc:Reply-To:Reply-To:Message-ID:MIME-Version:Content-Type';

/** Puts a signature on top of a message. */
export async function sign(message: string, key: FixtureKey, options: Partial<DKIMSignOptions> = {}): Promise<string> {
  const signatureData = [
    {
      signingDomain: options.signingDomain ?? 'example.com',
      selector: options.selector ?? 's1',
      privateKey: key.privateKey,
      ...options,
    },
  ];
  const { signatures, errors } = await dkimSign(Buffer.from(message, 'latin1'), {
    signTime: signedAt,
    ...options,
    signatureData,
  } as unknown as DKIMSignOptions);
  const [error] = errors;
  if (error !== undefined) throw error.err;
  return signatures + message;
}

/**
 * Puts a signature on top that mailauth's signer would refuse or cannot write: names that are listed more often than they stand
 * there, From left out, tags of any kind.
 *
 * @param names as `h=` lists them
 * @param tags more of them, such as `x=1;`
 */
export function signByHand(message: string, key: FixtureKey, names: string, tags = '', domain = 'example.com'): string {
  const end = message.indexOf('\r\n\r\n');
  const lines = message.slice(0, end).split(/\r\n(?![ \t])/);
  const bh = createHash('sha256')
    .update(canonicalBody(Buffer.from(message.slice(end + 4), 'latin1'), 'relaxed'))
    .digest('base64');
  const own = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; ${tags} h=${names}; bh=${bh}; b=`;
  const input: string[] = [];
  for (const name of names.toLowerCase().split(':')) {
    const at = lines.findLastIndex((line) => line.toLowerCase().startsWith(`${name}:`));
    if (at >= 0) input.push(`${canonicalField(lines.splice(at, 1)[0] as string, 'relaxed')}\r\n`);
  }
  const signature = signBytes(
    'sha256',
    Buffer.from(input.join('') + canonicalField(own, 'relaxed'), 'latin1'),
    key.privateKey,
  );
  return `${own}${signature.toString('base64')}\r\n${message}`;
}

/** Puts an ARC set on top of a message, with what the chain below it comes to. */
export async function seal(
  message: string,
  key: FixtureKey,
  instance: number,
  cv: 'none' | 'pass' | 'fail',
): Promise<string> {
  const input = Buffer.from(message, 'latin1');
  // the chain below has to be read for a seal to cover it
  const { headers, arc } = await dkimVerify(input, { resolver: async () => [] });
  const chain = { ...(headers === undefined ? {} : { headers }), ...(arc === undefined ? {} : { arc }) };
  const { headers: set, errors } = await createSeal(input, {
    ...chain,
    seal: {
      signingDomain: `hop${instance}.example`,
      selector: 'arc',
      privateKey: key.privateKey,
      cv,
      i: instance,
      authResults: `hop${instance}.example; spf=pass smtp.mailfrom=example.com`,
      signTime: signedAt,
    },
  });
  if (errors[0] !== undefined) throw errors[0].err;
  return `${set.join('\r\n')}\r\n${message}`;
}

/** The same message with one text replaced, which must be there. */
export function edited(message: string, from: string | RegExp, to: string): string {
  const changed = message.replace(from, to);
  if (changed === message) throw new Error(`Nothing to replace: ${String(from)}`);
  return changed;
}

/** Verifies a fixture. */
export function verified(message: string, zone: Zone | DnsClient, more: Partial<Message> = {}): Promise<Verification> {
  const dns = 'query' in zone && typeof zone.query === 'function' ? (zone as DnsClient) : new ZoneDns(zone as Zone);
  return verifyMessage(
    { raw: Buffer.from(message, 'latin1'), ip: null, helo: null, mailFrom: null, received, ...more },
    { dns, now: received },
  );
}

/** A zone in which keys of example.com are published by their selectors. */
export function keyZone(records: Readonly<Record<string, string>>): Zone {
  return Object.fromEntries(
    Object.entries(records).map(([selector, record]) => [
      selector.includes('.') ? selector : `${selector}._domainkey.example.com`,
      { TXT: [record] },
    ]),
  );
}
