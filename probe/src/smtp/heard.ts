import type { SmtpNote, SmtpObservation, SmtpRecipient, SmtpRequest, SmtpStep } from './observation.ts';

/** What one dialogue brought to light, while it goes on. */
export type Heard = { -readonly [K in keyof Omit<SmtpObservation, 'request' | 'notes'>]: SmtpObservation[K] } & {
  notes: readonly SmtpNote[];
};

const UNTRIED: SmtpStep = { stage: 'rcpt', command: null, reply: null, code: null, enhancedStatus: null, took: 0 };

const ENDED = 'The dialogue ended before this address';

/** What is known before a dialogue. */
export function nothingHeard(
  { recipients }: SmtpRequest,
  outcome: SmtpObservation['outcome'],
  detail: string | null,
): Heard {
  return {
    outcome,
    detail,
    steps: [],
    connected: null,
    greeted: null,
    extensions: {},
    plainExtensions: {},
    startTls: 'not-tried',
    tlsError: null,
    tls: null,
    recipients: recipients.map((address) => untried(address, detail ?? `${ENDED}.`)),
    notes: [],
  };
}

/** A recipient for whom there was no RCPT. */
export function untried(address: string, notTried: string): SmtpRecipient {
  return { address, step: UNTRIED, notTried };
}

/** Notes why a dialogue ended, for all that it did not come to. */
export function breakOff(heard: Heard, outcome: SmtpObservation['outcome'], detail: string): void {
  heard.outcome = outcome;
  heard.detail = detail;
  heard.recipients = heard.recipients.map((own) =>
    own.notTried?.startsWith(ENDED) ? untried(own.address, `${ENDED}: ${detail}`) : own,
  );
}
