import type { Grade } from '../../knowledge/src/define.ts';

/** Shorter ends of a path stand for little without what is before them. */
const TELLING = 12;

/**
 * Names in a collector's source by which the same source is known again, lower case: files, pages, repositories, sample
 * mails, long numbers. Null where the collector named none, or only believed what the source does not say: a belief has no place.
 */
export function landmarksOf(source: string, evidence: Grade): readonly string[] | null {
  if (evidence === 'believed') return null;
  const plain = source.toLowerCase().replace(/@[0-9a-f]{7,40}/g, '');
  const shipped = /^debian bookworm package \S+/.exec(plain)?.[0];
  if (shipped !== undefined) return [shipped];
  const found = plain
    .split(';')
    .flatMap((part) => [
      ...namesIn(part).flatMap(landmarksIn),
      ...(part.match(/(?<![\w.])\d{5,}(?![\w.])/g) ?? []),
      ...(part.match(/\b[lr]host-[a-z0-9]+-\d\d\b/g) ?? []),
    ]);
  return found.length > 0 ? found : null;
}

/** Files that are named in a part of a source; paths, hosts and repositories where no file is. */
function namesIn(part: string): readonly string[] {
  const names = part.match(/[\w*-]+(?:[./][\w*-]+)+/g) ?? [];
  const files = names.filter((name) => /\.(?:pm|md|eml|txt|msg|toml)$/.test(name));
  return files.length > 0 ? files : names;
}

function landmarksIn(path: string): readonly string[] {
  const segments = path.split('/');
  const [last = '', before = ''] = segments.toReversed();
  const [host = ''] = segments;
  // One sentence of Sisimai's list for a reason is known again by that list.
  if (before === 'reason') return [`reason/${last}`, 'reason/*.pm'];
  return [...(host.includes('.') ? [host] : []), last.length >= TELLING || before === '' ? last : `${before}/${last}`];
}

/** From the weakest to the strongest. */
const grades: readonly Grade[] = ['believed', 'read-paraphrased', 'read', 'measured'];

/** Whether a claim is graded no higher than the row that it was made from. */
export function isNotRaised(grade: Grade, evidence: Grade): boolean {
  return grades.indexOf(grade) <= grades.indexOf(evidence);
}
