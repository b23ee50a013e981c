import { type CheckRequest, type Probe, SubjectError } from '@whybounce/probe';
import { type CheckLine, type CheckQuestion, subjectOf } from '@whybounce/web';
import { CHECK_PACE, MAX_CHECKS } from '../limits.ts';
import type { checkProblems } from '../wording.ts';
import { TokenBuckets } from './token-bucket.ts';

/** Why a check is not made. */
export type CheckProblem = keyof typeof checkProblems;

/** Makes the checks that clients ask for, within what each of them and all together may cost. */
export class CheckDesk {
  readonly #probe: Probe;
  readonly #report: (id: string, error: unknown) => void;
  readonly #paces = new TokenBuckets(CHECK_PACE);
  #running = 0;

  /** @param report is told of checks that threw */
  constructor(probe: Probe, report: (id: string, error: unknown) => void) {
    this.#probe = probe;
    this.#report = report;
  }

  /** Why this client has to wait; null where it may go on, which then counts. */
  refusal(client: string): CheckProblem | null {
    if (this.#running >= MAX_CHECKS) return 'busy';
    return this.#paces.take(client) ? null : 'tooMany';
  }

  /** Lends what asks the DNS and the web to something that is no check; it counts among what runs. */
  async lend<T>(topic: string, use: (lent: ReturnType<Probe['lend']>) => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await use(this.#probe.lend(topic));
    } finally {
      this.#running--;
    }
  }

  /** Does something that counts among what runs. */
  async counted<T>(work: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
    }
  }

  /** Runs a check and tells each line as it comes. What cannot be checked is told as a line too. */
  async run(question: CheckQuestion, onLine: (line: CheckLine) => void): Promise<void> {
    this.#running++;
    try {
      const { report, observed } = await this.#probe.check(question.kind, requestOf(question), {
        onResult: (result, done, of) => onLine({ type: 'result', result, done, of }),
        onFault: this.#report,
      });
      const { results: _, ...rest } = report;
      onLine({ type: 'report', report: rest, observed });
    } catch (error) {
      if (!(error instanceof SubjectError)) throw error;
      onLine({ type: 'problem', says: error.message });
    } finally {
      this.#running--;
    }
  }
}

/** What is asked of the probe. An address that bounced is never asked for from here: a public page would be a tool for guessing addresses. */
function requestOf(question: CheckQuestion): CheckRequest {
  const { kind, fields } = question;
  const subject = subjectOf(question) ?? '';
  return {
    ...(kind === 'domain' ? { domain: subject } : kind === 'mx' ? { mailServer: subject } : {}),
    ip: fields.ip,
    helo: fields.helo,
    mailFrom: fields.from,
    refusedBy: fields.refused,
    selectors: fields.selector?.split(/[\s,;]+/).filter((name) => name !== ''),
  };
}
