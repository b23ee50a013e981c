import { normalName } from '../../dns/index.ts';
import type { RecordChange } from '../finding.ts';
import { isDomainName } from '../organizational-domain/public-suffix.ts';
import { lineChanges, recordChanges } from './changes.ts';
import { DAY, WEEK } from './duration.ts';
import { matchesMx, mxPatternFault } from './mx-pattern.ts';
import { MAX_MAX_AGE, type MtaStsMode, type MtaStsPolicy, mtaStsModes, parseMtaStsPolicy } from './parse-policy.ts';
import { parseMtaStsRecord } from './parse-record.ts';
import { isPolicyKey, meantKey, policyKeys } from './policy-key.ts';

export interface MtaStsWish {
  /** The domain of the addresses, in A-labels. */
  readonly domain: string;
  /** The hosts of its MX records. */
  readonly mxHosts: readonly string[];
  /** Default `testing`: failures are then reported before they cost mail. */
  readonly mode?: MtaStsMode | undefined;
  /** Seconds; default what the policy has, else a day for testing and two weeks for enforce. */
  readonly maxAge?: number | undefined;
  /** The TXT record as it is published; null or absent where there is none. */
  readonly record?: string | null | undefined;
  /** The policy file as it is served. */
  readonly policy?: string | null | undefined;
  /** For the new id. */
  readonly now: Date;
}

export interface MtaStsProposal {
  readonly record: { readonly name: string; readonly type: 'TXT'; readonly text: string };
  readonly policy: { readonly url: string; readonly text: string };
  /** The host that must serve the policy, with a certificate that is valid for this name. */
  readonly host: string;
  /** Tags of the record and lines of the policy, in their order. */
  readonly changes: readonly RecordChange[];
  /** What to do, in the order that loses no mail. */
  readonly steps: readonly string[];
}

/**
 * Writes a policy and its record for a domain, on the ground of what is published: patterns that still match a mail
 * server, unknown fields, and the id of an unchanged policy stay.
 *
 * @throws RangeError for a domain or host that is none, no host at all in another mode than `none`, or a time out of range
 */
export function writeMtaSts(wish: MtaStsWish): MtaStsProposal {
  const domain = nameOf('domain', wish.domain);
  const old = wish.policy === null || wish.policy === undefined ? null : parseMtaStsPolicy(wish.policy);
  const mode = wish.mode ?? 'testing';
  if (!mtaStsModes.includes(mode))
    throw new RangeError(`mode is "${String(mode)}": write one of ${mtaStsModes.join(', ')}.`);
  const hosts = [...new Set(wish.mxHosts.map((host) => nameOf('mxHosts', host)))].filter((host) => host !== '');
  if (hosts.length === 0 && mode !== 'none')
    throw new RangeError(`mxHosts is empty: ${domain} needs a mail server before "mode: ${mode}" makes sense.`);
  const maxAge = checkedAge(wish.maxAge ?? fittingAge(old, mode));
  const text = policyText(mode, maxAge, patternsFor(hosts, old), old);
  const changes = [...lineChanges(old, parseMtaStsPolicy(text), hosts)];
  const published = wish.record === null || wish.record === undefined ? null : parseMtaStsRecord(wish.record);
  const same = changes.every(({ kind }) => kind === 'kept');
  const id = same && published?.id ? published.id : newId(wish.now, published?.id ?? null);
  const record = { name: `_mta-sts.${domain}`, type: 'TXT', text: `v=STSv1; id=${id};` } as const;
  const host = `mta-sts.${domain}`;
  const policy = { url: `https://${host}/.well-known/mta-sts.txt`, text };
  return {
    record,
    policy,
    host,
    changes: [...recordChanges(wish.record ?? null, published?.id ?? null, id), ...changes],
    steps: stepsFor(record, policy, host, mode, old),
  };
}

/** RFC 8461 section 8.1: the file first, then the record, so that nobody fetches the old file for the new id. */
function stepsFor(
  record: MtaStsProposal['record'],
  policy: MtaStsProposal['policy'],
  host: string,
  mode: MtaStsMode,
  old: MtaStsPolicy | null,
): string[] {
  const steps: string[] = [];
  if (mode === 'enforce' && old?.mode !== 'testing' && old?.mode !== 'enforce')
    steps.push('Publish this with "mode: testing" first, and wait until TLS reports of two weeks show no failures.');
  if (old === null)
    steps.push(`Give ${host} an address in the DNS and a certificate that browsers trust for this name.`);
  steps.push(
    `Serve the policy at ${policy.url} as text/plain, without a redirect.`,
    `Then publish the TXT record ${record.text} at ${record.name}.`,
  );
  if (mode === 'testing') steps.push('Publish a TLS-RPT record too: without reports a test shows nothing.');
  return steps;
}

function fittingAge(old: MtaStsPolicy | null, mode: MtaStsMode): number {
  if (mode === 'none') return DAY;
  const own = old?.maxAge ?? null;
  if (mode === 'testing') return own ?? DAY;
  return own !== null && own >= WEEK ? own : 2 * WEEK;
}

function checkedAge(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_MAX_AGE)
    throw new RangeError(`maxAge is ${String(seconds)}: write a whole number of seconds from 0 to ${MAX_MAX_AGE}.`);
  return seconds;
}

function nameOf(option: string, value: string): string {
  const name = normalName(value.trim());
  if (name === '.' || name === '') return '';
  if (!isDomainName(name) || mxPatternFault(name) !== null || name.startsWith('*'))
    throw new RangeError(`${option} has "${value}": write a host name in its ASCII form, such as mail.example.com.`);
  return name;
}

/** The patterns that are published and still match a server, then a line for each server that none of them matches. */
function patternsFor(hosts: readonly string[], old: MtaStsPolicy | null): string[] {
  const kept = [...new Set(old?.mx ?? [])].filter((pattern) => hosts.some((host) => matchesMx(pattern, host)));
  return [...kept, ...hosts.filter((host) => !kept.some((pattern) => matchesMx(pattern, host)))];
}

function policyText(mode: MtaStsMode, maxAge: number, mx: readonly string[], old: MtaStsPolicy | null): string {
  // a misspelt line never meant what it says
  const others = (old?.fields ?? []).filter(
    ({ key, repeated }) => isPolicyKey(key) && !policyKeys.includes(key) && meantKey(key) === null && !repeated,
  );
  return [
    'version: STSv1',
    `mode: ${mode}`,
    ...mx.map((pattern) => `mx: ${pattern}`),
    `max_age: ${maxAge}`,
    ...others.map(({ key, value }) => `${key}: ${value}`),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Date and time to the second; another one where the published id is the same. */
function newId(now: Date, published: string | null): string {
  const id = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return id === published ? `${id}a` : id;
}
