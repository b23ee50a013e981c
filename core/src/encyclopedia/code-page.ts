import { type ReasonId, reasonTable } from '@whybounce/knowledge';
import type { VendorBend } from '@whybounce/knowledge/code';
import { type Anatomy, anatomyOf, bendsOf, registeredReply, registeredStatus } from './anatomy.ts';
import { type ComparisonRef, comparisonsAbout } from './comparison-refs.ts';
import { allRules, type KnownRule, type SystemRef, systemRef } from './rules.ts';
import { type CauseShare, meanShares } from './shares.ts';
import { codesMeeting, parseCode, type WrittenCode } from './written-code.ts';

/** An entry that goes with a code. */
export interface CodeUser {
  /** `system/entry` */
  readonly rule: string;
  /** Its codes that are this one or hold it. */
  readonly codes: readonly string[];
  readonly reason: ReasonId;
  readonly sayReason: string;
}

/** A system with its entries that go with a code. */
export interface CodeUsers {
  readonly system: SystemRef;
  readonly entries: readonly CodeUser[];
}

/** Another code that a reader may be after. */
export interface CodeRef {
  readonly code: string;
  /** The registry's title; null where it has none. */
  readonly name: string | null;
}

/** A code: what it means by the book, who means something else, and who says it. */
export interface CodePage {
  /** `code/5.4.1` */
  readonly slug: string;
  readonly anatomy: Anatomy;
  /** What a reply with it mostly means, the likeliest first; empty where the registry does not have it. */
  readonly reasons: readonly { readonly reason: ReasonId; readonly says: string }[];
  readonly bends: readonly VendorBend[];
  /** By the slug of the system. */
  readonly usedBy: readonly CodeUsers[];
  readonly entryCount: number;
  /**
   * The mean of the shares of its entries, an expert's start. Wordings of any server count only where no
   * system of its own uses the code: they name many codes and repeat each other in thirty languages.
   */
  readonly causes: readonly CauseShare[];
  readonly comparisons: readonly ComparisonRef[];
  readonly related: readonly CodeRef[];
}

/**
 * The page of a code: `5.4.1`, `X.4.1`, `550`, or a range such as `5.7.606-649`.
 *
 * @returns null for what is no code; a code that nobody has registered has a page too
 */
export function codePage(text: string): CodePage | null {
  const code = parseCode(text);
  if (code === null) return null;
  const users = allRules().filter(({ row }) => codesMeeting(row.codes, code).length > 0);
  const reasons = registeredStatus(code)?.reasons ?? registeredReply(code)?.reasons ?? [];
  return {
    slug: `code/${code.text}`,
    anatomy: anatomyOf(code),
    reasons: reasons.map((reason) => ({ reason, says: reasonTable[reason].says })),
    bends: bendsOf(code),
    usedBy: bySystem(users, code),
    entryCount: users.length,
    causes: meanShares(tellingUsers(users).map(({ row }) => row)),
    comparisons: comparisonsAbout(code),
    related: relatedCodes(code, users),
  };
}

/** A code as other pages name it. */
export function codeRef(text: string): CodeRef {
  const code = parseCode(text);
  return { code: code?.text ?? text, name: code === null ? null : (anatomyOf(code).detail?.name ?? null) };
}

function bySystem(users: readonly KnownRule[], code: WrittenCode): CodeUsers[] {
  const groups = new Map<string, { readonly system: SystemRef; readonly entries: CodeUser[] }>();
  for (const { rule, system, row } of users) {
    const { reason } = row;
    const user = { rule, codes: codesMeeting(row.codes, code), reason, sayReason: reasonTable[reason].says };
    const group = groups.get(system.slug);
    if (group === undefined) groups.set(system.slug, { system: systemRef(system), entries: [user] });
    else group.entries.push(user);
  }
  return [...groups.values()];
}

function tellingUsers(users: readonly KnownRule[]): readonly KnownRule[] {
  const named = users.filter(({ system }) => system.kind !== 'wording');
  return named.length > 0 ? named : users;
}

/** What the registry puts beside it, and how entries write it where they mean more than this code. */
function relatedCodes(code: WrittenCode, users: readonly KnownRule[]): CodeRef[] {
  const status = registeredStatus(code);
  const replies = (status?.replyCodes ?? []).filter((reply) => typeof reply === 'number').map(String);
  const written = users.flatMap(({ row }) => codesMeeting(row.codes, code));
  const texts = [
    ...(status === null ? [] : [status.code, ...status.related]),
    ...replies,
    ...(registeredReply(code)?.typicalEnhanced ?? []),
    ...written,
  ];
  return [...new Set(texts)].filter((text) => text !== code.text).map(codeRef);
}
