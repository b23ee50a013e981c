/** Something in an overlay that cannot be taken. */
export interface OverlayFault {
  /** Where in the file: `systems[0].entries[2].reason`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there, and what to write instead. */
  readonly says: string;
}

/** Faults that are told of; a file that has more is mended from the top. */
const MAX_FAULTS = 100;

/** Gathers faults, so that whoever wrote a file learns of all of them at once. */
export class Faults {
  readonly #faults: OverlayFault[] = [];

  add(path: string, says: string): void {
    if (this.#faults.length < MAX_FAULTS) this.#faults.push({ path, says });
  }

  get count(): number {
    return this.#faults.length;
  }

  /** @throws {@link OverlayError} where there are any */
  throwIfAny(source: string): void {
    if (this.#faults.length > 0) throw new OverlayError(source, this.#faults);
  }
}

/** Thrown for an overlay that cannot be used: as a whole, so that no half of it is in force. */
export class OverlayError extends Error {
  override readonly name = 'OverlayError';
  readonly code = 'WHYBOUNCE_OVERLAY';
  /** The file, as the caller names it. */
  readonly source: string;
  /** Never empty. */
  readonly faults: readonly OverlayFault[];

  constructor(source: string, faults: readonly OverlayFault[], options?: ErrorOptions) {
    const [first, ...others] = faults;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    super(`${source}: ${first === undefined ? 'it cannot be used.' : faultSentence(first)}${more}`, options);
    this.source = source;
    this.faults = faults;
  }
}

/** A fault on one line, with its place. */
export function faultSentence({ path, says }: OverlayFault): string {
  return path === '' ? says : `${path}: ${says}`;
}
