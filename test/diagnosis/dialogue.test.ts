import { type CauseId, Conversation, type Deed, type ObservationId, type TestId } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { holdDialogues, inOrder, openReasons, publishedOrder, type Tally } from './dialogue-simulation.ts';
import { eventOf, type Refusal } from './golden/case.ts';

/** Persons for each cause of each reason. */
const PERSONS = 60;

/** How many of a hundred questions are spared. */
const saved = (engine: number, fixed: number): number => Math.round(1_000 * (1 - engine / fixed)) / 10;

const mean = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0) / tallies.length;

describe('questions to the true cause, against the published order of checks', () => {
  const tallies = openReasons.map((reason) => holdDialogues(reason, PERSONS, inOrder(publishedOrder)));
  const families = Object.groupBy(tallies, ({ reason }) => reason.split('.')[0] as string);

  test('overall at least 30 % fewer', () => {
    const rows = [...Object.entries(families), ['all', tallies] as const].map(([family, found = []]) => ({
      family,
      reasons: found.length,
      questions: mean(found, ({ engine }) => engine.asItHappens).toFixed(2),
      'in order': mean(found, ({ fixed }) => fixed.asItHappens).toFixed(2),
      'each cause alike': mean(found, ({ engine }) => engine.eachAlike).toFixed(2),
      'in order, alike': mean(found, ({ fixed }) => fixed.eachAlike).toFixed(2),
    }));
    console.table(rows);
    const engine = mean(tallies, (tally) => tally.engine.asItHappens);
    const fixed = mean(tallies, (tally) => tally.fixed.asItHappens);
    expect(saved(engine, fixed)).toBeGreaterThanOrEqual(30);
  });

  test('with the rarest cause counted like the commonest still a fifth fewer', () => {
    const engine = mean(tallies, (tally) => tally.engine.eachAlike);
    const fixed = mean(tallies, (tally) => tally.fixed.eachAlike);
    expect(saved(engine, fixed)).toBeGreaterThanOrEqual(20);
  });

  test('in every family fewer', () => {
    for (const [family, found = []] of Object.entries(families))
      expect(
        mean(found, ({ engine }) => engine.asItHappens),
        family,
      ).toBeLessThan(mean(found, ({ fixed }) => fixed.asItHappens));
  });

  test('where all answers together show the truth, at least a third fewer', () => {
    const engine = mean(tallies, (tally) => tally.engine.whereShown);
    const fixed = mean(tallies, (tally) => tally.fixed.whereShown);
    expect(saved(engine, fixed)).toBeGreaterThanOrEqual(33);
  });

  test('come out the same twice', () => {
    const [reason] = openReasons;
    if (reason === undefined) throw new Error('No reason is open.');
    const again = [1, 2].map(() => holdDialogues(reason, 5, inOrder(publishedOrder)));
    expect(again[0]).toEqual(again[1]);
  });
});

/** A story with its answers in the order in which they are given. */
interface Story {
  readonly name: string;
  readonly refusal: Refusal;
  /** What has to be asked, and what the person answers; null for "I cannot say". */
  readonly turns: readonly (readonly [question: TestId, answer: ObservationId | null])[];
  /** What has to be asked after the last answer; null where nothing is left to ask. */
  readonly then?: TestId | null;
  readonly end: { readonly cause: CauseId | null; readonly do: Deed };
}

const edge = '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';

const stories: readonly Story[] = [
  {
    name: 'the whole domain is refused since it was set up anew',
    refusal: { line: edge },
    turns: [
      ['control-recipient-same-domain', 'control-recipient-same-domain:refused'],
      ['mx-target', 'mx-target:refusing-host'],
    ],
    end: { cause: 'domain-misconfigured-at-receiver', do: 'hold' },
  },
  {
    name: 'the whole domain is refused, since its MX names a stranger',
    refusal: { line: edge },
    turns: [
      ['control-recipient-same-domain', 'control-recipient-same-domain:refused'],
      ['mx-target', 'mx-target:other-tenant'],
    ],
    end: { cause: 'mx-points-elsewhere', do: 'hold' },
  },
  {
    name: 'a mailbox that was full for weeks, of somebody silent',
    refusal: { line: '552 5.2.2 Mailbox full' },
    turns: [
      ['full-for', 'full-for:weeks'],
      ['engagement', 'engagement:none'],
    ],
    end: { cause: 'mailbox-abandoned', do: 'suppress' },
  },
  {
    name: 'the hosting provider has closed port 25',
    refusal: { line: 'connect to mx1.example.net[192.0.2.10]:25: Connection timed out', kind: 'deferral' },
    turns: [
      ['outage-for', 'outage-for:days'],
      ['connect-elsewhere', 'connect-elsewhere:fails'],
    ],
    end: { cause: 'own-network-or-firewall', do: 'fix' },
  },
  {
    name: 'a printer that never signed in',
    refusal: { line: '550 relay not permitted' },
    turns: [
      ['refused-by', 'refused-by:own-server'],
      ['login', 'login:not-used'],
    ],
    end: { cause: 'submission-without-login', do: 'fix' },
  },
  {
    name: 'a forwarded mail fails SPF',
    refusal: { line: '550 5.7.23 The message was rejected: SPF check failed for example.com' },
    turns: [
      ['forwarded', 'forwarded:yes'],
      ['message-sent', 'message-sent:yes'],
    ],
    end: { cause: 'forwarding-breaks-authentication', do: 'hold' },
  },
  {
    name: 'a filter that hates the newsletter and not the address',
    refusal: { line: '550 Unknown user', stage: 'end-of-data' },
    turns: [['plain-message', 'plain-message:accepted']],
    then: null,
    end: { cause: 'refusal-disguised', do: 'hold' },
  },
  {
    name: 'spam, says the filter, of a line of plain text',
    refusal: { line: '550 5.7.1 Message rejected as spam message', stage: 'end-of-data' },
    turns: [
      ['plain-message', 'plain-message:refused'],
      ['other-sender', 'other-sender:accepted'],
    ],
    end: { cause: 'sender-reputation', do: 'fix' },
  },
  {
    name: 'an account that was broken into',
    refusal: {
      line: '550 5.7.705 Access denied, tenant has exceeded threshold. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    },
    turns: [
      ['account-abuse', null],
      ['message-sent', 'message-sent:no'],
    ],
    end: { cause: 'account-broken-into', do: 'fix' },
  },
  {
    name: 'a list that answers their resolver with an error',
    refusal: { line: '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dnsbl.example.org' },
    turns: [
      ['sending-ip-listed', 'sending-ip-listed:no'],
      ['second-ip', 'second-ip:refused'],
    ],
    end: { cause: 'receiver-misuses-list', do: 'hold' },
  },
  {
    name: 'greylisted by a receiver that meets another address of the pool each time',
    refusal: {
      line: '450 4.2.0 <jane.roe@example.net>: Recipient address rejected: Greylisted, please come back later',
    },
    turns: [
      ['outage-for', 'outage-for:days'],
      ['second-try', 'second-try:refused'],
    ],
    end: { cause: 'retries-from-many-addresses', do: 'fix' },
  },
  {
    name: 'a domain that was given up',
    refusal: { line: 'Host or domain name not found. Name service error for name=example.net type=A: Host not found' },
    turns: [
      ['address-history', 'address-history:accepted-before'],
      ['domain-dns', 'domain-dns:does-not-exist'],
    ],
    end: { cause: 'domain-gone', do: 'suppress' },
  },
];

describe.each(stories)('$name', ({ refusal, turns, then, end }) => {
  const talk = new Conversation(eventOf(refusal));
  const asked = turns.map(([, answer]) => {
    const question = talk.question;
    if (answer !== null) talk.answer(answer);
    else if (question !== null) talk.skip(question.test);
    return question;
  });

  test('is asked for in the order in which somebody with experience asks', () => {
    expect(asked.map((question) => question?.test ?? null)).toEqual(turns.map(([question]) => question));
    if (then !== undefined) expect(talk.question?.test ?? null).toBe(then);
  });

  test('offers the answer that is given', () => {
    for (const [i, [, answer]] of turns.entries()) if (answer !== null) expect(asked[i]?.outcomes).toContain(answer);
  });

  test('ends at the truth', () => {
    const { diagnosis } = talk.event;
    expect({ cause: diagnosis?.cause, do: diagnosis?.action.do }).toEqual(end);
  });
});
