import { diagnose, type ObservationId, questionOf, type TestId } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { eventOf, type Refusal } from './golden/case.ts';

/**
 * Which test somebody with experience makes next, written down by hand. The engine weighs what a test tells against
 * what it costs; an expert's next step has to be its first proposal, or, where two are as good, among its first two.
 */
interface NextStep {
  readonly name: string;
  readonly refusal: Refusal;
  readonly seen?: readonly ObservationId[];
  readonly next: TestId;
  /** The worst place that is right; 1 unless said otherwise. */
  readonly within?: 2;
}

const edge = '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
const timedOut: Refusal = { line: 'connect to mx1.example.net[192.0.2.10]:25: Connection timed out', kind: 'deferral' };
const listed = '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.example.org';

const steps: readonly NextStep[] = [
  { name: 'the edge refuses', refusal: { line: edge }, next: 'control-recipient-same-domain' },
  {
    name: 'the edge refuses everybody there',
    refusal: { line: edge },
    seen: ['control-recipient-same-domain:refused'],
    next: 'mx-target',
    within: 2,
  },
  {
    name: 'the edge refuses at unrelated tenants too',
    refusal: { line: edge },
    seen: ['other-domains-same-provider:refused'],
    next: 'control-recipient-same-domain',
    within: 2,
  },
  {
    name: 'the edge refuses, and a gateway stands in front',
    refusal: { line: edge },
    seen: ['mx-target:gateway'],
    next: 'control-recipient-same-domain',
    within: 2,
  },
  {
    name: 'not authorised, and nothing more',
    refusal: { line: '550 5.7.1 Delivery refused' },
    next: 'stage',
  },
  {
    name: 'not authorised after the whole message, from an address that is on no list',
    refusal: { line: '550 5.7.1 Delivery refused', stage: 'end-of-data' },
    seen: ['sending-ip-listed:no', 'sender-change:no'],
    next: 'campaign-spread',
    within: 2,
  },
  { name: 'a list is named', refusal: { line: listed }, next: 'sending-ip-listed' },
  {
    name: 'a list has it indeed',
    refusal: { line: listed },
    seen: ['sending-ip-listed:yes'],
    next: 'shared-ip',
    within: 2,
  },
  { name: 'no answer', refusal: timedOut, next: 'connect-elsewhere', within: 2 },
  { name: 'no answer there, but elsewhere', refusal: timedOut, seen: ['connect-elsewhere:works'], next: 'outage-for' },
  { name: 'a full mailbox', refusal: { line: '552 5.2.2 Mailbox full' }, next: 'full-for' },
  {
    name: 'SPF fails',
    refusal: { line: '550 5.7.23 The message was rejected: SPF check failed for example.com' },
    next: 'forwarded',
    within: 2,
  },
  { name: 'DKIM fails', refusal: { line: '550 5.7.20 DKIM check failed' }, next: 'auth-dkim', within: 2 },
  {
    name: 'no host name that holds',
    refusal: { line: '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.25]' },
    next: 'ptr',
  },
  {
    name: 'encryption is asked for',
    refusal: { line: '530 5.7.0 Must issue a STARTTLS command first' },
    next: 'own-tls',
  },
  {
    name: 'the domain is not found',
    refusal: { line: 'Host or domain name not found. Name service error for name=example.net type=A: Host not found' },
    next: 'typo',
    within: 2,
  },
  {
    name: 'the domain of the sender is not found',
    refusal: { line: '450 4.1.8 <abc@rp.example.com>: Sender address rejected: Domain not found' },
    next: 'sender-domain-dns',
  },
  {
    name: 'the own tenant may not send',
    refusal: {
      line: '550 5.7.705 Access denied, tenant has exceeded threshold. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    },
    next: 'account-abuse',
  },
  {
    name: 'taken for spam',
    refusal: { line: '550 5.7.1 Message rejected as spam message', stage: 'end-of-data' },
    next: 'plain-message',
    within: 2,
  },
  {
    name: 'put off',
    refusal: {
      line: '450 4.2.0 <jane.roe@example.net>: Recipient address rejected: Greylisted, please come back later',
    },
    next: 'outage-for',
  },
  { name: 'relaying is denied', refusal: { line: '550 relay not permitted' }, next: 'refused-by', within: 2 },
  {
    name: 'user unknown, said after the whole message',
    refusal: { line: '550 Unknown user', stage: 'end-of-data' },
    next: 'plain-message',
    within: 2,
  },
];

/** What the engine proposes, best first: each once the better ones cannot be made. */
function proposals({ refusal, seen = [] }: NextStep, count: number): TestId[] {
  const found: TestId[] = [];
  while (found.length < count) {
    const proposed = diagnose(eventOf(refusal), { observations: seen, skip: found }).diagnosis?.settle?.observe;
    if (proposed === undefined) break;
    found.push(proposed);
  }
  return found;
}

const ranking = (refusal: Refusal, observations: readonly ObservationId[]) =>
  diagnose(eventOf(refusal), { observations }).diagnosis?.causes.map(({ id, probability }) => ({ id, probability })) ??
  [];

describe.each(steps)('$name', (step) => {
  const { refusal, seen = [], next, within = 1 } = step;

  test(`the next step is ${next}`, () => {
    expect(proposals(step, within)).toContain(next);
  });

  test('every answer moves the causes, and one of them puts others in front', () => {
    const before = ranking(refusal, seen);
    const after = questionOf(next).outcomes.map((outcome) => ranking(refusal, [...seen, outcome]));
    expect(after.filter((answer) => JSON.stringify(answer) === JSON.stringify(before))).toHaveLength(
      silentOutcomes(step),
    );
    const order = (causes: typeof before): string => causes.map(({ id }) => id).join();
    expect(after.some((answer) => order(answer) !== order(before))).toBe(true);
  });

  test('a question that was answered is not asked again', () => {
    for (const outcome of questionOf(next).outcomes)
      expect(proposals({ ...step, seen: [...seen, outcome] }, 20)).not.toContain(next);
  });
});

/** Outcomes that weigh nothing for any of the causes: they close the question without moving anything. */
function silentOutcomes({ refusal, seen = [], next }: NextStep): number {
  const moves = (outcome: ObservationId): boolean =>
    diagnose(eventOf(refusal), { observations: [...seen, outcome] }).diagnosis?.causes.some(({ evidence }) =>
      evidence.some(({ id }) => id === outcome),
    ) ?? false;
  return questionOf(next).outcomes.filter((outcome) => !moves(outcome)).length;
}

test('settle names the causes that it separates, the likeliest first', () => {
  const { diagnosis } = eventOf({ line: edge });
  const likely = diagnosis?.causes.map(({ id }) => id) ?? [];
  const separated = diagnosis?.settle?.separates ?? [];
  expect(separated.length).toBeGreaterThanOrEqual(2);
  expect(separated).toEqual(likely.filter((id) => separated.includes(id)));
});

test('nothing is proposed where nothing would tell more', () => {
  const suppressed =
    '550 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing';
  expect(eventOf({ line: suppressed }).diagnosis?.settle).toBeNull();
});
