/** Files that somebody dropped or picked are this many at most: a folder of more is a mailbox to be read by the command. */
export const MAX_FILES = 10_000;

/** A file with the path under which the user knows it. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** Files as they were picked; those of a folder with their path in it. */
export function pickedFiles(files: readonly File[]): NamedFile[] {
  return files
    .slice(0, MAX_FILES)
    .filter(({ name }) => !name.startsWith('.'))
    .map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));
}

/** What was dropped, folders with all that is in them, by their paths. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  // Items are gone after the first await.
  const entries = [...data.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.length === 0) return pickedFiles([...data.files]);
  const found: NamedFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(entry: FileSystemEntry, found: NamedFile[]): Promise<void> {
  if (found.length >= MAX_FILES || entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await collect(one, found);
  }
}
