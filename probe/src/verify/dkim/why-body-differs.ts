import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { lowerFirst } from '../../letter-case.ts';
import { type Canonicalization, canonicalBody } from '../canonical.ts';
import { MAX_EXPLORED_BODY } from '../limits.ts';
import { type Field, fieldValue } from '../split-message.ts';
import { type FormerBody, formerBodies } from './body-change.ts';
import { formerEncodings } from './body-encoding.ts';
import type { BodyHashes } from './body-hashes.ts';
import { hashName } from './check-signature.ts';
import { type Budget, type Cut, findCut, type Target } from './cut-search.ts';
import { quoteOf } from './quote.ts';
import type { Signature } from './signature.ts';
import type { LikelyCause } from './verdict.ts';

/**
 * Tells by what a body was changed after it was signed: undoes one known kind of change after the other until the hash
 * of the signature comes out. What does so is proven; where nothing does, what speaks for a change is told as a guess.
 *
 * @param fields of the message: what it is encoded as, and who passed it on
 * @param budget of the whole message: it is used up by what is tried
 */
export function whyBodyDiffers(
  signature: Signature,
  hashes: BodyHashes,
  fields: readonly Field[],
  budget: Budget,
): LikelyCause[] {
  const { body } = hashes;
  const hash = hashName(signature.algorithm);
  const own = signature.canonicalization?.body;
  if (hash === null || own === undefined) return [];
  const target: Target = {
    hash,
    expected: Buffer.from(signature.bodyHash, 'base64'),
    length: signature.bodyLength,
    empty: own === 'simple' ? '\r\n' : '',
  };
  const canonical = hashes.canonical(own);
  if (signature.bodyLength !== null && signature.bodyLength > canonical.length)
    return [
      {
        kind: 'truncated',
        proven: true,
        says: `The signature covers ${signature.bodyLength} bytes of the body (l=), and only ${canonical.length} arrived: the end was cut off.`,
        quote: null,
      },
    ];
  const boundary = boundaryOf(fields);
  let found = byOtherCanonicalization(hashes, own, target, budget);
  if (body.length <= MAX_EXPLORED_BODY)
    found ??=
      byPart(body, boundary, own, target, budget) ??
      byCut(findCut(canonical, target, budget)) ??
      byFormer(body, fields, boundary, own, target, budget);
  return found === null ? guesses(body, fields, boundary) : [found];
}

function isSigned(canonical: Buffer, target: Target, budget: Budget): boolean {
  const signed = target.length === null ? canonical : canonical.subarray(0, target.length);
  budget.bytes -= signed.length;
  return budget.bytes >= 0 && createHash(target.hash).update(signed).digest().equals(target.expected);
}

function byOtherCanonicalization(
  hashes: BodyHashes,
  own: Canonicalization,
  target: Target,
  budget: Budget,
): LikelyCause | null {
  const other = own === 'simple' ? 'relaxed' : 'simple';
  if (!isSigned(hashes.canonical(other), target, budget)) return null;
  return own === 'simple'
    ? {
        kind: 'blanks-changed',
        proven: true,
        says: 'Blanks were added to lines after the message was signed, and nothing else. c=relaxed/relaxed overlooks that.',
        quote: null,
      }
    : {
        kind: 'other-canonicalization',
        proven: true,
        says: 'The signer hashed the body as c=simple would, and wrote c=relaxed. Every receiver must refuse that: the signing program is at fault.',
        quote: null,
      };
}

function byCut(cut: Cut | null): LikelyCause | null {
  if (cut === null) return null;
  const quote = quoteOf(cut.text);
  const bytes = `${cut.text.length} bytes`;
  switch (cut.where) {
    case 'all':
      return {
        kind: 'empty-when-signed',
        proven: true,
        says: 'The body was empty when it was signed. Either all of its text was added later, or the signing program ran before the text was there.',
        quote,
      };
    case 'end':
      return {
        kind: 'footer-appended',
        proven: true,
        says: `${bytes} were appended to the body after it was signed; without them the signed body is there.`,
        quote,
      };
    case 'start':
      return {
        kind: 'text-prepended',
        proven: true,
        says: `${bytes} were put before the body after it was signed; without them the signed body is there.`,
        quote,
      };
    case 'middle':
      return {
        kind: 'text-inserted',
        proven: true,
        says: `${bytes} were inserted into the body after it was signed; without them the signed body is there.`,
        quote,
      };
  }
}

/** Parts that are looked at: each costs a search for the end of its header. */
const MAX_PARTS = 32;

/** Mailing lists put the whole body into a part of a new multipart, and their footer into another. */
function byPart(
  body: Buffer,
  boundary: string | null,
  own: Canonicalization,
  target: Target,
  budget: Budget,
): LikelyCause | null {
  if (boundary === null) return null;
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let parts = 0;
  for (let at = body.indexOf(delimiter); at >= 0 && parts < MAX_PARTS; parts++) {
    const next = body.indexOf(delimiter, at + delimiter.length);
    const headerEnd = body.indexOf('\r\n\r\n', at, 'latin1');
    const end = next < 0 ? body.length : next;
    if (headerEnd >= 0 && headerEnd + 4 < end) {
      if (budget.bytes < 0) return null;
      if (isSigned(canonicalBody(body.subarray(headerEnd + 4, end), own), target, budget))
        return {
          kind: 'wrapped-in-multipart',
          proven: true,
          says: 'The signed body is one part of a new multipart message: a mailing list or gateway wrapped it to add a part of its own.',
          quote: null,
        };
    }
    at = next;
  }
  return null;
}

function byFormer(
  body: Buffer,
  fields: readonly Field[],
  boundary: string | null,
  own: Canonicalization,
  target: Target,
  budget: Budget,
): LikelyCause | null {
  const encoding = fieldText(fields, 'content-transfer-encoding');
  // made again for each round: kept, they would fill the memory with copies of the body
  const formers = function* () {
    yield* formerBodies(body);
    yield* formerEncodings(body, encoding, boundary);
  };
  for (const former of formers())
    if (isSigned(canonicalBody(former.body, own), target, budget)) return proven(former, null);
  // one change seldom comes alone: a relay re-encodes, and a list appends its footer
  for (const former of formers()) {
    const cut = findCut(canonicalBody(former.body, own), target, budget);
    if (cut !== null) return proven(former, cut);
    if (budget.bytes < 0) return null;
  }
  return null;
}

function proven({ kind, says }: FormerBody, cut: Cut | null): LikelyCause {
  const more = byCut(cut);
  return {
    kind,
    proven: true,
    says: more === null ? says : `${says} And ${lowerFirst(more.says)}`,
    quote: more?.quote ?? null,
  };
}

/** Names under which gateways put links so that they pass by them. */
const rewrittenLink =
  /https?:\/\/(?:[a-z0-9-]{1,40}\.)?(?:safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|linkprotect\.cudasvc\.com|protect[a-z0-9-]{0,20}\.mimecast\.com|secure-web\.cisco\.com|[a-z0-9-]{1,40}\.trendmicro\.com)\//i;
const listFields = ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list', 'x-mailman-version'] as const;

function guesses(body: Buffer, fields: readonly Field[], boundary: string | null): LikelyCause[] {
  const causes: LikelyCause[] = [];
  const text = body.toString('latin1');
  const link = rewrittenLink.exec(text.replace(/=\r\n/g, ''));
  if (link !== null)
    causes.push({
      kind: 'links-rewritten',
      proven: false,
      says: `Links in the body lead to ${link[0]}: a gateway rewrites them, and each one breaks the body hash.`,
      quote: link[0],
    });
  if (boundary !== null && !text.includes(`--${boundary}--`))
    causes.push({
      kind: 'truncated',
      proven: false,
      says: 'The body never reaches the end of its last part: its end was cut off, or not everything was given.',
      quote: null,
    });
  const list = listFields.find((name) => name !== 'list-unsubscribe' && fields.some((field) => field.name === name));
  if (list !== undefined)
    causes.push({
      kind: 'list-passed',
      proven: false,
      says: `The message passed a mailing list (${list}: ${fieldText(fields, list) ?? ''}), and lists often change the body.`,
      quote: null,
    });
  return causes;
}

function fieldText(fields: readonly Field[], name: string): string | null {
  const field = fields.findLast((other) => other.name === name);
  return field === undefined ? null : fieldValue(field).slice(0, 998);
}

function boundaryOf(fields: readonly Field[]): string | null {
  const type = fieldText(fields, 'content-type') ?? '';
  if (!/^multipart\//i.test(type)) return null;
  const found = /;[ \t]{0,78}boundary[ \t]{0,8}=[ \t]{0,8}(?:"([^"]{1,250})"|([^\s;"]{1,250}))/i.exec(type);
  return found?.[1] ?? found?.[2] ?? null;
}
