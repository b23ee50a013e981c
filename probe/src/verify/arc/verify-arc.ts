import { Buffer } from 'node:buffer';
import type { DnsClient } from '@whybounce/core/dns';
import { canonicalField, withoutSignature } from '../canonical.ts';
import type { BodyHashes } from '../dkim/body-hashes.ts';
import { checkBodyHash, checkHeader, type PartVerdict } from '../dkim/check-signature.ts';
import { loadKey } from '../dkim/key.ts';
import { readSignature, readTags, type Signature, signedInput } from '../dkim/signature.ts';
import { sayAccepted } from '../lenient.ts';
import { MAX_ARC_SETS, MAX_SIGNED_NAMES } from '../limits.ts';
import type { ChainVerdict } from '../mailauth/dkim.ts';
import { type Field, fieldValue, type SplitMessage } from '../split-message.ts';
import type { ArcFault, ArcPart, ArcSet, ArcVerdict } from './verdict.ts';

/** The fields of one set as they stand in the message. */
interface RawSet {
  readonly instance: number;
  seal: Field | null;
  messageSignature: Field | null;
  results: Field | null;
}

/** Characters of a hop's results that are shown. */
const MAX_RESULTS = 998;

/** Puts together what is known of the chain: the verifier's verdict, and each hop for itself. */
export async function reportArc(
  { fields }: SplitMessage,
  hashes: BodyHashes,
  strict: ChainVerdict,
  lenient: ChainVerdict,
  dns: DnsClient,
): Promise<ArcVerdict> {
  const raw = setsOf(fields);
  const sets: ArcSet[] = [];
  let sealed = '';
  for (const set of raw.slice(0, MAX_ARC_SETS)) {
    // each seal covers all sets before it and its own (section 5.1.1)
    sealed += [set.results, set.messageSignature]
      .map((field) => (field === null ? '' : `${relaxed(field)}\r\n`))
      .join('');
    sets.push({
      instance: set.instance,
      cv: set.seal === null ? null : (tagsOf(set.seal).get('cv')?.toLowerCase() ?? ''),
      seal: set.seal === null ? null : await checkSeal(set.seal, sealed, dns),
      messageSignature:
        set.messageSignature === null ? null : await checkMessage(set.messageSignature, fields, hashes, dns),
      results: set.results === null ? null : fieldValue(set.results).slice(0, MAX_RESULTS),
    });
    if (set.seal !== null) sealed += `${relaxed(set.seal)}\r\n`;
  }
  return verdictOf(strict, lenient, sets, raw.length);
}

/** Whether the verifier can be given the chain as it is: a field with endless names in h= keeps it busy. */
export function isVerifiable(fields: readonly Field[]): boolean {
  return fields
    .filter(({ name }) => name === 'arc-message-signature')
    .every((field) => readSignature(field).signedHeaders.length <= MAX_SIGNED_NAMES);
}

function verdictOf(strict: ChainVerdict, lenient: ChainVerdict, sets: readonly ArcSet[], hops: number): ArcVerdict {
  if (strict.result === 'beyond-limits' || lenient.result === 'beyond-limits')
    return {
      cv: hops === 0 ? 'none' : 'undetermined',
      lenient: null,
      hops,
      sets,
      fault: null,
      detail:
        hops === 0 ? null : 'The message has more signatures, or signatures of more fields, than any mail in use.',
      firstBroken: null,
      oldestPass: null,
    };
  const broken = strict.result === 'fail' ? brokenAt(strict.comment, sets) : null;
  // a key that cannot be fetched says nothing of the chain, though RFC 8617 section 5.2 has receivers fail it
  const undetermined = strict.result === 'fail' && broken?.isProven !== true && sets.some(lacksKey);
  const cv = undetermined ? 'undetermined' : strict.result;
  return {
    cv,
    lenient:
      lenient.result === strict.result
        ? null
        : {
            result: lenient.result,
            because: lenient.accepted.length === 0 ? [lenient.comment ?? ''] : lenient.accepted.map(sayAccepted),
          },
    hops,
    sets,
    fault: cv === 'fail' ? (broken?.fault ?? 'malformed') : null,
    detail: cv === 'fail' || undetermined ? strict.comment : null,
    firstBroken: cv === 'fail' ? (broken?.instance ?? null) : null,
    oldestPass: cv === 'pass' ? oldestPass(sets) : null,
  };
}

/** The verifier's remarks: what they are about, and the instance where they name one. */
const remarks: readonly (readonly [RegExp, ArcFault])[] = [
  [/^i=(\d+) seal signature validation failed/, 'seal-differs'],
  [/^i=(\d+) no valid signature/, 'message-differs'],
  [/^(?:no key|unknown key|invalid public key|inappropriate|key not)/, 'key-missing'],
  [/^weak key/, 'key-weak'],
  [/^i=(\d+) cv=/, 'cv'],
  [/^i=(\d+) no arc-/, 'set-incomplete'],
  [/^i=(\d+) multiple /, 'set-repeated'],
  [/^i=(\d+) expected=|^invalid (?:as|ams|aar) instance/, 'instance'],
  [/^chain-length=/, 'too-many'],
];

interface Break {
  readonly fault: ArcFault;
  readonly instance: number | null;
  /** It is there to be seen in the message, whatever the DNS does not tell. */
  readonly isProven: boolean;
}

function brokenAt(comment: string | null, sets: readonly ArcSet[]): Break {
  const seal = sets.find((set) => set.seal?.verdict === 'fail');
  const newest = sets.at(-1);
  const isChanged = newest?.messageSignature?.verdict === 'fail' || newest?.messageSignature?.bodyHash === 'fail';
  const found = remarks.find(([pattern]) => pattern.test(comment ?? ''));
  const named = found?.[0].exec(comment ?? '')?.[1];
  const fault = found?.[1] ?? 'malformed';
  // the verifier begins with the newest seal; what broke first is told by the oldest
  if (fault === 'seal-differs') return { fault, instance: seal?.instance ?? Number(named), isProven: true };
  if (fault === 'message-differs') {
    const isProven = isChanged || newest?.messageSignature?.key.status !== 'undetermined';
    return { fault: isChanged ? fault : 'message-signature-invalid', instance: Number(named), isProven };
  }
  if (fault === 'key-missing' || fault === 'key-weak') {
    const without = sets.find((set) => set.seal?.key.status !== 'found' || set.seal.verdict !== 'pass');
    return { fault, instance: without?.instance ?? null, isProven: true };
  }
  if (comment === null && seal !== undefined) return { fault: 'seal-differs', instance: seal.instance, isProven: true };
  if (comment === null && isChanged)
    return { fault: 'message-differs', instance: newest?.instance ?? null, isProven: true };
  return { fault, instance: named === undefined ? null : Number(named), isProven: comment !== null };
}

function lacksKey({ seal, messageSignature }: ArcSet): boolean {
  return seal?.key.status === 'undetermined' || messageSignature?.key.status === 'undetermined';
}

function oldestPass(sets: readonly ArcSet[]): number {
  const changed = sets.findLast(({ messageSignature }) => messageSignature?.verdict !== 'pass');
  return changed === undefined ? 0 : changed.instance + 1;
}

async function checkSeal(field: Field, before: string, dns: DnsClient): Promise<ArcPart> {
  const signature = readSignature(field);
  const key = await loadKey(dns, signature.selector, signature.domain);
  const input = Buffer.from(before + relaxed({ ...field, line: withoutSignature(field.line) }), 'latin1');
  const finding = checkHeader(signature, input, key);
  return {
    ...partOf(signature, key),
    verdict: finding === null ? 'undetermined' : finding === 'same' ? 'pass' : 'fail',
  };
}

async function checkMessage(
  field: Field,
  fields: readonly Field[],
  hashes: BodyHashes,
  dns: DnsClient,
): Promise<ArcPart & { bodyHash: PartVerdict }> {
  const signature = readSignature(field);
  const key = await loadKey(dns, signature.selector, signature.domain);
  const bodyHash = checkBodyHash(signature, hashes);
  const finding =
    signature.signedHeaders.length > MAX_SIGNED_NAMES
      ? null
      : checkHeader(signature, signedInput(signature, fields), key);
  const verdict =
    bodyHash === 'fail' || (finding !== null && finding !== 'same')
      ? 'fail'
      : finding === null
        ? 'undetermined'
        : bodyHash;
  return { ...partOf(signature, key), verdict, bodyHash };
}

function partOf(
  { domain, selector, algorithm }: Signature,
  loaded: Awaited<ReturnType<typeof loadKey>>,
): Omit<ArcPart, 'verdict'> {
  const { publicKey: _, ...key } = loaded;
  return { domain, selector, algorithm, key };
}

/** The sets by their instance; fields whose instance is no number belong to none. */
function setsOf(fields: readonly Field[]): RawSet[] {
  const sets = new Map<number, RawSet>();
  const slots = {
    'arc-seal': 'seal',
    'arc-message-signature': 'messageSignature',
    'arc-authentication-results': 'results',
  } as const;
  for (const field of fields) {
    const slot = slots[field.name as keyof typeof slots];
    if (slot === undefined) continue;
    const instance = instanceOf(field);
    if (instance === null) continue;
    let set = sets.get(instance);
    if (set === undefined) {
      set = { instance, seal: null, messageSignature: null, results: null };
      sets.set(instance, set);
    }
    set[slot] ??= field;
  }
  return [...sets.values()].sort((a, b) => a.instance - b.instance);
}

function instanceOf(field: Field): number | null {
  const text = tagsOf(field).get('i') ?? '';
  const instance = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return instance >= 1 && instance <= MAX_ARC_SETS ? instance : null;
}

function tagsOf(field: Field): Map<string, string> {
  return readTags(field.line.slice(field.line.indexOf(':') + 1).replaceAll('\r\n', ''));
}

function relaxed({ line }: Field): string {
  return canonicalField(line, 'relaxed');
}
