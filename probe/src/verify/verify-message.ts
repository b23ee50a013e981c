import type { DnsClient } from '@whybounce/core/dns';
import { isVerifiable, reportArc } from './arc/verify-arc.ts';
import { BoundedDns } from './bounded-dns.ts';
import { BodyHashes } from './dkim/body-hashes.ts';
import { readSignature } from './dkim/signature.ts';
import { isVerified, reportDkim } from './dkim/verify-dkim.ts';
import { verifyDmarc } from './dmarc.ts';
import { completeEnvelope } from './envelope/read-envelope.ts';
import { DEADLINE_MS, MAX_EXPLORED_BYTES } from './limits.ts';
import { type ChainVerdict, runSignatures } from './mailauth/dkim.ts';
import type { Message } from './message.ts';
import { verifySpf } from './spf.ts';
import { type Field, joinMessage, splitMessage } from './split-message.ts';
import type { Verification } from './verification.ts';

/** The world in which a message is verified. */
export interface VerifyContext {
  readonly dns: DnsClient;
  /** What a signature is held against that was still good when the message came. */
  readonly now: Date;
}

/**
 * Verifies SPF (RFC 7208), DKIM (RFC 6376, 8301, 8463), DMARC (RFC 9989) and ARC (RFC 8617) of a message by the specification, and
 * as lenient receivers do where that differs. Parts of the envelope that are not given are read from the header.
 *
 * @param message whose dates are held against the time at which it came
 * @throws MessageLimitError for a message beyond the limits, before any of it is parsed
 */
export async function verifyMessage(message: Message, context: VerifyContext): Promise<Verification> {
  const split = splitMessage(message.raw);
  const dns = new BoundedDns(context.dns, DEADLINE_MS);
  try {
    const envelope = completeEnvelope(message, split.fields);
    const { fields, isWhole } = withinLimits(split.fields);
    const bytes = joinMessage(fields, split.body);
    const strict = await runSignatures(bytes, { dns, at: message.received, strict: true });
    const lenient = await runSignatures(bytes, { dns, at: message.received, strict: false });
    const hashes = new BodyHashes(split.body);
    const spf = await verifySpf(envelope, dns);
    const dkim = await reportDkim({
      message: split,
      hashes,
      strict: strict.signatures,
      lenient: lenient.signatures,
      dns,
      budget: { bytes: MAX_EXPLORED_BYTES },
      at: message.received,
      now: context.now,
    });
    const dmarc = await verifyDmarc({ from: strict.from, fromFields: strict.fromFields }, spf, dkim, dns);
    const arc = await reportArc(split, hashes, isWhole ? strict.chain : beyond, isWhole ? lenient.chain : beyond, dns);
    return {
      envelope,
      spf,
      dkim,
      dmarc,
      arc,
      authorDomain: dmarc.author,
      bodyBytes: split.body.length,
      bareLineFeeds: split.bareLineFeeds,
    };
  } finally {
    dns.close();
  }
}

/** Of a chain that is not given to the verifier whole. */
const beyond: ChainVerdict = { result: 'beyond-limits', comment: null, accepted: [] };

/**
 * What the verifier is given: signatures beyond the limits under another name, so that they cost nothing. A chain that signs them,
 * or that has such signatures itself, can then not be verified.
 */
function withinLimits(fields: readonly Field[]): { fields: readonly Field[]; isWhole: boolean } {
  let place = 0;
  let isWhole = true;
  const isChainVerifiable = isVerifiable(fields);
  const kept = fields.map((field) => {
    const isBeyond =
      (field.name === 'dkim-signature' && !isVerified(readSignature(field), place++)) ||
      (!isChainVerifiable && field.name.startsWith('arc-'));
    if (!isBeyond) return field;
    isWhole = false;
    return { name: 'x-not-verified', line: `X-Not-Verified${field.line.slice(field.line.indexOf(':'))}` };
  });
  return { fields: kept, isWhole };
}
