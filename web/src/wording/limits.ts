import { inputAsSubject } from './input.ts';

/** What is said where an input is larger than what is read, and what to do then. */
export const limitWords = {
  inputTooLarge: (name: string, megabytes: number): string =>
    `${inputAsSubject(name)} was not read: all inputs together may have ${megabytes} MB. Choose a part of them, or read them with the whybounce command, which has no such limit.`,
  tooManyInputs: (count: number, most: number): string =>
    `${count} files were not read: at most ${most} are read at once. Choose the others afterwards, or read the folder with the whybounce command.`,
  tooManyRows: (count: number, most: number): string =>
    `${count} further events were counted, but are not in the list: it holds ${most}. Choose a part of the input to see them, or read it with the whybounce command.`,
  tooManyToWeigh: (most: number): string =>
    `The input has more than ${most} events, so each was judged by itself. Choose a shorter time to see what they tell of each other.`,
  diagnosticCut: (most: number): string =>
    `The reply is longer than ${most} characters: only its beginning is shown. Export the event to see all of it.`,
  noSuchEvent: 'This bounce is no longer there. Hand the input in again.',
  superseded: 'Another input was read in the meantime.',
  nothingRead: 'Nothing has been read yet. Paste a bounce or choose a file first.',
  unreadable: (name: string): string =>
    `${name} could not be opened. Check that it is still there and that you may read it, then choose it again.`,
  broken: (name: string, error: string): string =>
    `${inputAsSubject(name)} could not be read (${error}). Please report this with the input, if you may share it.`,
} as const;
