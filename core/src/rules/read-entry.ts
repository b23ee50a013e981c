import {
  type CauseId,
  type CrosswalkRow,
  crosswalkSources,
  type Deed,
  type Owner,
  type Proof,
  type ReasonId,
  type Source,
} from '@whybounce/knowledge';
import type { OverlayEntry } from './overlay.ts';
import { below, type Shape, show } from './shape.ts';
import { entryFaults } from './validate-system.ts';

/** Hosts, texts, codes and the like of one system or entry. */
export const MAX_ITEMS = 200;
/** Characters of what people read. */
export const MAX_PROSE = 1_000;
/** Characters of words or of a proof: more than the matcher reads of a reply proves nothing. */
export const MAX_LINE = 2_048;
/** Largest priority either way. */
const MAX_PRIORITY = 1_000;

const owners: readonly Owner[] = [
  'sender',
  'sending-platform',
  'receiving-platform',
  'recipient-admin',
  'recipient',
  'nobody',
];
const deeds: readonly Deed[] = ['suppress', 'hold', 'retry', 'fix', 'ignore'];
const grades: readonly Source['grade'][] = ['measured', 'read', 'read-paraphrased', 'believed'];

const entryKeys = [
  'id',
  'text',
  'codes',
  'reason',
  'meaning',
  'needsCode',
  'needsHost',
  'anywhere',
  'weak',
  'priority',
  'owner',
  'action',
  'causes',
  'classes',
  'steps',
  'link',
  'sources',
  'status',
  'matches',
  'mustNotMatch',
];

const noRegex =
  'There are no regular expressions here: write the words as text, " * " for a gap of any words and "#" for a number.';
const entryHints = new Map([
  ...['regex', 'regexp', 'pattern', 'patterns', 'match'].map((key) => [key, noRegex] as const),
  ['note', 'Write notes beside systems: notes: { system/entry: … }.'] as const,
  ['disable', 'Write disable beside systems, as a list of system/entry.'] as const,
]);

/**
 * Reads an entry of an overlay.
 *
 * @param named whether anything can name its system as the one that refused
 * @param source the file, which is the source of what names none
 * @returns null for an entry with faults in its shape; the faults are noted
 */
export function readEntry(
  shape: Shape,
  value: unknown,
  path: string,
  named: boolean,
  source: string,
): OverlayEntry | null {
  const read = shape.record(value, path, entryKeys, entryHints);
  if (read === null) return null;
  const before = shape.faultCount;
  const at = (key: string): string => below(path, key);
  const id = shape.text(read['id'], at('id'), 80, 'write lower-case words joined by "-", such as our-quota.');
  const reason = shape.text(read['reason'], at('reason'), 80, 'write what the words say, such as recipient.unknown.');
  const meaning = shape.text(read['meaning'], at('meaning'), MAX_PROSE, 'write in a sentence what the server says.');
  const flag = (key: 'needsCode' | 'needsHost' | 'anywhere' | 'weak') =>
    shape.flag(read[key], at(key)) && { [key]: true as const };
  const owner = shape.oneOf(read['owner'], at('owner'), owners);
  const action = shape.oneOf(read['action'], at('action'), deeds);
  const priority = shape.integer(read['priority'], at('priority'), -MAX_PRIORITY, MAX_PRIORITY);
  const link = shape.link(read['link'], at('link'));
  const causes = readCauses(shape, read['causes'], at('causes'));
  const classes = readClasses(shape, read['classes'], at('classes'));
  const weak = flag('weak');
  const entry: OverlayEntry = {
    id: id ?? '',
    codes: readCodes(shape, read['codes'], at('codes')),
    text: shape.texts(read['text'], at('text'), MAX_ITEMS, MAX_LINE, 'write words as the server says them.'),
    ...flag('needsCode'),
    ...flag('needsHost'),
    ...flag('anywhere'),
    ...weak,
    // whether it is a reason is asked below, with all that is asked of built-in entries too
    reason: (reason ?? '') as ReasonId,
    ...(owner !== undefined && { owner }),
    ...(action !== undefined && { action }),
    ...(causes !== undefined && { causes }),
    ...(classes !== undefined && { classes }),
    ...(priority !== undefined && { priority }),
    meaning: meaning ?? '',
    steps: shape.texts(read['steps'], at('steps'), MAX_ITEMS, MAX_PROSE, 'write what to do.'),
    ...(link !== undefined && { link }),
    sources: readSources(shape, read['sources'], at('sources'), source),
    status: shape.oneOf(read['status'], at('status'), ['documented', 'observed'] as const) ?? 'observed',
    matches: readProofs(shape, read['matches'], at('matches')),
    mustNotMatch: readProofs(shape, read['mustNotMatch'], at('mustNotMatch')),
  };
  if (weak !== undefined && priority !== undefined)
    shape.fault(at('priority'), 'a weak rule only hints and has no priority: leave one of both out.');
  // What could not be read is no ground for saying what it lacks.
  if (shape.faultCount > before) return null;
  for (const { at: where, says } of entryFaults(entry, named)) shape.fault(`${path}.${where}`, says);
  return entry;
}

/** YAML reads `550` as a number and `5.1.1` as text. */
function readCodes(shape: Shape, value: unknown, path: string): string[] {
  return shape.list(value, path, MAX_ITEMS).flatMap((item, i) => {
    if (typeof item === 'number' && Number.isInteger(item)) return String(item);
    return shape.text(item, below(path, i), 40, 'write a code such as 550 or "5.1.1".') ?? [];
  });
}

function readCauses(shape: Shape, value: unknown, path: string): Partial<Record<CauseId, number>> | undefined {
  if (value === undefined || value === null) return undefined;
  const wanted = 'write the causes with their shares of 100';
  const shares = shape.entries(value, path, MAX_ITEMS, wanted).flatMap(([cause, share]) => {
    if (typeof share === 'number') return [[cause, share] as const];
    shape.fault(below(path, cause), `${show(share)} is no number: ${wanted}.`);
    return [];
  });
  return Object.fromEntries(shares);
}

function readClasses(shape: Shape, value: unknown, path: string): Partial<CrosswalkRow> | undefined {
  if (value === undefined || value === null) return undefined;
  const vendors = Object.keys(crosswalkSources) as (keyof CrosswalkRow)[];
  const read = shape.record(value, path, vendors);
  if (read === null) return undefined;
  const classes: Record<string, string | number | null> = {};
  for (const vendor of vendors) {
    const given = read[vendor];
    if (given === undefined) continue;
    const place = below(path, vendor);
    const own =
      given === null
        ? null
        : vendor === 'sparkpost'
          ? shape.integer(given, place, 0, 100)
          : shape.text(given, place, 100, 'write the class as that vendor calls it.');
    if (own !== undefined) classes[vendor] = own;
  }
  return classes as Partial<CrosswalkRow>;
}

function readSources(shape: Shape, value: unknown, path: string, source: string): OverlayEntry['sources'] {
  const sources = shape.list(value, path, MAX_ITEMS).flatMap((item, i) => {
    const place = below(path, i);
    const read = shape.record(item, place, ['name', 'url', 'read', 'grade']);
    if (read === null) return [];
    const name = shape.text(read['name'], below(place, 'name'), MAX_PROSE, 'write the document or sample.');
    const url = shape.link(read['url'], below(place, 'url'));
    const grade = shape.oneOf(read['grade'], below(place, 'grade'), grades);
    const when = read['read'] === undefined ? null : readDate(shape, read['read'], below(place, 'read'));
    if (name === null) return [];
    return [{ name, ...(url !== undefined && { url }), ...(when !== null && { read: when }), ...(grade && { grade }) }];
  });
  return sources.length > 0 ? sources : [{ name: source }];
}

function readDate(shape: Shape, value: unknown, path: string): string | null {
  const wanted = 'write YYYY-MM or YYYY-MM-DD.';
  const date = shape.text(value, path, 40, wanted);
  if (date === null || /^20\d\d-\d\d(?:-\d\d)?$/.test(date)) return date;
  shape.fault(path, `"${date}" is no date: ${wanted}`);
  return null;
}

function readProofs(shape: Shape, value: unknown, path: string): Proof[] {
  const wanted = 'write a whole reply, or { line, host } where only the host gives it its meaning.';
  return shape.list(value, path, MAX_ITEMS).flatMap((item, i): Proof[] => {
    const place = below(path, i);
    if (typeof item !== 'object' || item === null) {
      const line = shape.text(item, place, MAX_LINE, wanted);
      return line === null ? [] : [line];
    }
    const read = shape.record(item, place, ['line', 'host']);
    if (read === null) return [];
    const line = shape.text(read['line'], below(place, 'line'), MAX_LINE, wanted);
    const host = shape.domain(read['host'], below(place, 'host'));
    return line === null || host === null ? [] : [{ line, host }];
  });
}
