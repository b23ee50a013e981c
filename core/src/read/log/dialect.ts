import type { Reading } from '../../reading.ts';

export interface LogOptions {
  /** Gives the year to syslog times that have none. Absent: timestamp null and the warning `timestamp-no-year`. */
  readonly now?: Date | undefined;
  /** `+09:00`, for times that are written without a zone. Default: UTC. */
  readonly utcOffset?: string | undefined;
}

export interface LogReader {
  /** Takes the next line (no line break). Returns what it tells, null for a line that is no delivery event. */
  line(text: string, number: number): Reading | Reading[] | null;
  /** What is left when the log ends. */
  end(): Reading[];
}

export interface LogDialect {
  /** The slug that stands in `Reading.dialect`. */
  readonly dialect: string;
  /**
   * `syslog`: its lines may stand among those of other programs. `headed`: a table whose first line names
   * the columns and decides alone. `own`: a file of its own.
   */
  readonly layout: 'syslog' | 'headed' | 'own';
  /** The starts of the program names under which its lines stand in syslog. */
  readonly programs: readonly string[];
  /** 0 = surely not, 1 = surely: how likely is this line of this dialect. */
  recognises(line: string): number;
  create(options: LogOptions): LogReader;
}
