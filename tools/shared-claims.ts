import type { Match, Refusal } from '../core/src/match/matcher.ts';
import { normalise } from '../core/src/text/normalise.ts';
import type { Entry, Proof } from '../knowledge/src/define.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

/** Where two entries lay claim to one reply with nothing to tell them apart. */

/** A proof in one form: entries that write a reply differently still mean the same one. */
function formOf(proof: Proof): string {
  const { line, host } = typeof proof === 'string' ? { line: proof, host: '' } : proof;
  return `${normalise(line).trim()}\n${host.toLowerCase()}`;
}

/** The rules that prove themselves with each reply, by {@link formOf}. */
export type ProofOwners = ReadonlyMap<string, readonly string[]>;

/** Which rules of all files prove themselves with which reply. */
export function proofOwners(files: readonly KnowledgeFile[]): ProofOwners {
  const owners = new Map<string, string[]>();
  for (const { slug, system } of files)
    for (const { id, matches } of system.entries)
      for (const proof of matches) {
        const form = formOf(proof);
        owners.set(form, [...(owners.get(form) ?? []), `${slug}/${id}`]);
      }
  return owners;
}

/** Every rule that proves itself with a reply; one that does so twice is named twice. */
export function ownersOf(proof: Proof, owners: ProofOwners): readonly string[] {
  return owners.get(formOf(proof)) ?? [];
}

/** The rule that an equally strong one stands beside, where none of the two is the better. */
export function tieOf(matches: readonly Match[]): readonly [Match, Match] | null {
  const [best, second] = matches;
  return best !== undefined && second !== undefined && best.rank === second.rank ? [best, second] : null;
}

/** What stands in a gap: no word of any rule. */
const FILLER = ' zq ';

/**
 * The barest replies that an entry claims: each of its words alone and with each of its codes, from a server that nobody
 * knows and from one of its system's own. Where two entries tie on one of these they tie on real replies too.
 */
export function* barestReplies(entry: Entry, hosts: readonly string[]): Generator<Refusal> {
  const { text = [], codes = [] } = entry;
  const words = text.map((line) =>
    normalise(line).replaceAll(' * ', FILLER).replaceAll('#', '7').replaceAll('*', '').trim(),
  );
  const spelled = codes.flatMap(spell);
  for (const host of [null, ...hosts])
    for (const diagnostic of words.length === 0 ? [null] : words) {
      yield { diagnostic, host, recipientDomain: null, replyCode: null, enhancedStatus: null };
      for (const code of spelled) {
        const isEnhanced = code.includes('.');
        yield {
          diagnostic,
          host,
          recipientDomain: null,
          replyCode: isEnhanced ? null : Number(code),
          enhancedStatus: isEnhanced ? code : null,
        };
      }
    }
}

/** `X.7.26` as 4.7.26 and 5.7.26, `5.7.606-649` as its two ends. */
function spell(code: string): string[] {
  if (code.startsWith('X.')) return [`4${code.slice(1)}`, `5${code.slice(1)}`];
  const range = /^(.*?)(\d+)-(\d+)$/.exec(code);
  return range === null ? [code] : [`${range[1]}${range[2]}`, `${range[1]}${range[3]}`];
}
