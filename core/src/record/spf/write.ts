import type { RecordChange } from '../finding.ts';
import { cidrContains, parseCidr } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import { parseSpf } from './parse.ts';
import { bare, isAll, keyOf, type Piece, piecesOf, readExisting, withoutDead } from './pieces.ts';
import type { SpfMechanism, SpfTerm } from './record.ts';
import { mechanismFor, type SpfSender } from './sender.ts';
import { added, changed, kept, leftOf, removed, type WrittenSpf } from './written.ts';

export interface WriteSpfOptions {
  /** The record that is published, or meant to be; null where there is none. */
  readonly existing: string | null;
  readonly add: readonly SpfSender[];
  /** Terms that are to go: as they are written, or the name alone that an `include` has. */
  readonly remove?: readonly string[] | undefined;
  /** What becomes of mail from all others. Where it is left out a record keeps what it has, and a new one gets `~`. */
  readonly all?: '-' | '~' | '?' | undefined;
}

/**
 * Writes the SPF record of a domain so that more senders are allowed. What is there keeps its words and order, unknown
 * modifiers included; terms that break the grammar are mended, or go; there is one record, and `all` ends it.
 * Where nothing was broken, every verdict stays as it was but for what is added, removed, and `all` if it is given.
 *
 * @throws RangeError for a sender that is none
 */
export function writeSpf({ existing, add, remove = [], all }: WriteSpfOptions): WrittenSpf {
  const senders = add.map((sender, place) => mechanismFor(sender, `add[${place}]`));
  const changes: RecordChange[] = [];
  const left: string[] = [];
  const read = readExisting(existing, changes, left);
  let pieces = withoutRemoved(read, remove, changes, left);
  pieces = withoutDead(pieces, changes, left);
  for (const sender of senders) pieces = withSender(pieces, sender, changes);
  pieces = withAll(pieces, existing === null ? (all ?? '~') : all, changes, left);
  const text = ['v=spf1', ...pieces.map((piece) => piece.text)].join(' ');
  const untouched = pieces.filter((piece) => !changes.some(({ to }) => to?.split(' ').includes(piece.text) === true));
  return {
    text,
    changes: [...untouched.map((piece) => kept(piece.text)), ...changes],
    left: [...left, ...leftOf(parseSpf(text))],
  };
}

function withoutRemoved(
  pieces: readonly Piece[],
  remove: readonly string[],
  changes: RecordChange[],
  left: string[],
): Piece[] {
  const wanted = new Set(remove.map((text) => bare(text.trim())));
  const met = new Set<string>();
  const rest = pieces.filter(({ text, term }) => {
    const include = term.kind === 'mechanism' && term.name === 'include' ? (term.domain?.text.toLowerCase() ?? '') : '';
    const name = [bare(text), include].find((key) => wanted.has(key));
    if (name === undefined) return true;
    met.add(name);
    changes.push(removed(text, 'It was to be removed.'));
    return false;
  });
  for (const name of wanted)
    if (!met.has(name)) left.push(`${quoted(name)} was to be removed and is not in the record.`);
  return rest;
}

function withSender(pieces: readonly Piece[], sender: SpfMechanism, changes: RecordChange[]): Piece[] {
  const key = keyOf(sender);
  const network = sender.network === null ? null : parseCidr(sender.network);
  const isBefore = (term: SpfTerm) => term.kind === 'mechanism' && term.qualifier !== '+';
  const strict = pieces.findIndex(({ term }) => isBefore(term));
  const allowing = strict === -1 ? pieces : pieces.slice(0, strict);
  const holder = allowing.find(({ term }) => {
    if (term.kind !== 'mechanism' || term.qualifier !== '+') return false;
    if (keyOf(term) === key) return true;
    const range = term.network === null ? null : parseCidr(term.network);
    return network !== null && range !== null && cidrContains(range, network);
  });
  if (holder !== undefined) return [...pieces];
  const piece = { text: sender.text, term: sender };
  const same = pieces.find(({ term }) => term.kind === 'mechanism' && keyOf(term) === key);
  const others = pieces.filter((other) => other !== same);
  if (same === undefined) changes.push(added(sender.text, 'It allows a sender that the record did not have.'));
  else changes.push(changed(same.text, sender.text, 'It was in the record and did not allow the sender.'));
  // before whatever turns somebody down: an earlier "-ip4" or "?include" would decide first
  const at = others.findIndex(({ term }) => isBefore(term) || isAll(term) || term.kind === 'modifier');
  return at === -1 ? [...others, piece] : [...others.slice(0, at), piece, ...others.slice(at)];
}

function withAll(
  pieces: readonly Piece[],
  wanted: '-' | '~' | '?' | undefined,
  changes: RecordChange[],
  left: string[],
): Piece[] {
  const own = pieces.find(({ term }) => isAll(term));
  const others = pieces.filter((piece) => piece !== own);
  if (others.some(({ term }) => term.kind === 'modifier' && term.name === 'redirect')) {
    if (wanted !== undefined)
      left.push(
        'The record ends with a redirect, which decides of all others: change "all" in the record that it leads to.',
      );
    return [...others];
  }
  if (wanted === undefined && own === undefined) {
    left.push('The record says nothing about all other servers: once all senders are in it, end it with ~all or -all.');
    return [...others];
  }
  const text = wanted === undefined ? (own?.text ?? '') : `${wanted}all`;
  if (own === undefined) changes.push(added(text, 'It says what becomes of mail from all others.'));
  else if (own.text.toLowerCase() !== text.toLowerCase())
    changes.push(changed(own.text, text, 'It says what becomes of mail from all others.'));
  else return [...others, own];
  return [...others, ...piecesOf(text)];
}
