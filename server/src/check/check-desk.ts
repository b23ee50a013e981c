import { type CheckRequest, type Probe, SubjectError } from '@whybounce/probe';
import { type CheckLine, type CheckQuestion, subjectOf } from '@whybounce/web';
import { CHECK_PACE } from '../limits.ts';
import { Places } from './places.ts';
import { shortened } from './shortened.ts';
import { TokenBuckets } from './token-bucket.ts';

/** Why a check is not made now. */
export type Wait = 'busy' | 'running' | 'tooMany';

/** For whom something is done. */
export interface Asker {
  /** The network that it counts against. */
  readonly network: string;
  /** Is aborted when the client goes away. */
  readonly gone: AbortSignal;
}

/** Makes the checks that clients ask for, within what each of them and all together may cost. */
export class CheckDesk {
  readonly #probe: Probe;
  readonly #report: (id: string, error: unknown) => void;
  readonly #paces = new TokenBuckets(CHECK_PACE);
  readonly #places = new Places();

  /** @param report is told of checks that threw */
  constructor(probe: Probe, report: (id: string, error: unknown) => void) {
    this.#probe = probe;
    this.#report = report;
  }

  /** Why this network has to wait; null where it may go on, which then counts towards its pace. */
  refusal(network: string): Wait | null {
    return this.#places.refusal(network) ?? (this.#paces.take(network) ? null : 'tooMany');
  }

  /** Does something that takes the place of a check. */
  counted<T>({ network, gone }: Asker, work: () => Promise<T>): Promise<T> {
    return this.#places.hold(network, gone, work);
  }

  /** Lends what asks the DNS and the web to something that is no check; it takes the place of one. */
  lend<T>(asker: Asker, topic: string, use: (lent: ReturnType<Probe['lend']>) => Promise<T>): Promise<T> {
    return this.counted(asker, () => use(this.#probe.lend(topic)));
  }

  /** Runs a check and tells each line as it comes, while somebody is there. What cannot be checked is told as a line too. */
  run(question: CheckQuestion, asker: Asker, onLine: (line: CheckLine) => void): Promise<void> {
    const tell = (line: CheckLine): void => {
      if (!asker.gone.aborted) onLine(line);
    };
    return this.counted(asker, async () => {
      try {
        const { report, observed } = await this.#probe.check(question.kind, requestOf(question), {
          onResult: (result, done, of) => tell({ type: 'result', result: shortened(result), done, of }),
          onFault: this.#report,
        });
        const { results: _, ...rest } = report;
        tell({ type: 'report', report: rest, observed });
      } catch (error) {
        if (!(error instanceof SubjectError)) throw error;
        tell({ type: 'problem', says: error.message });
      }
    });
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
