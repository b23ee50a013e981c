import { MAX_INPUT_BYTES, MAX_INPUTS } from '../../answer/limits.ts';
import type { DeskInput } from '../../answer/protocol.ts';
import { limitWords } from '../../wording/limits.ts';
import type { NamedFile } from './dropped-files.ts';

/** Files that can be read, and of the others why not, as sentences. */
export interface ChosenFiles {
  readonly fit: readonly NamedFile[];
  readonly unread: readonly string[];
}

/** Files in their order while they fit into what is read at once; one that does not is not even loaded. */
export function chooseFiles(files: readonly NamedFile[]): ChosenFiles {
  const fit: NamedFile[] = [];
  const unread: string[] = [];
  let bytes = 0;
  for (const file of files.slice(0, MAX_INPUTS)) {
    if (bytes + file.file.size > MAX_INPUT_BYTES)
      unread.push(limitWords.inputTooLarge(file.name, MAX_INPUT_BYTES / 1024 / 1024));
    else {
      bytes += file.file.size;
      fit.push(file);
    }
  }
  if (files.length > MAX_INPUTS) unread.push(limitWords.tooManyInputs(files.length - MAX_INPUTS, MAX_INPUTS));
  return { fit, unread };
}

/** The contents of files; one that has gone meanwhile, or may not be read, is named and the others come. */
export async function loadFiles(files: readonly NamedFile[]): Promise<{ inputs: DeskInput[]; unread: string[] }> {
  const inputs: DeskInput[] = [];
  const unread: string[] = [];
  for (const { name, file } of files) {
    try {
      inputs.push({ name, content: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      unread.push(limitWords.unreadable(name));
    }
  }
  return { inputs, unread };
}
