import type { BounceEvent } from '@whybounce/core';
import { diagnosisTable, reasonIds } from '@whybounce/knowledge';

/** Says what is wrong with a value at a path; nothing for a value that is right. */
type Check = (value: unknown, path: string) => string[];

const fail = (path: string, value: unknown, wanted: string): string[] => [
  `${path}: ${JSON.stringify(value)?.slice(0, 200)} is not ${wanted}`,
];

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? [] : fail(path, value, `one of ${allowed.join(', ')}`);

const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path);

const text: Check = (value, path) => {
  if (typeof value !== 'string' || value === '') return fail(path, value, 'a filled string');
  return value.isWellFormed() ? [] : fail(path, value, 'well-formed UTF-16');
};

const like =
  (form: RegExp, wanted: string): Check =>
  (value, path) =>
    typeof value === 'string' && form.test(value) ? text(value, path) : fail(path, value, wanted);

const integer =
  (least: number, most: number): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? []
      : fail(path, value, `a whole number from ${least} to ${most}`);

const list =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, i) => check(item, `${path}[${i}]`)) : fail(path, value, 'a list');

/** An object with exactly these keys, in this order. */
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path, value, 'an object');
    const keys = Object.keys(value);
    if (keys.join() !== Object.keys(fields).join()) return fail(path, keys, `the keys ${Object.keys(fields).join()}`);
    return Object.entries(fields).flatMap(([key, check]) =>
      check((value as Record<string, unknown>)[key], `${path}.${key}`),
    );
  };

/** ISO 8601 in UTC that names a day which exists. */
const time: Check = (value, path) => {
  const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(typeof value === 'string' ? value : '');
  const seconds = iso?.[1];
  if (seconds === undefined) return fail(path, value, 'a time in UTC');
  const read = new Date(`${seconds}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(seconds)
    ? []
    : fail(path, value, 'a time that exists');
};

const share: Check = (value, path) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? [] : fail(path, value, 'a number from 0 to 1');

const line = like(/^[^\n\r]*$/, 'text on one line');
const slug = like(/^[a-z0-9][a-z0-9.-]*$/, 'a slug');
const deed = oneOf('suppress', 'hold', 'retry', 'fix', 'ignore');

/** RFC 8601 section 2.7 */
const result = oneOf('none', 'pass', 'fail', 'softfail', 'neutral', 'temperror', 'permerror', 'policy');

const kinds = ['bounce', 'deferral', 'delivery', 'complaint', 'auto-reply', 'challenge', 'other'];

const owner = oneOf('sender', 'sending-platform', 'receiving-platform', 'recipient-admin', 'recipient', 'nobody');
const causeId = oneOf(...diagnosisTable.causes.map(({ id }) => id));

/** UTF-16 offsets into the diagnostic; whether the quote stands there is looked at below. */
const span: Check = (value, path) =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isInteger) && value[0] >= 0 && value[0] < value[1]
    ? []
    : fail(path, value, 'a span');

const evidence = record({
  id: like(/^[a-z0-9-]+:[a-z0-9./-]+$/, 'an observation, reason or rule'),
  effect: oneOf('prior', 'for', 'against'),
  weight: integer(-100, 100),
  source: oneOf('reply', 'headers', 'dns', 'blocklist', 'history', 'cohort', 'sending', 'person', 'knowledge'),
  span: orNull(span),
  quote: orNull(text),
  note: orNull(text),
});

const diagnosis = record({
  reason: oneOf(...reasonIds),
  rule: orNull(like(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'system/entry')),
  origin: orNull(oneOf('built-in', 'overlay')),
  permanence: oneOf('permanent', 'temporary', 'unknown'),
  confidence: share,
  cause: orNull(causeId),
  causes: list(record({ id: causeId, probability: share, owner, evidence: list(evidence) })),
  owner,
  action: record({ do: deed, retryAfter: orNull(integer(1, 366 * 86_400)), then: orNull(deed), why: text }),
  settle: orNull(record({ observe: oneOf(...diagnosisTable.tests.map(({ id }) => id)), separates: list(causeId) })),
});

const shape = record({
  input: text,
  format: oneOf('dsn', 'ndr', 'arf', 'mdn', 'log', 'webhook', 'reply', 'unknown'),
  dialect: orNull(slug),
  kind: oneOf(...kinds),
  recipient: orNull(line),
  originalRecipient: orNull(line),
  sender: orNull(line),
  reportingMta: orNull(line),
  remoteMta: record({ host: orNull(line), ip: orNull(like(/^[0-9A-Fa-f:.]{2,45}$/, 'an IP address')) }),
  sendingMta: record({ host: orNull(line), ip: orNull(like(/^[0-9A-Fa-f:.]{2,45}$/, 'an IP address')) }),
  provider: orNull(slug),
  stage: orNull(oneOf('connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'end-of-data', 'after-acceptance')),
  replyCode: orNull(integer(200, 599)),
  enhancedStatus: orNull(like(/^[245]\.\d{1,3}\.\d{1,3}$/, 'an enhanced status')),
  dsnAction: orNull(line),
  diagnostic: orNull((value, path) => (value === '' ? [] : line(value, path))),
  timestamp: orNull(time),
  retryHint: orNull(record({ seconds: integer(1, 7 * 86_400), quote: text })),
  blocklists: list(slug),
  microsoft: record({ host: orNull(text), forest: orNull(text), role: orNull(text), as: orNull(text) }),
  message: record({
    messageId: orNull(text),
    subject: orNull(text),
    from: orNull(text),
    date: orNull(time),
    listId: orNull(text),
    campaign: orNull(text),
  }),
  authentication: orNull(
    record({
      spf: orNull(result),
      dkim: orNull(result),
      dmarc: orNull(result),
      arc: orNull(result),
      server: orNull(line),
      quote: (value, path) => [...text(value, path), ...line(value, path)],
    }),
  ),
  diagnosis: orNull(diagnosis),
  crosswalk: orNull(
    record({
      sisimai: record({ reason: orNull(text), hardBounce: oneOf(true, false) }),
      kumomta: orNull(text),
      sparkpost: orNull(integer(0, 100)),
      amazonSes: orNull(text),
      postmark: orNull(text),
      mailgun: orNull(text),
      sendgrid: orNull(text),
      postalsys: orNull(text),
      zoneMta: orNull(text),
    }),
  ),
  trust: oneOf('verified', 'unverified'),
  trustedBy: orNull(text),
  knowledgeVersion: text,
  warnings: list(record({ code: like(/^[a-z0-9-]+$/, 'a code'), message: text })),
});

/** What the type of an event cannot say: fields that depend on each other. */
function contradictions(event: BounceEvent): string[] {
  const { kind, diagnostic, retryHint } = event;
  const failed = kind === 'bounce' || kind === 'deferral';
  const causes = event.diagnosis?.causes ?? [];
  const evidence = causes.flatMap((cause) => cause.evidence);
  const likely = causes.map(({ probability }) => Math.round(100 * probability));
  const rules: readonly (readonly [boolean, string])[] = [
    [failed && event.diagnosis === null, 'a failure without a diagnosis'],
    [(event.diagnosis === null) !== (event.crosswalk === null), 'diagnosis and crosswalk stand or fall together'],
    [kind === 'deferral' && event.diagnosis?.action.do === 'suppress', 'a deferral that suppresses'],
    [
      event.diagnosis?.permanence === 'temporary' && event.diagnosis.action.do === 'suppress',
      'a temporary refusal that suppresses',
    ],
    [!failed && event.diagnosis?.action.do === 'retry', 'retrying what did not fail'],
    [!failed && retryHint !== null, 'a hint to retry what did not fail'],
    [retryHint !== null && !(diagnostic ?? '').includes(retryHint.quote), 'a quote that nobody said'],
    [event.diagnosis !== null && causes.length === 0, 'a diagnosis without causes'],
    [causes.length > 0 && likely.reduce((a, b) => a + b, 0) !== 100, 'shares that do not sum to 1'],
    [likely.some((value, i) => value > (likely[i - 1] ?? 100)), 'a less likely cause before a likelier one'],
    [
      evidence.some(({ effect, weight }) => (effect === 'against') !== weight < 0),
      'evidence that weighs the wrong way',
    ],
    [
      evidence.some(({ span: at, quote }) => (at === null ? quote !== null : diagnostic?.slice(...at) !== quote)),
      'a quote that does not stand at its span',
    ],
    [new Set(event.blocklists).size < event.blocklists.length, 'a blocklist named twice'],
    [event.trust === 'verified' && event.trustedBy === null, 'trusted by nobody'],
    [event.trust === 'unverified' && event.trustedBy !== null, 'trusted and yet not'],
  ];
  return rules.filter(([isWrong]) => isWrong).map(([, name]) => `event: ${name}`);
}

/** Everything that is wrong with the shape of an event, as sentences; empty for a right one. */
export function shapeFaults(event: BounceEvent): string[] {
  const faults = shape(event, 'event');
  if (faults.length > 0) return faults;
  return contradictions(event);
}
