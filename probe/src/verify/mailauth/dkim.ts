import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import type { DnsClient } from '@whybounce/core/dns';
import { type ARCResult, arc, type DKIMResult, type DKIMVerifyResult, dkimVerify } from 'mailauth';
import type { AuthResult } from '../auth-result.ts';
import { resolverOf } from './resolver.ts';

/** Bits below which a key counts for nothing (RFC 8301 section 3.2). */
export const MIN_RSA_BITS = 1_024;

/** What the verifier says of one signature. */
export interface SignatureVerdict {
  readonly result: AuthResult;
  /** Its remark in few words: `bad signature`. */
  readonly comment: string | null;
  /** What it accepted that a strict verifier does not, by its code. */
  readonly accepted: readonly string[];
  readonly domain: string;
  /** `b=` without blanks. */
  readonly signature: string;
  /** Bytes of the canonical body that `l=` leaves unsigned. */
  readonly unsignedBytes: number;
}

/** What the verifier says of an ARC chain. */
export interface ChainVerdict {
  /** `beyond-limits`: it was not asked. */
  readonly result: 'none' | 'pass' | 'fail' | 'beyond-limits';
  readonly comment: string | null;
  readonly accepted: readonly string[];
}

/** What the verifier says of a message's signatures. */
export interface SignatureRun {
  /** In the order of the fields; a lenient run leaves out what it cannot read at all. */
  readonly signatures: readonly SignatureVerdict[];
  readonly chain: ChainVerdict;
  /** Addresses in From. */
  readonly from: readonly string[];
  readonly fromFields: number;
}

/** How to verify. */
export interface RunOptions {
  readonly dns: DnsClient;
  /** When the message came. */
  readonly at: Date;
  /** By the RFCs, or as lenient receivers do. */
  readonly strict: boolean;
}

/** Has mailauth verify the DKIM signatures and the ARC chain of a message. */
export async function runSignatures(message: Buffer, { dns, at, strict }: RunOptions): Promise<SignatureRun> {
  const resolver = resolverOf(dns, 'ENOTFOUND');
  // one chunk: between two it would keep and scan an unfinished line again and again
  const input = Readable.from([message], { objectMode: false });
  const options = { resolver, curTime: at, strict, minBitLength: MIN_RSA_BITS };
  const dkim = await dkimVerify(message.length === 0 ? Buffer.from('\r\n') : input, options);
  const chain = await runChain(dkim, options);
  return {
    signatures: dkim.results.filter(isSigned).map(signatureVerdict),
    chain,
    from: dkim.headerFrom,
    fromFields: dkim.fromFields,
  };
}

async function runChain(
  { arc: data }: DKIMVerifyResult,
  options: { resolver: ReturnType<typeof resolverOf>; strict: boolean; minBitLength: number },
): Promise<ChainVerdict> {
  const verdict: ARCResult = await arc(data as Parameters<typeof arc>[0], options);
  const { result, comment } = verdict.status;
  return {
    result: result === 'pass' || result === 'none' ? result : 'fail',
    comment: comment ?? null,
    accepted: verdict.warnings ?? [],
  };
}

/** A message without any signature has one result that says so. */
function isSigned({ status }: DKIMResult): boolean {
  return status.result !== 'none';
}

function signatureVerdict(result: DKIMResult): SignatureVerdict {
  const { status } = result;
  return {
    result: wordOf(status.result),
    comment: status.comment ?? (status.policy?.['dkim-rules'] === 'weak-key' ? 'weak key' : null),
    accepted: status.warnings ?? [],
    domain: result.signingDomain ?? '',
    signature: result.signature ?? '',
    unsignedBytes: status.underSized ?? 0,
  };
}

const words: ReadonlySet<string> = new Set([
  'pass',
  'fail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'softfail',
]);

/** Its word, where RFC 8601 has it. */
export function wordOf(result: string): AuthResult {
  return words.has(result) ? (result as AuthResult) : 'temperror';
}
