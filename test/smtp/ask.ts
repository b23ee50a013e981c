import type { SmtpObservation, SmtpRequest } from '../../probe/src/smtp/observation.ts';
import { createSmtpProber, type SmtpProberOptions } from '../../probe/src/smtp/prober.ts';

/** Limits for servers that never answer: short, so that a test waits for none of them. */
export const QUICK = { connectTime: 2_000, greetingTime: 400, stepTime: 400, leaveTime: 400, wholeTime: 3_000 };

/** Asks a server on loopback as a check would ask one on the internet. */
export function ask(
  port: number,
  request: Partial<SmtpRequest> = {},
  options: SmtpProberOptions = {},
): Promise<SmtpObservation> {
  return createSmtpProber({ isAllowed: () => true, ...options }).probe({
    host: 'mx.example.net',
    ip: '127.0.0.1',
    port,
    helo: 'probe.example.org',
    mailFrom: '',
    recipients: [],
    tls: true,
    ...request,
  });
}

/** The commands of an observation, one a line; `*` stands for what has none, the greeting. */
export function commandsOf({ steps }: SmtpObservation): string[] {
  return steps.map(({ command }) => command ?? '*');
}
