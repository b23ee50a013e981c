import type { CauseId, Deed } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { type CauseInput, findCauses } from './causes.ts';
import type { Observation } from './observation.ts';
import type { RefusalView } from './observe-refusal.ts';

const diagnostic = '550 5.4.1 Recipient address rejected: Access denied';

const view: RefusalView = {
  kind: 'bounce',
  recipient: 'jane.roe@example.net',
  originalRecipient: null,
  sender: 'bounces@example.com',
  remoteHost: null,
  stage: null,
  enhancedStatus: '5.4.1',
  permanence: 'permanent',
  diagnostic,
  hasRetryHint: false,
  namesBlocklist: false,
  hostOwnsWords: null,
  inOtherLanguage: false,
  authentication: null,
};

const rule: NonNullable<CauseInput['rule']> = {
  id: 'example-mail/access-denied',
  owner: undefined,
  deed: undefined,
  shares: undefined,
  words: 'recipient address rejected: access denied',
};

const hold = (): Deed => 'hold';
const edge: CauseInput = { reason: 'recipient.edge-blocked', view, rule, deedOf: hold };

const saw = (id: Observation['id'], more: Partial<Observation> = {}): Observation => ({
  id,
  source: 'cohort',
  span: null,
  quote: null,
  note: null,
  ...more,
});

const evidenceOf = (input: CauseInput, cause: CauseId) =>
  findCauses(input).causes.find(({ id }) => id === cause)?.evidence ?? [];

describe('evidence', () => {
  test('begins with the share before anything was seen, and quotes the words of the rule', () => {
    for (const { evidence } of findCauses(edge).causes)
      expect(evidence[0]).toMatchObject({
        id: 'reason:recipient.edge-blocked',
        effect: 'prior',
        source: 'knowledge',
        span: [10, 51],
        quote: 'Recipient address rejected: Access denied',
      });
  });

  test('has no quote where no rule read the words, or the words are not there', () => {
    for (const other of [
      { ...edge, rule: null },
      { ...edge, rule: { ...rule, words: 'mailbox full' } },
    ])
      expect(findCauses(other).causes[0]?.evidence[0]).toMatchObject({ span: null, quote: null });
  });

  test('of words quotes them where they stand', () => {
    const words = '550 5.7.1 Delivery refused by policy, within the organization only';
    const input: CauseInput = { ...edge, reason: 'policy.generic', view: { ...view, diagnostic: words }, rule: null };
    const [found] = evidenceOf(input, 'tenant-restriction').filter(({ id }) => id === 'text:inside-only');
    expect(found).toMatchObject({ effect: 'for', source: 'reply', quote: 'within the organization' });
    expect(words.slice(...(found?.span ?? [0, 0]))).toBe('within the organization');
  });

  test('from outside keeps its source and note', () => {
    const seen = saw('control-recipient-same-domain:refused', { note: '14 of 14 refused since 09:10' });
    const [found] = evidenceOf({ ...edge, observations: [seen] }, 'domain-misconfigured-at-receiver').filter(
      ({ id }) => id === seen.id,
    );
    expect(found).toMatchObject({ effect: 'for', weight: 12, source: 'cohort', note: '14 of 14 refused since 09:10' });
  });

  test('against a cause weighs below nothing', () => {
    const [found] = evidenceOf(
      { ...edge, observations: [saw('control-recipient-same-domain:refused')] },
      'address-does-not-exist',
    ).filter(({ id }) => id === 'control-recipient-same-domain:refused');
    expect(found).toMatchObject({ effect: 'against', weight: -10 });
  });
});

describe('what is observed', () => {
  const observedIn = (observations: readonly Observation[], more: Partial<RefusalView> = {}): string[] =>
    [...findCauses({ ...edge, view: { ...view, ...more }, observations }).observed].sort();

  test('from outside outranks what the refusal shows', () => {
    const found = observedIn([saw('stage:end-of-data')], { stage: 'rcpt' });
    expect(found).toContain('stage:end-of-data');
    expect(found).not.toContain('stage:rcpt');
  });

  test('of two answers to one question is the later one', () => {
    const found = observedIn([saw('typo:likely'), saw('typo:unlikely')]);
    expect(found).toContain('typo:unlikely');
    expect(found).not.toContain('typo:likely');
  });

  test('that does not exist is passed over', () => {
    expect(observedIn([saw('no-such:thing' as Observation['id'])])).toEqual(observedIn([]));
  });

  test('twice counts once', () => {
    const once = findCauses({ ...edge, observations: [saw('typo:likely')] });
    expect(findCauses({ ...edge, observations: [saw('typo:likely'), saw('typo:likely')] }).causes).toEqual(once.causes);
  });
});

describe('a rule that knows better than its reason', () => {
  test('tilts towards the causes of its owner', () => {
    const tilted = { ...edge, rule: { ...rule, owner: 'recipient-admin' as const } };
    expect(findCauses(tilted).causes[0]?.id).toBe('directory-not-synchronised');
    expect(evidenceOf(tilted, 'directory-not-synchronised')[1]).toMatchObject({
      id: 'rule:example-mail/access-denied',
      effect: 'for',
      weight: 8,
    });
    expect(evidenceOf(tilted, 'address-does-not-exist').map(({ id }) => id)).not.toContain(
      'rule:example-mail/access-denied',
    );
  });

  test('tilts towards the causes of its deed, as the policy that is asked has them, whoever was asked before', () => {
    const byPolicy = (of: (cause: CauseId) => Deed) =>
      findCauses({ ...edge, rule: { ...rule, deed: 'fix' }, deedOf: of }).causes.map(({ id, probability }) => [
        id,
        probability,
      ]);
    const reputationOnly = (cause: CauseId): Deed => (cause === 'sender-reputation' ? 'fix' : 'hold');
    const first = byPolicy(reputationOnly);
    expect(byPolicy(hold)).not.toEqual(first);
    expect(byPolicy(reputationOnly)).toEqual(first);
  });

  test('brings shares of its own', () => {
    const own = { ...edge, rule: { ...rule, shares: { 'account-closed': 90, 'refusal-disguised': 10 } } };
    expect(findCauses(own).causes.map(({ id }) => id)).toEqual(['account-closed', 'refusal-disguised']);
  });
});

describe('one input', () => {
  test('gives one answer, in whatever order the observations come', () => {
    const seen = [saw('typo:likely'), saw('engagement:none'), saw('hybrid-signs:yes')];
    const answer = JSON.stringify(findCauses({ ...edge, observations: seen }).causes);
    expect(JSON.stringify(findCauses({ ...edge, observations: [...seen].reverse() }).causes)).toBe(answer);
  });

  test('is not changed', () => {
    const input = { ...edge, observations: [saw('typo:likely')], skipped: ['typo', 'engagement'] };
    const before = JSON.stringify(input);
    findCauses(input);
    expect(JSON.stringify(input)).toBe(before);
  });

  test('has a next step that leaves out what was skipped', () => {
    const first = findCauses(edge).settle?.observe as string;
    expect(findCauses({ ...edge, skipped: [first] }).settle?.observe).not.toBe(first);
    expect(findCauses({ ...edge, skipped: ['no-such-test'] }).settle?.observe).toBe(first);
  });
});
