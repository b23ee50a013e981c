import { isIP } from 'node:net';
import type { CheckContext } from '../check/context.ts';
import type { SmtpObservation, SmtpStep } from '../smtp/observation.ts';
import { fact } from './fact.ts';
import { type MailServer, type MailServers, mailServers } from './mail-servers.ts';

/** One dialogue with one address of a mail server. */
export interface SmtpSession {
  readonly server: MailServer;
  readonly ip: string;
  readonly family: 4 | 6;
  /** `mx1.example.com (192.0.2.1)`, as sentences name it. */
  readonly label: string;
  readonly observation: SmtpObservation;
}

/** The dialogues with the mail servers of a domain: one per address serves all checks. */
export interface SmtpSessions {
  readonly servers: MailServers;
  /** Best-preferred servers first. */
  readonly sessions: readonly SmtpSession[];
  /** How many addresses were left alone, as there are so many. */
  readonly left: number;
  /** Addresses that were tried with RCPT; null where there was no reason to. */
  readonly tried: {
    readonly postmaster: string | null;
    readonly abuse: string | null;
    /** The one that bounced. */
    readonly target: string | null;
    /** One that nobody has: whether it is refused tells what an acceptance is worth. */
    readonly nobody: string | null;
    /** One elsewhere, for which only an open relay takes mail. */
    readonly elsewhere: string;
  };
}

/** Enough to see differences between servers; each is a connection that somebody else's server has to serve. */
const MAX_IPV4 = 3;
/** One shows whether mail over IPv6 gets through. */
const MAX_IPV6 = 1;
/** An IPv6-only domain is looked at as closely as another. */
const MAX_ADDRESSES = 4;

/**
 * Has one dialogue with each of the best mail servers' addresses. No message is sent: it ends before DATA.
 *
 * @returns null where nobody may be connected to, or there is no server to connect to
 */
export const smtpSessions = fact(async (context: CheckContext): Promise<SmtpSessions | null> => {
  const { smtp, subject, smtpPort, ownName } = context;
  if (smtp === null || (subject.domain === null && subject.mailServer === null)) return null;
  const servers = await mailServers(context);
  const all = inTurn(servers.servers);
  if (all.length === 0) return null;
  const chosen = choose(all);
  const tried = triedOf(context);
  const met = new Set<MailServer>();
  const requests = chosen.map(({ server, ip }) => {
    // mailboxes are the same behind each address of a host; relaying is set up by network, so it is tried at each
    const own = met.has(server) ? [] : [tried.target, tried.nobody, tried.postmaster, tried.abuse];
    met.add(server);
    const recipients = [...own.filter((address) => address !== null), tried.elsewhere];
    // RFC 5321 section 4.5.5: the null sender is what all must take, and it forges nobody
    return { host: server.host, ip, port: smtpPort, helo: ownName, mailFrom: '', recipients, tls: true };
  });
  const sessions = await Promise.all(
    chosen.map(async ({ server, ip, family }, place): Promise<SmtpSession> => {
      const observation = await smtp.probe(requests[place] as (typeof requests)[number]);
      return { server, ip, family, label: server.host === ip ? ip : `${server.host} (${ip})`, observation };
    }),
  );
  return { servers, sessions, left: all.length - chosen.length, tried };
});

interface Target {
  readonly server: MailServer;
  readonly ip: string;
  readonly family: 4 | 6;
}

/** The first address of each server, then the second of each: so that no host takes the places of the others. */
function inTurn(servers: readonly MailServer[]): Target[] {
  const families = [4, 6] as const;
  return families.flatMap((family) => {
    const lists = servers.map((server) => server.addresses.filter((ip) => isIP(ip) === family));
    const longest = Math.max(0, ...lists.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) =>
      servers.flatMap((server, place): Target[] => {
        const ip = lists[place]?.[turn];
        return ip === undefined ? [] : [{ server, ip, family }];
      }),
    ).flat();
  });
}

function choose(all: readonly Target[]): Target[] {
  const ipv4 = all.filter(({ family }) => family === 4).slice(0, MAX_IPV4);
  const ipv6 = all.filter(({ family }) => family === 6);
  return [...ipv4, ...ipv6.slice(0, ipv4.length === 0 ? MAX_ADDRESSES : MAX_IPV6)];
}

function triedOf({ subject: { domain, recipient } }: CheckContext): SmtpSessions['tried'] {
  const of = recipient?.slice(recipient.lastIndexOf('@') + 1) ?? null;
  // the servers of one domain know nothing of an address of another
  const target = domain === null || domain === of ? recipient : null;
  return {
    postmaster: domain === null ? null : `postmaster@${domain}`,
    abuse: domain === null ? null : `abuse@${domain}`,
    target,
    nobody: target === null ? null : `whybounce-nobody-9f41c7@${of}`,
    elsewhere: elsewhere(domain ?? of),
  };
}

/**
 * An address for which no server but an open relay takes mail. The names of RFC 2606 are nobody's customers,
 * while a domain of our own may lie with the same provider as the server that is tried, who would rightly take
 * its mail. Names under `.invalid` many servers refuse as unknown before they look at relaying.
 */
function elsewhere(domain: string | null): string {
  const isOwn = domain !== null && /(?:^|\.)example\.com$/.test(domain);
  return `whybounce-relay-test@example.${isOwn ? 'net' : 'com'}`;
}

/**
 * Many servers take one recipient only from the null sender, as a bounce has no more (RFC 3464 section 2.1): what
 * they say of the second speaks of the first.
 */
const ONE_RECIPIENT =
  /\b(?:one|single|multiple|many|more than one)\b[^.]{0,20}\b(?:recipient|rcpt)|\b(?:null|empty|bounce)\b[^.]{0,20}\b(?:sender|recipient|return)/i;

/** What a server replied to RCPT for an address; null where it was not asked, or said nothing of the address. */
export function replyFor({ observation }: SmtpSession, address: string | null): (SmtpStep & Replied) | null {
  const step = observation.recipients.find((tried) => tried.address === address)?.step;
  if (step === undefined || step.reply === null || step.code === null) return null;
  return step.code >= 400 && ONE_RECIPIENT.test(step.reply) ? null : (step as SmtpStep & Replied);
}

interface Replied {
  readonly reply: string;
  readonly code: number;
}

/** Why nothing was learnt of recipients although there was a dialogue, as words that follow a colon; null where it was. */
export function whyNoRecipient({ steps, recipients }: SmtpObservation): string | null {
  const refused = steps.find(({ stage, code }) => stage === 'mail' && code !== null && code >= 400);
  if (refused?.reply != null) return `it refused the sender with "${oneLine(refused.reply)}"`;
  const one = recipients.find(({ step: { code, reply } }) => (code ?? 0) >= 400 && ONE_RECIPIENT.test(reply ?? ''));
  return one === undefined ? null : 'it takes one recipient only from a sender without a name';
}

/** Why no dialogue was had, as words that follow a colon and precede a full stop; null where one was. */
export function whyNoDialogue({ outcome, detail, steps }: SmtpObservation): string | null {
  if (outcome === 'answered') return null;
  const words = detail === null ? '' : `; ${detail.replace(/[.\s]+$/, '')}`;
  if (outcome !== 'turned-away') return `${outcomeWords[outcome]}${words}`;
  const reply = steps.findLast((step) => step.reply !== null)?.reply;
  return `it turned this connection away with "${oneLine(reply ?? '')}"`;
}

const outcomeWords = {
  'no-connection': 'no connection',
  timeout: 'no answer in time',
  dropped: 'it closed the connection',
  'not-smtp': 'what it sent is not SMTP',
  'not-tried': 'not tried',
} as const;

/** Longest part of a reply that a sentence quotes. */
const MAX_QUOTE = 200;

/** What is not shown, and what turns the direction of writing: a stranger's reply must not steer a terminal or a reader. */
const UNSEEN = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** A reply within a sentence: on one line, and not longer than it can be read there. */
export function oneLine(reply: string): string {
  const text = reply.replaceAll(UNSEEN, ' ').trim();
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
