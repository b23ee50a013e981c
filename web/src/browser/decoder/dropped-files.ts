import { MAX_INPUTS } from '../../answer/limits.ts';

/** A file with the path under which the user knows it. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** Where a folder is not looked through any further: ten times what is read is enough to say how many are left out. */
const MAX_FOUND = 10 * MAX_INPUTS;

/** Files as they were picked; those of a folder with their path in it. Hidden ones are left out. */
export function pickedFiles(files: readonly File[]): NamedFile[] {
  return files
    .filter(({ name }) => !name.startsWith('.'))
    .map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));
}

/** What was dropped, folders with all that is in them, by their paths. What cannot be opened is named in `unread`. */
export async function droppedFiles(data: DataTransfer): Promise<{ files: NamedFile[]; unread: string[] }> {
  // Items are gone after the first await.
  const entries = [...data.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.length === 0) return { files: pickedFiles([...data.files]), unread: [] };
  const found: NamedFile[] = [];
  const unread: string[] = [];
  for (const entry of entries) await collect(entry, found, unread);
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files: found, unread };
}

async function collect(entry: FileSystemEntry, found: NamedFile[], unread: string[]): Promise<void> {
  if (found.length >= MAX_FOUND || entry.name.startsWith('.')) return;
  const name = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({ name, file });
    } else for (const one of await entriesOf(entry as FileSystemDirectoryEntry)) await collect(one, found, unread);
  } catch {
    unread.push(name);
  }
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length >= MAX_FOUND) return all;
    all.push(...some);
  }
}
