import type { FailureStatus } from '../failure.ts';

/** What came of sending one message to one server. */
export type ExchangeOutcome =
  | { readonly message: Buffer }
  | {
      readonly message: null;
      readonly status: Extract<FailureStatus, 'timeout' | 'unreachable' | 'malformed'>;
      /** One sentence. */
      readonly detail: string;
    };

/** One message to be sent. */
export interface Exchange {
  readonly server: { readonly ip: string; readonly port: number };
  readonly message: Buffer;
  /** Whether a message answers it: all others are passed over. */
  fits(message: Buffer): boolean;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  /** Takes what ends the exchange early; gives what to call once it is over. */
  onAbort(abort: () => void): () => void;
}

/**
 * Calls back after a time, and after what arrived until then was read: a program that was busy for longer would else
 * call a server late whose answer has long been lying there.
 *
 * @returns what takes it back
 */
export function alarm(milliseconds: number, ring: () => void): () => void {
  let pending: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    pending = setImmediate(ring);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(pending);
  };
}

export function closed(): ExchangeOutcome {
  return { message: null, status: 'unreachable', detail: 'The DNS client was closed.' };
}

export function tooLate(timeout: number): ExchangeOutcome {
  return { message: null, status: 'timeout', detail: `No answer within ${inSeconds(timeout)}.` };
}

export function noWay(error: Error): ExchangeOutcome {
  const { code } = error as NodeJS.ErrnoException;
  return {
    message: null,
    status: 'unreachable',
    detail:
      code === 'ECONNREFUSED'
        ? 'Nothing listens at this address and port.'
        : `The address cannot be reached (${code ?? error.message}).`,
  };
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
