import { suggestion } from './nearest.ts';
import type { Overlay, OverlaySystem } from './overlay.ts';
import { Faults } from './overlay-error.ts';
import { MAX_PROSE } from './read-entry.ts';
import { builtInSystem, MAX_ENTRIES, readSystem, suggestSlug } from './read-system.ts';
import { below, Shape, show } from './shape.ts';

const MAX_SYSTEMS = 1_000;

const fileKeys = ['systems', 'disable', 'notes'];
const fileHints = new Map(
  ['entries', 'slug', 'name', 'kind', 'hosts', 'rules'].map((key) => [
    key,
    'An overlay is a list of systems: write systems: [ { slug: …, entries: [ … ] } ].',
  ]),
);

/**
 * Checks what an operator wrote, so that it can be laid over the built-in rules. Only the file itself is
 * looked at; whether its proofs hold shows when it is compiled (`rulesWith`).
 *
 * @param data a file's content as YAML or JSON gives it
 * @param source what the file is called
 * @throws {@link OverlayError} with every fault: its place, what stands there, what to write
 */
export function parseOverlay(data: unknown, source = 'overlay'): Overlay {
  const faults = new Faults();
  const shape = new Shape(faults);
  if (data === undefined || data === null) shape.fault('', 'it is empty: write systems, disable or notes.');
  const file = data === undefined || data === null ? null : shape.record(data, '', fileKeys, fileHints);
  const systems = readSystems(shape, file?.['systems'], source);
  const overlay: Overlay = {
    source,
    systems,
    disable: readDisable(shape, file?.['disable']),
    notes: readNotes(shape, file?.['notes'], systems),
  };
  faults.throwIfAny(source);
  return overlay;
}

function readSystems(shape: Shape, value: unknown, source: string): OverlaySystem[] {
  const items = shape.list(value, 'systems', MAX_SYSTEMS);
  const entries = items.reduce<number>((sum, item) => sum + lengthOfEntries(item), 0);
  if (entries > MAX_ENTRIES) {
    shape.fault(
      'systems',
      `they have ${entries} entries, and ${MAX_ENTRIES} are the most. Take out what no reply needs.`,
    );
    return [];
  }
  const seen = new Set<string>();
  return items.flatMap((item, i) => {
    const path = below('systems', i);
    const system = readSystem(shape, item, path, source);
    if (system === null) return [];
    if (seen.has(system.slug))
      shape.fault(below(path, 'slug'), `"${system.slug}" stands here twice: put all its entries together.`);
    seen.add(system.slug);
    return [system];
  });
}

function readDisable(shape: Shape, value: unknown): string[] {
  const wanted = 'write system/entry of a built-in rule, as a result names it.';
  return shape.texts(value, 'disable', MAX_ENTRIES, 200, wanted, (rule, place) => {
    const fault = unknownRule(rule);
    if (fault !== null) shape.fault(place, `${fault} To switch off a rule ${wanted}`);
    return fault === null;
  });
}

function readNotes(shape: Shape, value: unknown, systems: readonly OverlaySystem[]): Map<string, string> {
  const own = new Set(systems.flatMap(({ slug, entries }) => [slug, ...entries.map(({ id }) => `${slug}/${id}`)]));
  const notes = new Map<string, string>();
  const wanted = 'write { system/entry: text } or { system: text }';
  // An entry that could not be read would be missed here, and that is no second fault.
  const complete = shape.faultCount === 0;
  for (const [about, note] of shape.entries(value, 'notes', MAX_ENTRIES, wanted)) {
    const path = below('notes', about);
    const fault = !complete || own.has(about) ? null : about.includes('/') ? unknownRule(about) : unknownSystem(about);
    if (fault !== null) shape.fault(path, fault);
    const text = shape.text(note, path, MAX_PROSE, 'write what is to be said of it.');
    if (text !== null) notes.set(about, text);
  }
  return notes;
}

/** How many entries a system seems to have, before anything of it is read. */
function lengthOfEntries(item: unknown): number {
  const entries =
    typeof item === 'object' &&
    item !== null &&
    Object.hasOwn(item, 'entries') &&
    (item as { entries: unknown }).entries;
  return Array.isArray(entries) ? entries.length : 0;
}

/** What is wrong with the id of a built-in rule; null where there is such a rule. */
function unknownRule(rule: string): string | null {
  const slash = rule.indexOf('/');
  if (slash < 0) return `${show(rule)} names no rule.`;
  const slug = rule.slice(0, slash);
  const id = rule.slice(slash + 1);
  const system = builtInSystem(slug);
  if (system === undefined) return unknownSystem(slug);
  if (system.rules.some((row) => row.id === id)) return null;
  const near = suggestion(
    id,
    system.rules.map((row) => row.id),
  ).replace(/"(.*)"/, `"${slug}/$1"`);
  return `${slug} has no rule ${show(id)}.${near}`;
}

function unknownSystem(slug: string): string | null {
  if (builtInSystem(slug) !== undefined) return null;
  return `there is no system ${show(slug)}.${suggestSlug(slug)}`;
}
