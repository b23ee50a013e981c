import {
  allOf,
  mergeSpf,
  parseSpf,
  type SpfTerm,
  type SpfTree,
  type WriteSpfOptions,
  type WrittenSpf,
  writeSpf,
} from '@whybounce/core/record';
import { txtLine } from '../dns/zone-line.ts';
import { errorOf, type SpfError } from './spf-error.ts';

/** A corrected record, and what its owner has to know before it is published. */
export interface Correction {
  /** Absent where nothing would change, or where nothing can be proposed that surely refuses nobody. */
  readonly publish: string | undefined;
  /** Sentences, each with a blank before it; empty where there are none. */
  readonly notes: string;
}

/** How a record begins that receivers recognise. */
const versionStart = /^v=spf1(?: |$)/i;
/** Longest record that is written anew: people's are a tenth as long, and mending sixty kilobytes takes seconds. */
const MAX_EXISTING = 4096;

const NOTHING: Correction = { publish: undefined, notes: '' };
const SOFTENED =
  ' The record below ends with ~all, as today nobody is refused by it: see whether a sender is missing, and then end it with -all again.';

/** A record for a domain, as `writeSpf` writes it, ready to be published; nothing where it could refuse mail that is sent today. */
export function written(domain: string, options: WriteSpfOptions): Correction {
  const { existing } = options;
  const isInForce = existing === null || (versionStart.test(existing) && parseSpf(existing).valid);
  return proposed(domain, options, isInForce);
}

/** A record that stands where nobody looks, to be published as TXT though nothing of it may change. */
export function moved(domain: string, existing: string): Correction {
  return proposed(domain, { existing, add: [] }, false, null);
}

/** Several records of a domain made one. */
export function merged(domain: string, texts: readonly string[]): Correction {
  if (texts.reduce((sum, { length }) => sum + length, 0) > MAX_EXISTING) return NOTHING;
  const proposal = mergeSpf(texts);
  const { publish, notes } = losesTerm(proposal)
    ? NOTHING
    : proposed(domain, { existing: proposal.text, add: [] }, false, null);
  return { publish, notes: publish === undefined ? '' : `${noted(proposal)}${notes}` };
}

/**
 * The domain's own record with some terms taken out, and broken ones mended.
 *
 * As long as receivers stop at an error, one check alone proposes a record: the one that names the error.
 *
 * @param of the error that the caller repairs; absent where it repairs none
 */
export function corrected(
  tree: SpfTree,
  { of, add = [], ...wish }: Partial<Omit<WriteSpfOptions, 'existing'>> & { readonly of?: SpfError } = {},
): Correction {
  const { domain, root } = tree;
  const error = errorOf(tree);
  if (error !== null && error !== of) return NOTHING;
  return proposed(domain, { existing: root.record?.text ?? null, add, ...wish }, error === null);
}

/**
 * @param isInForce whether receivers go by the record of today. If not, its "-all" would refuse senders that nobody missed
 * @param today the text that is published
 */
function proposed(
  domain: string,
  options: WriteSpfOptions,
  isInForce: boolean,
  today: string | null = options.existing,
): Correction {
  if (options.existing !== null && options.existing.length > MAX_EXISTING) return NOTHING;
  const strict = writeSpf(options);
  const isSoftened = !isInForce && options.all === undefined && allOf(parseSpf(strict.text))?.qualifier === '-';
  const proposal = isSoftened ? writeSpf({ ...options, all: '~' }) : strict;
  if (proposal.text === today) return { publish: undefined, notes: noted(proposal) };
  if (losesTerm(proposal) || refusesEverybody(proposal.text)) return NOTHING;
  return { publish: txtLine(domain, proposal.text), notes: `${noted(proposal)}${isSoftened ? SOFTENED : ''}` };
}

function noted({ left }: WrittenSpf): string {
  return left.map((note) => ` ${note}`).join('');
}

/** Whether a term was taken out of which nobody can tell whom it allows. */
function losesTerm({ changes }: WrittenSpf): boolean {
  return changes.some(({ kind, from }) => kind === 'removed' && from !== null && !parseSpf(`v=spf1 ${from}`).valid);
}

/** Whether a record turns everybody down: right for a domain that sends nothing, and `spf.parked` proposes it there. */
function refusesEverybody(text: string): boolean {
  const record = parseSpf(text);
  const end = allOf(record)?.qualifier;
  const allows = (term: SpfTerm) =>
    term.kind === 'modifier'
      ? term.name === 'redirect'
      : term.kind === 'mechanism' && term.name !== 'all' && (term.qualifier === '+' || term.qualifier === '?');
  return (end === '-' || end === '~') && !record.terms.some(allows);
}
