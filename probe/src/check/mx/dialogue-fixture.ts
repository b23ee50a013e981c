import type { SmtpObservation, SmtpRequest, SmtpStep } from '../../smtp/observation.ts';
import { twoMailServers } from './mail-servers-fixture.ts';

/** A step in which a server said something. */
export function step(stage: SmtpStep['stage'], command: string | null, reply: string): SmtpStep {
  return {
    stage,
    command,
    reply,
    code: Number(reply.slice(0, 3)),
    enhancedStatus: /^\d{3}[ -](\d\.\d+\.\d+)/.exec(reply)?.[1] ?? null,
    took: 10,
  };
}

/** A server that greets so. */
export const greets = (reply: string): Partial<SmtpObservation> => ({ steps: [step('connect', null, reply)] });

/** A server that replies to RCPT by what an address begins with; refuses relaying, and accepts all else. */
export function replies(to: Readonly<Record<string, string>>): (request: SmtpRequest) => Partial<SmtpObservation> {
  return ({ recipients }) => ({
    recipients: recipients.map((address) => {
      const key = Object.keys(to).find((start) => address.startsWith(start));
      const usual = address.startsWith('whybounce-relay-test@') ? '554 5.7.1 Relay access denied' : '250 2.1.5 Ok';
      return { address, step: step('rcpt', `RCPT TO:<${address}>`, key === undefined ? usual : (to[key] as string)) };
    }),
  });
}

/** A server that turns everybody away for now. */
export const busy: Partial<SmtpObservation> = {
  outcome: 'turned-away',
  ...greets('421 4.7.0 Too many connections, try again later'),
};

/** A server that cannot be connected to, and why. */
export const closed = (
  detail: string,
  outcome: SmtpObservation['outcome'] = 'no-connection',
): Partial<SmtpObservation> => ({
  outcome,
  detail,
  connected: null,
  greeted: null,
});

/** Two mail servers, 192.0.2.1 and 192.0.2.2, each of which behaves so. */
export const both = (behaviour: Partial<SmtpObservation> | ReturnType<typeof replies>) => ({
  zone: twoMailServers,
  smtp: { '192.0.2.1': behaviour, '192.0.2.2': behaviour },
});
