import { describe, expect, test } from 'vitest';
import { observeRefusal, type RefusalView } from './observe-refusal.ts';

const nothing: RefusalView = {
  kind: 'bounce',
  recipient: null,
  originalRecipient: null,
  sender: null,
  remoteHost: null,
  stage: null,
  enhancedStatus: null,
  permanence: 'unknown',
  diagnostic: null,
  hasRetryHint: false,
  namesBlocklist: false,
  hostOwnsWords: null,
  inOtherLanguage: false,
  authentication: null,
};

const seen = (view: Partial<RefusalView>): string[] => observeRefusal({ ...nothing, ...view });

describe('what a refusal shows beside its words', () => {
  test('of nothing nothing', () => expect(seen({})).toEqual([]));

  test.each([
    [{ stage: 'rcpt' }, 'stage:rcpt'],
    [{ stage: 'after-acceptance' }, 'stage:after-acceptance'],
    [{ permanence: 'temporary' }, 'permanence:temporary'],
    [{ permanence: 'permanent' }, 'permanence:permanent'],
    [{ enhancedStatus: '5.1.1' }, 'status-subject:address'],
    [{ enhancedStatus: '4.4.7' }, 'status-subject:network'],
    [{ enhancedStatus: '5.7.606' }, 'status-subject:policy'],
    [{ hasRetryHint: true }, 'retry-hint:given'],
    [{ namesBlocklist: true }, 'blocklist-named:yes'],
    [{ hostOwnsWords: true }, 'refusing-host:own'],
    [{ hostOwnsWords: false }, 'refusing-host:other-system'],
    [{ inOtherLanguage: true }, 'reply-language:not-english'],
    [{ recipient: 'info@example.net' }, 'recipient-kind:role'],
    [{ authentication: { spf: 'softfail', dkim: null, dmarc: null } }, 'auth-spf:fail'],
    [{ authentication: { spf: null, dkim: 'pass', dmarc: null } }, 'auth-dkim:pass'],
  ] as const)('%o gives %s', (view, id) => expect(seen(view as Partial<RefusalView>)).toEqual([id]));

  test.each(['5.0.0', '2.8.1', '5.9.0'])('status %s speaks of nothing', (enhancedStatus) =>
    expect(seen({ enhancedStatus })).toEqual([]),
  );
});

describe('an address that was rewritten on the way', () => {
  const rewritten = (recipient: string, originalRecipient: string): boolean =>
    seen({ recipient, originalRecipient }).includes('report-from:other-server');

  test('is another one', () => expect(rewritten('a1@example.org', 'b2@example.net')).toBe(true));
  test('is not the same in other letters', () => expect(rewritten('A1@Example.Net', 'a1@example.net')).toBe(false));
});

describe('whose server refused', () => {
  const whose = (remoteHost: string, sender = 'bounces@example.com', recipient = 'a1@example.net'): string[] =>
    seen({ remoteHost, sender, recipient });

  test('its own, by the domain of the sender', () =>
    expect(whose('Relay.Example.COM')).toEqual(['refused-by:own-server']));
  test('theirs, by the domain of the recipient', () =>
    expect(whose('mx1.example.net')).toEqual(['refused-by:remote-server']));
  test('nobody knows, by neither', () => expect(whose('mx.example.org')).toEqual([]));
  test('nobody knows, where both write from one domain', () =>
    expect(whose('mx1.example.net', 'x@example.net')).toEqual([]));
  test('a name that only ends alike is no subdomain', () => expect(whose('notexample.com')).toEqual([]));
  test('a domain without a dot names nobody', () => expect(whose('mx.localhost', 'root@localhost')).toEqual([]));
  test('an empty sender names nobody', () => expect(whose('mx.example.org', '')).toEqual([]));
});
