import type { Severity } from '@whybounce/core/check';
import { lintDkimKey, parseDkimKey, type RecordFinding, writeDkimKey } from '@whybounce/core/record';
import { fail, notApplicable, pass, type Verdict, warn } from '../check/define.ts';
import { txtLine } from '../dns/zone-line.ts';
import type { DkimKeys, LookedKey } from './dkim-keys.ts';
import { seenKeys } from './dkim-keys.ts';
import { listed } from './list-words.ts';
import { fixFindings, sayFindings, weigh } from './record-findings.ts';

/** What a finding about a key record concerns: each is told by one check. */
type KeyTopic = 'syntax' | 'bytes' | 'bits' | 'revoked' | 'testing';

const topics: Readonly<Record<string, KeyTopic>> = {
  'truncated-key': 'bytes',
  'unreadable-key': 'bytes',
  'bad-base64': 'bytes',
  'early-padding': 'bytes',
  'lacking-padding': 'bytes',
  'spaced-key': 'bytes',
  'pem-armour': 'bytes',
  'private-key': 'bytes',
  certificate: 'bytes',
  'other-algorithm': 'bytes',
  'wrapped-ed25519': 'bytes',
  'bad-exponent': 'bytes',
  'bare-key': 'bytes',
  'trailing-octets': 'bytes',
  'weak-key': 'bits',
  'short-key': 'bits',
  'long-key': 'bits',
  revoked: 'revoked',
  testing: 'testing',
};

/** What is remarkable about a key in one respect. */
export function concerning({ key }: LookedKey, topic: KeyTopic): RecordFinding[] {
  return key === null ? [] : lintDkimKey(key).filter(({ code }) => (topics[code] ?? 'syntax') === topic);
}

/** How keys are judged. */
interface Judgement {
  readonly of: (key: LookedKey) => readonly RecordFinding[];
  /** What is so of keys without findings, as words that follow `is` and `are`. */
  readonly right: string;
  /** What to publish in place of a key with findings; null where that is not known. */
  readonly publish?: ((key: LookedKey) => string | null) | undefined;
  /** What a warning weighs at most. */
  readonly severity?: Severity | undefined;
}

/**
 * A verdict on keys by their findings. Of a key that was only guessed it is not known whether anybody signs with it, so that
 * it only warns.
 */
export function verdictOnKeys({ found }: DkimKeys, { of, right, publish, severity }: Judgement): Verdict {
  const judged = found.map((key) => ({ key, ...weigh(of(key)) }));
  const amiss = judged.filter(({ grave, slight }) => grave.length + slight.length > 0);
  const seen = seenKeys((amiss.length > 0 ? amiss : judged).map(({ key }) => key));
  if (amiss.length === 0) {
    const notes = judged.flatMap((one) => one.notes);
    const names = listed(found.map(({ name }) => name));
    const says = found.length === 1 ? `The key at ${names} is ${right}.` : `The keys at ${names} are ${right}.`;
    return pass(notes.length === 0 ? says : `${says} ${sayFindings(notes)}`, { seen });
  }
  const says = amiss.map(({ key, grave, slight }) => `${key.name}: ${sayFindings([...grave, ...slight])}`).join(' ');
  const findings = amiss.flatMap(({ grave, slight }) => [...grave, ...slight]);
  const failing = amiss.filter(({ key, grave }) => grave.length > 0 && key.origin === 'known');
  const texts = amiss.flatMap(({ key }) => publish?.(key) ?? []);
  const more: Omit<Verdict, 'outcome' | 'says'> = {
    seen,
    severity: weigh(findings).worst,
    fix: fixFindings(findings),
    publish: texts.length === 0 ? undefined : texts.join('\n'),
  };
  return failing.length > 0 ? fail(says, more) : warn(says, { ...more, severity: severity ?? milder(more.severity) });
}

/** What a warning weighs of what would be that grave as a failure. */
function milder(severity: Verdict['severity']): Verdict['severity'] {
  if (severity === 'critical') return 'high';
  return severity === 'high' ? 'medium' : severity;
}

/** Keys whose tags can be told apart; a verdict where there are none: marks around the record hide the rest. */
export function legible(keys: DkimKeys): DkimKeys | Verdict {
  const found = keys.found.filter(
    ({ key }) =>
      key !== null && !lintDkimKey(key).some(({ code }) => code === 'quotes' || code === 'escaped-separator'),
  );
  return found.length > 0
    ? { ...keys, found }
    : notApplicable(
        `What is published at ${listed(keys.found.map(({ name }) => name))} has to be written rightly before the key in it can be judged.`,
        { seen: seenKeys(keys.found) },
      );
}

/** The record with the same key as it should be written; null where the key itself is spoilt, or nothing would change. */
export function repairedKey({ name, key }: LookedKey): string | null {
  if (key === null) return null;
  // what zone files put around strings, and what belongs to no text
  const text = key.text.replace(/["\u201c\u201d]\s*["\u201c\u201d]|["\u201c\u201d]/g, '').replace(/\\;/g, ';');
  const p = parseDkimKey(text).list.tags.find((tag) => tag.name.toLowerCase() === 'p')?.value ?? '';
  const written = p === '' ? null : writeDkimKey({ publicKey: p, existing: text }).text;
  return written === null || written === key.text ? null : txtLine(name, written);
}
