import { type DnsClient, normalName, OverlayDns, type Zone } from '../../dns/index.ts';
import { type AuthenticationResult, evaluateDmarc } from '../dmarc/index.ts';
import { parseIp } from '../ip/index.ts';
import { AskedDns } from '../spf/asked-dns.ts';
import { checkHost, type SpfEvaluation } from '../spf/index.ts';
import { changeBetween, fateOf } from './fate.ts';
import type { MailChange, MailStanding, WhatIfMail, WhatIfOutcome } from './mail.ts';
import { mailWords, outcomeWords } from './outcome-words.ts';
import { signaturesAfter } from './signatures-after.ts';

/** Kinds of mail in one question: those that differ in nothing are given once, with their count. */
const MAX_MAILS = 2000;
/** Questions to the DNS in all: two thousand senders with two thousand return paths must not become a flood. */
const MAX_QUERIES = 2000;
/** Kinds of mail that one sentence names. */
const MAX_NAMED = 3;

/** Messages by what becomes of them; each kind counts as often as its `count` says. */
export interface WhatIfTotals extends Readonly<Record<MailChange, number>> {
  readonly messages: number;
  readonly passBefore: number;
  readonly passAfter: number;
  /** Messages that receivers are asked to refuse or to put into the spam folder. */
  readonly stoppedBefore: number;
  readonly stoppedAfter: number;
}

/** What a change does to mail. */
export interface WhatIfResult {
  /** In the order in which they were given. */
  readonly mails: readonly WhatIfOutcome[];
  readonly totals: WhatIfTotals;
  /** The whole in a few sentences, what would be lost first. */
  readonly says: readonly string[];
}

/**
 * What would become of mail if records were published: SPF and DMARC of each, with the DNS as it is and as it would be.
 * DKIM counts as it was seen, but for signatures whose key the change concerns.
 *
 * @param question.changes the records that would stand at each name, in the place of all of their type there
 * @throws RangeError for a mail that is none, or for too many
 */
export async function whatIf({
  dns,
  changes,
  mails,
}: {
  readonly dns: DnsClient;
  readonly changes: Zone;
  readonly mails: readonly WhatIfMail[];
}): Promise<WhatIfResult> {
  checkMails(mails);
  const asked = new AskedDns(dns, MAX_QUERIES);
  const now = new World(asked);
  const then = new World(new OverlayDns(asked, changes));
  const names = new Set(Object.keys(changes).map(normalName));
  const outcomes = await Promise.all(
    mails.map(async (mail): Promise<WhatIfOutcome> => {
      const signed = await signaturesAfter(mail.dkim, (name) => names.has(name), now.dns, then.dns);
      const before = await now.standing(mail);
      const after = await then.standing({ ...mail, dkim: signed.dkim });
      const change = changeBetween(before.rfc9989, after.rfc9989);
      const olderChange = changeBetween(before.rfc7489, after.rfc7489);
      const outcome = { mail, before, after, change, olderChange };
      return { ...outcome, says: outcomeWords(outcome, signed.notes) };
    }),
  );
  const totals = totalsOf(outcomes);
  return { mails: outcomes, totals, says: summary(outcomes, totals, asked.cutOff) };
}

function checkMails(mails: readonly WhatIfMail[]): void {
  if (mails.length > MAX_MAILS)
    throw new RangeError(
      `mails has ${mails.length} entries: give at most ${MAX_MAILS}, and those that differ in nothing once, with their count`,
    );
  for (const [place, { ip, count = 1, fromDomain }] of mails.entries()) {
    if (parseIp(ip) === null)
      throw new RangeError(`mails[${place}].ip is ${JSON.stringify(ip)}: give an IPv4 or IPv6 address`);
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`mails[${place}].count is ${String(count)}: give a whole number of messages`);
    if (fromDomain.trim() === '')
      throw new RangeError(`mails[${place}].fromDomain is empty: give the domain of the From field`);
  }
}

/** One state of the DNS. */
class World {
  readonly dns: DnsClient;
  readonly #evaluations = new Map<string, Promise<SpfEvaluation>>();

  constructor(dns: DnsClient) {
    this.dns = dns;
  }

  async standing(mail: WhatIfMail): Promise<MailStanding> {
    const evaluation = this.#spf(mail);
    const spf = evaluation === null ? null : await evaluation;
    const result: AuthenticationResult | null = spf && { result: spf.verdict, domain: spf.domain };
    const dmarc = await evaluateDmarc({ fromDomain: mail.fromDomain, spf: result, dkim: mail.dkim, dns: this.dns });
    return { spf, dmarc, rfc9989: fateOf(dmarc.rfc9989), rfc7489: fateOf(dmarc.rfc7489) };
  }

  /** Null where nobody knows the return path: to DMARC a HELO name counts only in the place of an empty one. */
  #spf({ ip, mailFrom, helo = '' }: WhatIfMail): Promise<SpfEvaluation> | null {
    if (mailFrom === undefined || (mailFrom === '' && helo === '')) return null;
    const key = JSON.stringify([ip, mailFrom, helo]);
    const known = this.#evaluations.get(key) ?? checkHost({ ip, sender: mailFrom, helo, dns: this.dns });
    this.#evaluations.set(key, known);
    return known;
  }
}

function totalsOf(outcomes: readonly WhatIfOutcome[]): WhatIfTotals {
  const count = (is: (outcome: WhatIfOutcome) => boolean) =>
    outcomes.reduce((sum, outcome) => sum + (is(outcome) ? (outcome.mail.count ?? 1) : 0), 0);
  const of = (change: MailChange) => count((outcome) => outcome.change === change);
  const isStopped = ({ rfc9989: { asked } }: MailStanding) => asked === 'quarantine' || asked === 'reject';
  return {
    messages: count(() => true),
    passBefore: count(({ before }) => before.rfc9989.passes === true),
    passAfter: count(({ after }) => after.rfc9989.passes === true),
    stoppedBefore: count(({ before }) => isStopped(before)),
    stoppedAfter: count(({ after }) => isStopped(after)),
    gained: of('gained'),
    lost: of('lost'),
    stricter: of('stricter'),
    milder: of('milder'),
    same: of('same'),
    unclear: of('unclear'),
  };
}

const sums: readonly (readonly [MailChange, string])[] = [
  ['lost', 'would stop passing'],
  ['stricter', 'would be treated more strictly than today'],
  ['gained', 'would start to pass'],
  ['milder', 'would be treated more mildly than today'],
  ['unclear', 'could not be told about'],
];

function hasNoPolicy({ dmarc }: MailStanding): boolean {
  return dmarc.rfc9989.result === 'none';
}

function summary(outcomes: readonly WhatIfOutcome[], totals: WhatIfTotals, cutOff: boolean): string[] {
  const { messages, passBefore, passAfter, stoppedBefore, stoppedAfter } = totals;
  const says = [
    `Of ${messages} ${messages === 1 ? 'message' : 'messages'}, ${passBefore} ${passBefore === 1 ? 'passes' : 'pass'} today and ${passAfter} would pass with the change.`,
  ];
  if (outcomes.every(({ before, after }) => hasNoPolicy(before) && hasNoPolicy(after)))
    says.push(
      'No DMARC policy applies to any of them: what counts here is whether SPF or DKIM vouches for the domain in From.',
    );
  for (const [change, words] of sums) {
    if (totals[change] === 0) continue;
    const own = outcomes.filter((outcome) => outcome.change === change && outcome.mail.count !== 0);
    const named = own.slice(0, MAX_NAMED).map(({ mail }) => mailWords(mail));
    const rest = own.length > MAX_NAMED ? [`${own.length - MAX_NAMED} more kinds`] : [];
    says.push(`${totals[change]} ${words}: ${[...named, ...rest].join('; ')}.`);
  }
  if (totals.same === messages) says.push('Nothing changes for any of them.');
  if (stoppedBefore !== stoppedAfter)
    says.push(`Receivers are asked to stop ${stoppedBefore} of them today, and ${stoppedAfter} with the change.`);
  const older = outcomes.filter(({ change, olderChange }) => change !== olderChange).length;
  if (older > 0)
    says.push(
      `Receivers that still follow RFC 7489 see ${older} of the ${outcomes.length} kinds otherwise: they look for the DMARC record in another way.`,
    );
  if (cutOff)
    says.push(
      `The DNS was asked ${MAX_QUERIES} questions and no more, so that some of it could not be told: give fewer kinds of mail.`,
    );
  return says;
}
