import type { Seen } from '@whybounce/core/check';
import { organizationalDomain } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import type { Envelope } from '../verify/envelope/envelope.ts';
import { fact } from './fact.ts';
import { messageParts } from './message-content.ts';
import { messageAddresses } from './message-domain.ts';
import { messageEnvelope } from './message-envelope.ts';
import { messageVerification } from './message-verification.ts';

/** One thing by which a message shows that it came by way of somebody else. */
export interface ForwardSign {
  readonly seen: Seen;
  /** What it shows, as a clause. */
  readonly shows: string;
}

/** Fields that forwarders and discussion lists write, each with what it shows. A newsletter's List-Id alone is none. */
const fields: readonly (readonly [field: string, shows: string])[] = [
  ['list-post', 'a discussion list passed it on'],
  ['x-beenthere', 'a discussion list passed it on'],
  ['x-mailman-version', 'a discussion list passed it on'],
  ['x-google-group-id', 'a Google group passed it on'],
  ['mailing-list', 'a discussion list passed it on'],
  ['x-forwarded-to', 'a mailbox forwards it'],
  ['x-forwarded-for', 'a mailbox forwards it'],
  ['x-ms-exchange-forwardingloop', 'a mailbox forwards it'],
  ['resent-from', 'somebody sent it again'],
  ['resent-to', 'somebody sent it again'],
];
/** Sender rewriting: the forwarder's own return path with the old one in it. */
const REWRITTEN = /^(?:SRS[01][=+-]|[^@]{1,200}\+caf_=)/i;
/** Longest value that is shown. */
const MAX_SHOWN = 300;

/** What shows that the message was forwarded or passed on by a list; empty where nothing does (RFC 7960 section 3). */
export const forwardSigns = fact(async (context: CheckContext): Promise<readonly ForwardSign[]> => {
  const { headers } = await messageParts(context);
  const envelope = await messageEnvelope(context);
  const signs: ForwardSign[] = [];
  const add = (of: string, value: string, shows: string) =>
    signs.push({ seen: { of, value: value.slice(0, MAX_SHOWN) }, shows });
  for (const [field, shows] of fields) {
    const value = headers.get(field);
    if (value !== null && value.toUpperCase() !== 'NO') add(field, value, shows);
  }
  const path = context.subject.mailFrom ?? envelope?.mailFrom?.value ?? '';
  if (REWRITTEN.test(path)) add('MAIL FROM', path, 'a forwarder rewrote the return path');
  for (const sealer of foreignSealers(headers.all('arc-seal'), envelope?.hop?.by ?? null))
    add('ARC-Seal', `d=${sealer}`, `${sealer} sealed it on its way`);
  const passed = envelope === null ? null : await foreignHop(context, envelope);
  if (passed !== null) signs.push(passed);
  return signs;
});

/** Seals that are read. */
const MAX_SEALS = 10;

/** Who sealed the message and is neither who received it nor where it began. */
function foreignSealers(seals: readonly string[], by: string | null): string[] {
  const receiver = by === null ? null : organizationalDomain(by);
  if (by === null || receiver === null) return [];
  return seals.slice(0, MAX_SEALS).flatMap((value) => {
    const tag = (name: string, form: string) =>
      new RegExp(`(?:^|;)\\s{0,8}${name}\\s{0,4}=\\s{0,4}(${form})`, 'i').exec(value.slice(0, 2_000))?.[1];
    const sealer = tag('d', '[a-z0-9.-]{1,253}')?.toLowerCase() ?? '';
    // Microsoft 365 seals everything that its customers send themselves
    const isOrigin = tag('i', '\\d{1,3}') === '1' && /(?:^|\.)microsoft\.com$/.test(sealer);
    // the receiving side seals too when it takes a message in
    return sealer === '' || isOrigin || organizationalDomain(sealer) === receiver || isOwnSeal(sealer, by)
      ? []
      : [sealer];
  });
}

/** Providers seal under another of their domains than their servers are named by. */
const ownSeals: readonly (readonly [seal: RegExp, server: RegExp])[] = [
  [/(?:^|\.)google\.com$/, /(?:^|\.)(?:google|googlemail|gmail)\.com$/],
  [/(?:^|\.)microsoft\.com$/, /\.(?:outlook|office365|exchangelabs)\.com$/],
  [/(?:^|\.)(?:yahoo|aol)\.com$/, /\.(?:yahoo|aol|yahoodns)\.(?:com|net)$/],
];

function isOwnSeal(sealer: string, by: string): boolean {
  return ownSeals.some(([seal, server]) => seal.test(sealer) && server.test(by));
}

/** RFC 3848: the letter A at the end is for a client that logged in, as authors do at their own service. */
const LOGGED_IN = /^(?:HTTPS?|[A-Z0-9]*SMTPS?A|LMTPS?A)$/i;

/**
 * The organisation between the author and the receiver, where it took the message in as a stranger's and handed it on
 * from an address that the SPF record of the return path does not name. Services that authors send by are named there,
 * or have them log in.
 */
async function foreignHop(context: CheckContext, { hop, hops, mailFrom }: Envelope): Promise<ForwardSign | null> {
  const below = hop === null ? undefined : hops.find(({ place, by }) => place > hop.place && by !== null);
  if (hop === null || below === undefined || LOGGED_IN.test(below.protocol ?? '')) return null;
  const server = organizationOf(below.by);
  const client = organizationOf(below.reverseName ?? below.helo);
  const { from } = await messageAddresses(context);
  const path = context.subject.mailFrom ?? mailFrom?.value ?? '';
  const authors = [...from.map(({ domain }) => domain), path.slice(path.lastIndexOf('@') + 1)].map(organizationOf);
  const isBetween = server !== null && server === organizationOf(hop.reverseName ?? hop.helo);
  if (!isBetween || server === organizationOf(hop.by) || server === client || client === null) return null;
  if (authors.includes(server)) return null;
  const found = await messageVerification(context);
  if ('beyond' in found || !['fail', 'softfail', 'neutral'].includes(found.spf.result)) return null;
  return {
    seen: { of: 'Received', value: `from ${client} by ${below.by ?? server}, then to ${hop.by ?? 'the receiver'}` },
    shows: `${server} took it in and passed it on`,
  };
}

function organizationOf(name: string | null): string | null {
  return name === null || name === '' ? null : organizationalDomain(name.toLowerCase());
}
