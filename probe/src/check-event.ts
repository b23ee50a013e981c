import type { BounceEvent } from '@whybounce/core';
import type { Area } from '@whybounce/core/check';
import { isInsideAddress } from './address-guard.ts';
import type { Observed } from './observe/observed.ts';
import type { CheckRun, Listener, Probe } from './probe.ts';
import { type CheckRequest, readSubject } from './subject.ts';
import { SubjectError } from './subject-error.ts';

/** What was looked at for one bounce. */
export interface EventCheck {
  /** The domain of the address and its servers; null where the event names none. */
  readonly receiving: CheckRun | null;
  /** The address that sent, its name and return path; null where the event names none. */
  readonly sending: CheckRun | null;
  /** What of both speaks for or against causes. */
  readonly observed: readonly Observed[];
}

/** What of the receiving side can be behind a refusal: how its own mail is authenticated cannot. */
const RECEIVING: readonly Area[] = ['dns', 'dnssec', 'mx', 'tls', 'dane', 'mta-sts'];

/**
 * Looks at both sides of a bounce: where the MX of the recipient's domain points today and what its server
 * says to the address now, and how the world sees the address that sent. Nothing is sent.
 */
export async function checkEvent(probe: Probe, event: BounceEvent, listener: Listener = {}): Promise<EventCheck> {
  const { receiving, sending } = requestsOf(event);
  const shared = sharing(listener);
  const [there, here] = await Promise.all([
    receiving === null ? null : probe.run('domain', readSubject(receiving), { ...shared(), areas: RECEIVING }),
    sending === null ? null : probe.run('ip', readSubject(sending), shared()),
  ]);
  return { receiving: there, sending: here, observed: [...(there?.observed ?? []), ...(here?.observed ?? [])] };
}

/** Listeners for runs side by side, which tell the caller's one listener how far all of them are together. */
function sharing({ onResult, ...listener }: Listener): () => Listener {
  const runs: { of: number }[] = [];
  let done = 0;
  return () => {
    const run = { of: 0 };
    runs.push(run);
    const tell: Listener['onResult'] = (result, _, of) => {
      run.of = of;
      const all = runs.reduce((sum, each) => sum + each.of, 0);
      onResult?.(result, ++done, all);
    };
    return { ...listener, onResult: tell };
  };
}

/** What can be asked about an event; null where it does not name enough, or what it names cannot be asked about. */
export function requestsOf(event: BounceEvent): {
  readonly receiving: CheckRequest | null;
  readonly sending: CheckRequest | null;
} {
  const { recipient, diagnostic, remoteMta, sendingMta, sender } = event;
  const domain = domainOf(recipient);
  return {
    receiving:
      domain === null
        ? null
        : askable({
            domain,
            recipient: recipient ?? undefined,
            refusal: diagnostic ?? undefined,
            refusedBy: remoteMta.host ?? remoteMta.ip ?? undefined,
          }),
    sending:
      // no receiver saw an address of an inner network, and that it has no name tells nothing
      sendingMta.ip === null || isInsideAddress(sendingMta.ip) === true
        ? null
        : askable({ ip: sendingMta.ip, helo: sendingMta.host ?? undefined, mailFrom: sender ?? undefined }),
  };
}

function domainOf(address: string | null): string | null {
  const at = address?.lastIndexOf('@') ?? -1;
  return address === null || at < 0 ? null : address.slice(at + 1);
}

/** Bounces name all kinds of things: what is no name or address is left out rather than refused. */
function askable(request: CheckRequest): CheckRequest | null {
  let rest: CheckRequest = request;
  for (const part of ['recipient', 'refusedBy', 'helo', 'mailFrom'] as const) {
    const given = rest[part];
    if (given === undefined) continue;
    try {
      readSubject({ [part]: given });
    } catch (error) {
      if (!(error instanceof SubjectError)) throw error;
      rest = { ...rest, [part]: undefined };
    }
  }
  try {
    readSubject(rest);
    return rest;
  } catch (error) {
    if (error instanceof SubjectError) return null;
    throw error;
  }
}
