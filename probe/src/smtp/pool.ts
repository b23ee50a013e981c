import { nothingHeard } from './heard.ts';
import type { SmtpObservation, SmtpProber, SmtpRequest } from './observation.ts';

export interface SmtpPoolLimits {
  /** Dialogues with one address at once: more look like an attack, and many servers allow few. */
  readonly perHost: number;
  /** Dialogues at once in all: each holds a socket. */
  readonly total: number;
  /** Requests that wait for their turn; more are not tried. */
  readonly waiting: number;
}

const DEFAULTS: SmtpPoolLimits = { perHost: 1, total: 20, waiting: 1_000 };

interface Waiting {
  readonly ip: string;
  readonly start: () => void;
}

/**
 * Bounds the dialogues of a whole process. Equal requests that are made while the first is under way get its
 * observation, so that several checks that look at one server cost it one dialogue.
 *
 * @throws RangeError for a limit that would switch its guard off
 */
export function pooledProber(prober: SmtpProber, given: Partial<SmtpPoolLimits> = {}): SmtpProber {
  const limits = { ...DEFAULTS, ...given };
  for (const [name, value] of Object.entries(limits))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`${name} of the pool is ${String(value)}: write a whole number from 1.`);
  const underWay = new Map<string, Promise<SmtpObservation>>();
  const busy = new Map<string, number>();
  const queue: Waiting[] = [];
  let running = 0;

  const hasRoom = (ip: string): boolean => running < limits.total && (busy.get(ip) ?? 0) < limits.perHost;

  function enter(ip: string): void {
    running++;
    busy.set(ip, (busy.get(ip) ?? 0) + 1);
  }

  /** Gives the place to the one that waits longest and may have it. */
  function leave(ip: string): void {
    running--;
    const left = (busy.get(ip) ?? 1) - 1;
    if (left === 0) busy.delete(ip);
    else busy.set(ip, left);
    const next = queue.findIndex((waiting) => hasRoom(waiting.ip));
    if (next >= 0) queue.splice(next, 1)[0]?.start();
  }

  async function inTurn(request: SmtpRequest): Promise<SmtpObservation> {
    const { ip } = request;
    if (hasRoom(ip)) enter(ip);
    else if (queue.length >= limits.waiting) {
      const why = `${limits.waiting} other dialogues are waiting for their turn already.`;
      return { request, ...nothingHeard(request, 'not-tried', why) };
    } else
      await new Promise<void>((resolve) => {
        const start = (): void => {
          enter(ip);
          resolve();
        };
        queue.push({ ip, start });
      });
    try {
      return await prober.probe(request);
    } finally {
      leave(ip);
    }
  }

  return {
    probe(request) {
      const key = keyOf(request);
      const same = underWay.get(key);
      if (same !== undefined) return same;
      const mine = inTurn(request).finally(() => underWay.delete(key));
      underWay.set(key, mine);
      return mine;
    },
  };
}

/**
 * Remembers every observation for as long as it is held itself: for the checks of one run, in which one server
 * is to be asked the same thing once. A later run takes a new one, and sees what has changed.
 */
export function rememberingProber(prober: SmtpProber): SmtpProber {
  const seen = new Map<string, Promise<SmtpObservation>>();
  return {
    probe(request) {
      const key = keyOf(request);
      const observation = seen.get(key) ?? prober.probe(request);
      seen.set(key, observation);
      return observation;
    },
  };
}

function keyOf({ host, ip, port, helo, mailFrom, recipients, tls, tlsVersions }: SmtpRequest): string {
  return JSON.stringify([host, ip, port, helo, mailFrom, recipients, tls, tlsVersions?.min, tlsVersions?.max]);
}
