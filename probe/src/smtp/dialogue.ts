import type { SecureContext, TLSSocket } from 'node:tls';
import { DialogueEnd } from './dialogue-end.ts';
import type { SmtpLimits } from './limits.ts';
import type { SmtpNote, SmtpStep } from './observation.ts';
import type { Reply } from './reply-reader.ts';
import { Wire } from './wire.ts';

/** A step to which a reply came. */
export type AnsweredStep = SmtpStep & { readonly reply: string; readonly code: number };

/** Whether a reply is of a class: 2 for done, 4 for not now, 5 for no (RFC 5321 section 4.2.1). */
export function isClass({ code }: AnsweredStep, digit: 2 | 3 | 4 | 5): boolean {
  return Math.floor(code / 100) === digit;
}

type Stage = SmtpStep['stage'];

/** One dialogue over one connection: asks, and keeps the transcript. */
export class Dialogue {
  readonly steps: SmtpStep[] = [];
  readonly notes: SmtpNote[] = [];
  /** Milliseconds from the beginning until the connection stood, and until the greeting was whole; null before that. */
  connected: number | null = null;
  greeted: number | null = null;
  readonly #began = performance.now();
  readonly #limits: SmtpLimits;
  readonly #deadline: number;
  #wire: Wire | null = null;

  /** @param deadline the moment of `performance.now()` at which all ends */
  constructor(limits: SmtpLimits, deadline: number) {
    this.#limits = limits;
    this.#deadline = deadline;
  }

  /** Connects and waits for the greeting. @throws DialogueEnd */
  async open(ip: string, port: number): Promise<AnsweredStep> {
    this.#wire = await Wire.open(ip, port, this.#until(this.#limits.connectTime), this.#limits);
    this.connected = Math.round(performance.now() - this.#began);
    const greeting = await this.#hear('connect', null, this.#limits.greetingTime);
    this.greeted = Math.round(performance.now() - this.#began);
    return greeting;
  }

  /** Sends a command and waits for its reply. @throws DialogueEnd where none comes */
  async ask(stage: Stage, command: string): Promise<AnsweredStep> {
    const wire = this.#standing();
    for (const unasked of wire.takeUnasked()) this.notes.push({ kind: 'spoke-early', detail: unasked });
    wire.send(command);
    const isLeave = stage === 'rset' || stage === 'quit';
    return this.#hear(stage, command, isLeave ? this.#limits.leaveTime : this.#limits.stepTime);
  }

  /** The handshake after STARTTLS was agreed to. @throws Error with the words of the TLS library */
  async startTls(servername: string | undefined, secureContext: SecureContext): Promise<TLSSocket> {
    const wire = this.#standing();
    const dropped = wire.dropRest();
    if (dropped !== '') this.notes.push({ kind: 'bytes-before-tls', detail: dropped });
    return wire.startTls({ servername, secureContext }, this.#until(this.#limits.stepTime));
  }

  close(): void {
    this.#wire?.close();
  }

  async #hear(stage: Stage, command: string | null, time: number): Promise<AnsweredStep> {
    const sent = performance.now();
    const took = (): number => Math.round(performance.now() - sent);
    let reply: Reply;
    try {
      reply = await this.#standing().reply(this.#until(time));
    } catch (error) {
      this.steps.push({ stage, command, reply: null, code: null, enhancedStatus: null, took: took() });
      throw error;
    }
    const { text, code, enhancedStatus, notes } = reply;
    const step = { stage, command, reply: text, code, enhancedStatus, took: took() };
    this.steps.push(step);
    this.notes.push(...notes);
    return step;
  }

  #standing(): Wire {
    if (this.#wire === null) throw new DialogueEnd('no-connection', 'No connection was made.');
    return this.#wire;
  }

  #until(time: number): number {
    return Math.min(performance.now() + time, this.#deadline);
  }
}
