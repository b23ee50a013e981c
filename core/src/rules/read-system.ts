import { ruleTable, type SystemKind, type SystemRow, unpackOwners } from '@whybounce/knowledge';
import { suggestion } from './nearest.ts';
import type { OverlayEntry, OverlaySystem } from './overlay.ts';
import { MAX_ITEMS, MAX_LINE, readEntry } from './read-entry.ts';
import { below, type Shape } from './shape.ts';
import { canBeNamed, isSlug, wordsFaults } from './validate-system.ts';

/** Entries of one overlay: twice what is built in for all the world. */
export const MAX_ENTRIES = 5_000;
/** Characters of a slug, and of a name. */
const MAX_NAME = 80;

const kinds: readonly SystemKind[] = [
  'mailbox-provider',
  'gateway',
  'filter',
  'mta',
  'sending-platform',
  'blocklist',
  'wording',
];
const linkKeys = ['postmaster', 'delist', 'feedbackLoop', 'documentation'] as const;

const systemKeys = ['slug', 'name', 'kind', 'hosts', 'domains', 'marks', 'links', 'entries'];

/** A built-in system by its slug. */
export function builtInSystem(slug: string): SystemRow | undefined {
  return ruleTable.systems.find((system) => system.slug === slug);
}

let named: ReadonlySet<string> | undefined;

/** Slugs of the built-in systems that host, mark or recipient domain can name. */
function namedBuiltIns(): ReadonlySet<string> {
  if (named !== undefined) return named;
  const marked = [ruleTable.words, ruleTable.wideWords()].flatMap(({ lines, owners }) =>
    [...unpackOwners(owners, lines.split('\n').length)].flatMap((owner) => (owner < 0 ? -1 - owner : [])),
  );
  named = new Set([
    ...ruleTable.systems.filter(canBeNamed).map(({ slug }) => slug),
    ...marked.map((number) => ruleTable.systems[number]?.slug ?? ''),
  ]);
  return named;
}

/** A slug that may be meant, as a sentence with a space before it. */
export function suggestSlug(slug: string): string {
  return suggestion(
    slug,
    ruleTable.systems.map((system) => system.slug),
  );
}

/**
 * Reads a system of an overlay. One that is built in needs no name and kind, and goes by the hosts, domains
 * and marks of that where it has none of its own.
 *
 * @param source the file
 * @returns null where slug or kind are missing; the faults are noted
 */
export function readSystem(shape: Shape, value: unknown, path: string, source: string): OverlaySystem | null {
  const read = shape.record(value, path, systemKeys);
  if (read === null) return null;
  const slug = readSlug(shape, read['slug'], below(path, 'slug'));
  const known = slug === null ? undefined : builtInSystem(slug);
  const kind = readKind(shape, read['kind'], below(path, 'kind'), slug, known?.kind);
  const hosts = shape.domains(read['hosts'], below(path, 'hosts'), MAX_ITEMS);
  const domains = shape.domains(read['domains'], below(path, 'domains'), MAX_ITEMS);
  const marks = readMarks(shape, read['marks'], below(path, 'marks'));
  const name =
    read['name'] === undefined
      ? (known?.name ?? slug ?? '')
      : (shape.text(read['name'], below(path, 'name'), MAX_NAME, 'write the name that people use.') ?? '');
  const links = readLinks(shape, read['links'], below(path, 'links'));
  const own = canBeNamed({ hosts, domains, marks });
  const named = own || (slug !== null && namedBuiltIns().has(slug));
  const entries = readEntries(shape, read['entries'], below(path, 'entries'), named, source);
  if (slug === null || kind === undefined) return null;
  return {
    slug,
    name,
    kind,
    ...(hosts.length > 0 && { hosts }),
    ...(domains.length > 0 && { domains }),
    ...(marks.length > 0 && { marks }),
    ...(links !== undefined && { links }),
    entries,
  };
}

function readSlug(shape: Shape, value: unknown, path: string): string | null {
  const slug = shape.text(
    value,
    path,
    MAX_NAME,
    'write that of a built-in system, such as microsoft-365, or one of your own.',
  );
  if (slug === null || isSlug(slug)) return slug;
  shape.fault(path, `"${slug}" is no slug: write lower-case words joined by "-".`);
  return null;
}

function readKind(
  shape: Shape,
  value: unknown,
  path: string,
  slug: string | null,
  known: SystemKind | undefined,
): SystemKind | undefined {
  const kind = shape.oneOf(value, path, kinds);
  if (kind !== undefined && known !== undefined && kind !== known)
    shape.fault(path, `${slug} is built in as ${known}: write that, or leave it out.`);
  if ((value === undefined || value === null) && known === undefined && slug !== null)
    shape.fault(
      path,
      `it is missing, and "${slug}" is no built-in system.${suggestSlug(slug)} Write one of ${kinds.join(', ')}.`,
    );
  return kind ?? known;
}

function readMarks(shape: Shape, value: unknown, path: string): string[] {
  return shape.texts(value, path, MAX_ITEMS, MAX_LINE, 'write words that only this system writes.', (mark, place) => {
    const faults = wordsFaults(mark);
    for (const says of faults) shape.fault(place, says);
    return faults.length === 0;
  });
}

function readLinks(shape: Shape, value: unknown, path: string): OverlaySystem['links'] | undefined {
  if (value === undefined || value === null) return undefined;
  const read = shape.record(value, path, linkKeys);
  if (read === null) return undefined;
  return Object.fromEntries(
    linkKeys.flatMap((key) => {
      const link = shape.link(read[key], below(path, key));
      return link === undefined ? [] : [[key, link]];
    }),
  );
}

function readEntries(shape: Shape, value: unknown, path: string, named: boolean, source: string): OverlayEntry[] {
  const seen = new Set<string>();
  return shape.list(value, path, MAX_ENTRIES).flatMap((item, i) => {
    const place = below(path, i);
    const entry = readEntry(shape, item, place, named, source);
    if (entry === null) return [];
    if (seen.has(entry.id))
      shape.fault(below(place, 'id'), `another entry of this system has the id "${entry.id}": write another.`);
    seen.add(entry.id);
    return [entry];
  });
}
