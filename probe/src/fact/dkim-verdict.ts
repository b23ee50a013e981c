import { lintDkimKey, type RecordFinding } from '@whybounce/core/record';
import { fail, pass, type Verdict, warn } from '../check/define.ts';
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
  /** What is so of keys without findings, as words that follow `is`. */
  readonly right: string;
  /** What to publish in place of a key with findings; null where that is not known. */
  readonly publish?: ((key: LookedKey) => string | null) | undefined;
}

/**
 * A verdict on keys by their findings. Of a key that was only guessed it is not known whether anybody signs with it, so that
 * it only warns.
 */
export function verdictOnKeys({ found }: DkimKeys, { of, right, publish }: Judgement): Verdict {
  const judged = found.map((key) => ({ key, ...weigh(of(key)) }));
  const amiss = judged.filter(({ grave, slight }) => grave.length + slight.length > 0);
  const seen = seenKeys((amiss.length > 0 ? amiss : judged).map(({ key }) => key));
  if (amiss.length === 0) {
    const notes = judged.flatMap((one) => one.notes);
    const says = `The key at ${listed(found.map(({ name }) => name))} is ${right}.`;
    return pass(notes.length === 0 ? says : `${says} ${sayFindings(notes)}`, { seen });
  }
  const says = amiss.map(({ key, grave, slight }) => `${key.name}: ${sayFindings([...grave, ...slight])}`).join(' ');
  const findings = amiss.flatMap(({ grave, slight }) => [...grave, ...slight]);
  const failing = amiss.filter(({ key, grave }) => grave.length > 0 && key.origin === 'known');
  const texts = amiss.flatMap(({ key }) => publish?.(key) ?? []);
  const more: Verdict = {
    outcome: 'warn',
    says,
    seen,
    severity: weigh(findings).worst,
    fix: fixFindings(findings),
    publish: texts.length === 0 ? undefined : texts.join('\n'),
  };
  return failing.length > 0 ? fail(says, more) : warn(says, { ...more, severity: milder(more.severity) });
}

/** What a warning weighs of what would be that grave as a failure. */
function milder(severity: Verdict['severity']): Verdict['severity'] {
  if (severity === 'critical') return 'high';
  return severity === 'high' ? 'medium' : severity;
}
