import type { Seen, Severity } from '@whybounce/core/check';
import { isAtLeast } from '@whybounce/core/check';
import { fail, pass, undetermined, type Verdict, warn } from '../check/define.ts';
import { counted, listed } from './list-words.ts';
import type { SmtpSession } from './smtp-sessions.ts';

/** What a check says of one address of one mail server. */
export interface HostVerdict {
  readonly session: SmtpSession;
  readonly outcome: 'pass' | 'warn' | 'fail' | 'unknown';
  /** Words that follow the server's name and a colon, without the full stop. */
  readonly says: string;
  readonly severity?: Severity | undefined;
  /** As sentences; a function where one sentence is for several servers, whose names it is given. */
  readonly fix?: string | ((hosts: readonly string[]) => string) | undefined;
  /** Whose server it is, where nobody else can repair it: that is said in place of the fix. */
  readonly repairer?: string | null | undefined;
  /** Lines that are ready to be copied. */
  readonly publish?: readonly string[] | undefined;
  readonly seen?: readonly Seen[] | undefined;
}

const order = ['fail', 'warn', 'unknown', 'pass'] as const;

/**
 * One verdict on all mail servers, the worst first: those of which the same is to be said stand together. An address
 * that could not be tested leaves the whole open only where no other address of its server was: it is the same server.
 *
 * @param left how many addresses were not tried at all
 */
export function verdictOnHosts(all: readonly HostVerdict[], left: number): Verdict {
  const hosts = [...all].sort(byWeight);
  const told = new Set(hosts.filter(({ outcome }) => outcome !== 'unknown').map(({ session }) => session.server.host));
  const open = hosts.filter(({ outcome, session }) => outcome === 'unknown' && !told.has(session.server.host));
  const [worst] = hosts;
  const seen = hosts.flatMap((host) => host.seen ?? []);
  const words = `${sentences(hosts)}${left === 0 ? '' : ` ${counted(left, 'further address was', 'further addresses were')} not tried.`}`;
  if (worst?.outcome === 'fail' || worst?.outcome === 'warn') {
    const amiss = hosts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
    const own = amiss.filter(({ repairer = null }) => repairer === null);
    const lines = [...new Set(own.flatMap(({ publish }) => publish ?? []))];
    const fixes = [...fixesOf(own), ...repairs(amiss)];
    return (worst.outcome === 'fail' ? fail : warn)(words, {
      seen,
      severity: worst.severity,
      ...(fixes.length === 0 ? {} : { fix: fixes.join(' ') }),
      ...(lines.length === 0 ? {} : { publish: lines.join('\n') }),
    });
  }
  if (open.length === 0 && told.size > 0) return pass(words, { seen });
  return undetermined(told.size === 0 ? `Not testable from here. ${words}${hint(hosts)}` : words, { seen });
}

/** What to do, once for all servers of which it is the same. */
function fixesOf(verdicts: readonly HostVerdict[]): string[] {
  const hosts = new Map<NonNullable<HostVerdict['fix']>, Set<string>>();
  for (const { fix, session } of verdicts)
    if (fix !== undefined) hosts.set(fix, (hosts.get(fix) ?? new Set()).add(session.server.host));
  return [...hosts].map(([fix, names]) => (typeof fix === 'string' ? fix : fix([...names])));
}

/** Who must repair what belongs to somebody else, once for each. */
function repairs(verdicts: readonly HostVerdict[]): string[] {
  const hosts = new Map<string, Set<string>>();
  for (const { repairer, session } of verdicts)
    if (repairer) hosts.set(repairer, (hosts.get(repairer) ?? new Set()).add(session.server.host));
  return [...hosts].map(
    ([name, names]) =>
      `${listed([...names])} ${names.size === 1 ? 'belongs' : 'belong'} to ${name}, who alone can repair this: tell its support what is said here, or let another provider take the mail.`,
  );
}

function byWeight(a: HostVerdict, b: HostVerdict): number {
  const rank = order.indexOf(a.outcome) - order.indexOf(b.outcome);
  if (rank !== 0 || a.severity === b.severity) return rank;
  return isAtLeast(a.severity ?? 'high', b.severity ?? 'high') ? -1 : 1;
}

function sentences(hosts: readonly HostVerdict[]): string {
  const groups = new Map<string, string[]>();
  for (const { says, session } of hosts) {
    const labels = groups.get(says) ?? [];
    groups.set(says, [...labels, session.label]);
  }
  return [...groups].map(([says, labels]) => `${listed(labels)}: ${says}.`).join(' ');
}

/** Providers of homes, offices and clouds close port 25 to other networks: the most frequent reason for silence everywhere. */
function hint(hosts: readonly HostVerdict[]): string {
  const isSilent = hosts.every(
    ({ session: { observation } }) =>
      observation.connected === null && (observation.outcome === 'no-connection' || observation.outcome === 'timeout'),
  );
  const port = hosts[0]?.session.observation.request.port ?? 25;
  return isSilent
    ? ` Many networks forbid connections to port ${port} of others, so that this may be the network here.`
    : '';
}
