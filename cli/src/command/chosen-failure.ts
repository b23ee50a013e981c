import { type BounceEvent, decode, type RuleSet } from '@whybounce/core';
import { UsageError } from '../usage-error.ts';
import { looksLikeWords } from './looks-like-words.ts';
import { decodeOptions, type InputOptions, readInputs, rulesOf } from './run.ts';

/** Options of the commands that are about one failure. */
export interface ChooseOptions extends InputOptions {
  /** Which failure of an input that has several, from 1. */
  readonly event?: string;
}

/** The failure that a command is about; null with a word on standard error where the input has none. */
export interface ChosenFailure {
  readonly event: BounceEvent | null;
  /** Inputs that could not be read. */
  readonly unreadable: number;
  /** By which it was read, where these are not the built-in ones alone. */
  readonly rules: RuleSet | undefined;
}

/** Failures of an input that are kept to choose from. */
const MAX_EVENTS = 10_000;

/**
 * Reads paths, or a refusal pasted as arguments, and takes the failure that is meant.
 *
 * @throws UsageError for a number that no failure has
 */
export async function chosenFailure(paths: readonly string[], options: ChooseOptions): Promise<ChosenFailure> {
  const rules = await rulesOf(options);
  const { events, unreadable } = await failuresOf(paths, options, rules);
  return { event: chosen(events, options.event), unreadable, rules };
}

async function failuresOf(
  paths: readonly string[],
  options: ChooseOptions,
  rules: RuleSet | undefined,
): Promise<{ events: BounceEvent[]; unreadable: number }> {
  const isFailure = ({ kind }: BounceEvent): boolean => kind === 'bounce' || kind === 'deferral';
  if (looksLikeWords(paths)) {
    const events = decode(paths.join(' '), { ...decodeOptions(options), name: 'argument', rules });
    return { events: events.filter(isFailure), unreadable: 0 };
  }
  const events: BounceEvent[] = [];
  const { unreadable } = await readInputs(paths, { ...decodeOptions(options), rules }, (event) => {
    if (isFailure(event) && events.length < MAX_EVENTS) events.push(event);
  });
  return { events, unreadable };
}

/** The failure that is meant: by its number, else the only or the first one. */
function chosen(events: readonly BounceEvent[], number: string | undefined): BounceEvent | null {
  if (events.length === 0) {
    process.stderr.write('whybounce: nothing in the input is a failed delivery.\n');
    return null;
  }
  const index = number === undefined ? 1 : Number(number);
  const event = Number.isInteger(index) ? events[index - 1] : undefined;
  if (event === undefined)
    throw new UsageError(
      `--event ${number}: the input has ${events.length} failed deliveries. Write 1 to ${events.length}.`,
    );
  if (events.length > 1 && number === undefined)
    process.stderr.write(
      `whybounce: this is the first of ${events.length} failed deliveries; --event 2 shows the next.\n`,
    );
  return event;
}
