import type { Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LineHead } from './line-head.ts';
import { LogClock } from './log-clock.ts';

/** A log names a few dozen programs; an attacker who invents more only loses the shortcut. */
const MAX_PROGRAMS = 500;

/**
 * Reads a log in which several programs write, as /var/log/mail.log: each line goes to the main dialect;
 * a line that tells it nothing goes to the dialect whose program wrote it. Dialects with a file of their
 * own are read alone.
 */
export function mixedReaderOf(main: LogDialect, others: readonly LogDialect[], options: LogOptions): LogReader {
  if (main.layout !== 'syslog') return main.create(options);
  return new MixedReader(
    main,
    others.filter((dialect) => dialect.layout === 'syslog' && dialect !== main),
    options,
  );
}

class MixedReader implements LogReader {
  readonly #main: LogReader;
  readonly #mainPrograms: readonly string[];
  readonly #others: readonly LogDialect[];
  readonly #options: LogOptions;
  readonly #readers = new Map<LogDialect, LogReader>();
  readonly #head: LineHead;
  readonly #byProgram = new Map<string, LogDialect | null>();

  constructor(main: LogDialect, others: readonly LogDialect[], options: LogOptions) {
    this.#main = main.create(options);
    this.#mainPrograms = main.programs;
    this.#others = others;
    this.#options = options;
    this.#head = new LineHead(new LogClock(options));
  }

  line(text: string, number: number): Reading | Reading[] | null {
    const told = this.#main.line(text, number);
    if (told !== null || this.#isMain(text)) return told;
    const dialect = this.#dialectOf(text);
    return dialect === null ? null : this.#readerOf(dialect).line(text, number);
  }

  end(): Reading[] {
    return [this.#main, ...this.#readers.values()].flatMap((reader) => reader.end());
  }

  /** `May 27 14:30:00 mx1 postfix/…`: the usual head, looked at without taking the line apart. */
  #isMain(text: string): boolean {
    const host = text.charCodeAt(3) === 32 ? 16 : text.indexOf(' ') + 1;
    const program = text.indexOf(' ', host) + 1;
    return program > 0 && this.#mainPrograms.some((name) => text.startsWith(name, program));
  }

  #dialectOf(text: string): LogDialect | null {
    this.#head.read(text);
    const program = this.#head.program();
    if (program === '' || program.length > 64)
      return this.#others.find((other) => other.recognises(text) >= 0.9) ?? null;
    let dialect = this.#byProgram.get(program);
    if (dialect === undefined) {
      dialect = this.#others.find(({ programs }) => programs.some((name) => program.startsWith(name))) ?? null;
      if (this.#byProgram.size < MAX_PROGRAMS) this.#byProgram.set(` ${program}`.slice(1), dialect);
    }
    return dialect;
  }

  #readerOf(dialect: LogDialect): LogReader {
    let reader = this.#readers.get(dialect);
    if (reader === undefined) {
      reader = dialect.create(this.#options);
      this.#readers.set(dialect, reader);
    }
    return reader;
  }
}
