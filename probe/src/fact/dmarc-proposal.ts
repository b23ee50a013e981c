import { type DmarcWish, parseDmarc, policyFor, type RecordChange, writeDmarc } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { txtLine } from '../dns/zone-line.ts';
import { quoted } from '../quoted.ts';
import { type AppliedRecord, appliedRecord, dmarc, isOfOrganization } from './dmarc.ts';
import { mailboxAt, mailboxesOf, reportHosts, sayMailbox } from './dmarc-reports.ts';
import { fact } from './fact.ts';
import { listed } from './list-words.ts';
import { sendsNothing } from './sends-nothing.ts';

/** One record out of what is published and all that the checks of it propose, but for the next step of the policy. */
interface DmarcProposal {
  readonly want: DmarcWish;
  readonly text: string;
  /** Whether no report can arrive as it is published. */
  readonly isUnreported: boolean;
  /** The line of a zone file; undefined where nothing would change. */
  readonly publish: string | undefined;
  /** What it changes, as sentences; empty where nothing would change. */
  readonly says: string;
}

const NONE: DmarcProposal = { want: {}, text: '', isUnreported: false, publish: undefined, says: '' };

/**
 * What to publish in the place of the record that applies. Several checks find fault with one record: each proposes this
 * one, so that following one of them undoes nothing of another.
 */
export const dmarcProposal = fact(async (context: CheckContext): Promise<DmarcProposal> => {
  const applied = appliedRecord(await dmarc(context));
  if (applied === null || applied.owner === 'suffix') return NONE;
  const { record, name, domain } = applied;
  const { mailbox, isUnreported, want: reports } = await reportWish(context, applied);
  const want = { ...reports, ...(await policyWish(context, applied)), withoutTags: idleTags(applied) };
  const { text, changes } = writeDmarc({ existing: [record.text], want });
  if (text === record.text) return { ...NONE, want, text, isUnreported };
  const told = sayChanges(changes);
  const place = mailbox === null ? '' : ` ${sayMailbox(mailbox, domain)}`;
  return {
    want,
    text,
    isUnreported,
    publish: txtLine(name, text),
    says:
      changes.filter(({ kind }) => kind !== 'kept').length > 1
        ? `The record below is the same for all checks of ${name}: it ${told}.${place}`
        : `The record below ${told}.${place}`,
  };
});

/** Mailboxes that cannot be reached go, unless nobody would get reports then. */
async function reportWish(
  context: CheckContext,
  { record, domain }: AppliedRecord,
): Promise<{ readonly mailbox: string | null; readonly isUnreported: boolean; readonly want: DmarcWish }> {
  const { looked } = await reportHosts(context);
  const mailboxes = mailboxesOf(parseDmarc(writeDmarc({ existing: [record.text], want: {} }).text));
  const dead = mailboxes.filter(({ host }) => looked.some((one) => one.host === host && one.takesMail === false));
  const withoutReports = dead.map(({ address }) => address);
  if (dead.length < mailboxes.length) return { mailbox: null, isUnreported: false, want: { withoutReports } };
  const mailbox = await mailboxAt(domain, context.dns);
  return { mailbox, isUnreported: true, want: mailbox === null ? {} : { withoutReports, rua: [mailbox] } };
}

/** `np=reject`, which no mail suffers from; for a domain that sends nothing `p=reject` at once. */
async function policyWish(context: CheckContext, applied: AppliedRecord): Promise<DmarcWish> {
  const { record, domain } = applied;
  const isWeak = record.p !== 'reject' || record.testing || record.pct < 100;
  const isIdle = isWeak && domain === context.subject.domain && (await sendsNothing(context));
  const { tag, requested } = policyFor(record, { subdomain: true, exists: false }, 'rfc9989');
  const wantsNp =
    isOfOrganization(await dmarc(context), applied) &&
    tag !== null &&
    requested !== 'reject' &&
    !(isIdle && tag === 'p');
  return {
    ...(isIdle ? { p: 'reject', atOnce: true } : {}),
    ...(wantsNp ? { np: 'reject' } : {}),
    ...((await isListedAlone(context, applied)) ? { psd: 'n' } : {}),
  };
}

/** Whether only the Public Suffix List takes the domain for an organisation: with `psd=n` the walk through the DNS does so too. */
async function isListedAlone(context: CheckContext, { domain, owner }: AppliedRecord): Promise<boolean> {
  const { places } = await dmarc(context);
  const { rfc7489, rfc9989 } = places;
  return (
    owner === 'own' &&
    places.differ === true &&
    rfc7489.organizationalDomain === domain &&
    domain.endsWith(`.${rfc9989.organizationalDomain}`)
  );
}

/** Tags that RFC 9989 took out and that change nothing for mail. */
function idleTags({ record }: AppliedRecord): ('pct' | 'rf' | 'ri')[] {
  return isPctIdle(record) ? ['pct', 'rf', 'ri'] : ['rf', 'ri'];
}

/** Whether `pct` says what counts without it too; beside `t=y` it belongs to a test. */
export function isPctIdle({ p, sp, pct, testing }: AppliedRecord['record']): boolean {
  return pct === 100 || (!testing && [p, sp].every((policy) => policy === null || policy === 'none'));
}

/** What a record changes, as words that follow `it`: `adds np=reject and takes pct=100 out`. */
export function sayChanges(changes: readonly RecordChange[]): string {
  const of = (kind: RecordChange['kind'], side: 'from' | 'to') =>
    changes.filter((change) => change.kind === kind).map((change) => shown(change[side] ?? ''));
  const after = of('changed', 'to');
  const [added, removed] = [of('added', 'to'), of('removed', 'from')];
  const parts = [
    ...of('changed', 'from').map((from, at) => `changes ${from} to ${after[at]}`),
    ...(added.length === 0 ? [] : [`adds ${listed(added)}`]),
    ...(removed.length === 0 ? [] : [`takes ${listed(removed)} out`]),
  ];
  return parts.length === 0 ? 'writes the same tags as all receivers read them' : listed(parts);
}

/** A tag within a sentence. */
function shown(tag: string): string {
  return /^[\x21-\x7e]{1,100}$/.test(tag) ? tag : quoted(tag);
}
