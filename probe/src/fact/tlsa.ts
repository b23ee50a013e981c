import { isIP } from 'node:net';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { formatTlsa, type TlsaRecord, tlsaName } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { tlsaFor } from '../dane/digest.ts';
import { type DaneMatch, matchTlsa } from '../dane/match.ts';
import { zoneLine } from '../dns/zone-line.ts';
import type { SeenTls } from '../smtp/observation.ts';
import { fact } from './fact.ts';
import { type MailServer, mailServers } from './mail-servers.ts';
import { resolverValidates } from './signed-zone.ts';

/** The TLSA records of one mail server. */
export interface TlsaSet {
  readonly server: MailServer;
  /** Whether its addresses are signed: senders ask for TLSA records of such a server alone (RFC 7672 section 2.2.2). */
  readonly isSigned: boolean;
  /** Null where nobody would ask. */
  readonly answer: DnsAnswer<'TLSA'> | null;
  /**
   * - `signed`: there are records that count;
   * - `unsigned`: there are records, and nobody vouches for them, so that they count for nothing;
   * - `unknown`: whether there are any, or whether they are signed, could not be told.
   */
  readonly state: 'signed' | 'unsigned' | 'none' | 'unknown';
}

/** Servers whose records are looked up: as many as there are dialogues with. */
const MAX_SERVERS = 4;
/** Of servers without signatures these are asked, to tell whoever published records that they count for nothing. */
const MAX_UNSIGNED = 2;

/** The TLSA records of the best mail servers. */
export const tlsaSets = fact(async (context: CheckContext): Promise<readonly TlsaSet[]> => {
  const { servers } = await mailServers(context);
  const named = servers.filter(({ host, addresses }) => isIP(host) === 0 && addresses.length > 0).slice(0, MAX_SERVERS);
  const unsigned = named.filter((server) => !isSignedName(server)).slice(0, MAX_UNSIGNED);
  return Promise.all(
    named.map((server): Promise<TlsaSet> | TlsaSet => {
      const isSigned = isSignedName(server);
      return isSigned || unsigned.includes(server)
        ? look(context, server, isSigned)
        : { server, isSigned, answer: null, state: 'none' };
    }),
  );
});

/** All addresses of a host must be vouched for: one family alone does not tell of the zone. */
function isSignedName({ a, aaaa }: MailServer): boolean {
  const told = [a, aaaa].filter(isDetermined);
  return told.length > 0 && told.every(({ authenticated }) => authenticated);
}

async function look(context: CheckContext, server: MailServer, isSigned: boolean): Promise<TlsaSet> {
  const { dns, smtpPort } = context;
  const end = (server.a.records.length > 0 ? server.a : server.aaaa).chain.at(-1);
  // RFC 7672 section 2.2.3: where the name is an alias, first at its end and then at the name itself
  const atEnd = isSigned && end !== undefined ? await dns.query(tlsaName(end, smtpPort), 'TLSA') : null;
  const answer = atEnd?.status === 'found' ? atEnd : await dns.query(tlsaName(server.host, smtpPort), 'TLSA');
  const set = { server, isSigned, answer };
  // what nobody asks for harms nobody
  if (!isDetermined(answer)) return { ...set, state: isSigned ? 'unknown' : 'none' };
  if (answer.status !== 'found') return { ...set, state: 'none' };
  if (answer.authenticated && isSigned) return { ...set, state: 'signed' };
  return { ...set, state: (await resolverValidates(context)) === true ? 'unsigned' : 'unknown' };
}

/** What a server presented, held against its records; null where they do not count or there are none. */
export function matchOf(context: CheckContext, { server, answer, state }: TlsaSet, tls: SeenTls): DaneMatch | null {
  if (state !== 'signed' || answer === null) return null;
  const names = new Set([server.host, ...server.a.chain, ...server.aaaa.chain]);
  if (context.subject.domain !== null) names.add(context.subject.domain);
  return matchTlsa(answer.records, tls.certificate?.chain ?? [], [...names], context.now);
}

/** Whether signed TLSA records name the very key or certificate of a server, so that no authority needs to vouch for it. */
export async function isNamedByDane(
  context: CheckContext,
  host: string,
  tls: Pick<SeenTls, 'certificate'>,
): Promise<boolean> {
  const set = (await tlsaSets(context)).find(({ server }) => server.host === host);
  if (set === undefined) return false;
  const matches = matchOf(context, set, tls as SeenTls)?.matches ?? [];
  return matches.some(({ verdict, record }) => verdict === 'match' && record.usage === 3);
}

/** A record as a line of a zone file. */
export function tlsaLine(host: string, port: number, record: TlsaRecord): string {
  return zoneLine(tlsaName(host, port), 'TLSA', formatTlsa(record));
}

/** The record `3 1 1` for what a server presents; null where its key cannot be read. */
export function recordFor(tls: SeenTls): TlsaRecord | null {
  const der = tls.certificate?.chain[0];
  if (der === undefined) return null;
  try {
    return tlsaFor(der);
  } catch {
    return null;
  }
}
