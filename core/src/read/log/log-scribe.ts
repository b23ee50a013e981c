import { type Kind, newReading, type Reading } from '../../reading.ts';
import type { LogOptions } from './dialect.ts';
import { LineHead } from './line-head.ts';
import { LogClock, stamp } from './log-clock.ts';

const ACTION_OF: Partial<Record<Kind, string>> = { bounce: 'failed', deferral: 'delayed', delivery: 'delivered' };

/** What all readers of line logs share: the head of the line, and readings filled with what it says. */
export class LogScribe {
  readonly clock: LogClock;
  readonly head: LineHead;
  readonly #dialect: string;

  constructor(dialect: string, options: LogOptions) {
    this.#dialect = dialect;
    this.clock = new LogClock(options);
    this.head = new LineHead(this.clock);
  }

  /** A reading of the line whose head was read last. */
  reading(kind: Kind, number: number): Reading {
    const reading = this.bare(kind, number);
    reading.reportingMta = this.head.host();
    stamp(reading, this.head.time(), this.head.yearMissing());
    return reading;
  }

  /** A reading without host and time, for logs that name them in fields of their own. */
  bare(kind: Kind, number: number): Reading {
    const reading = newReading('log', this.#dialect, kind);
    reading.position = String(number);
    reading.dsnAction = ACTION_OF[kind] ?? null;
    return reading;
  }
}
