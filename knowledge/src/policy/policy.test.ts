import { describe, expect, test } from 'vitest';
import { type CauseId, causeTable } from '../cause/index.ts';
import { differentialTable } from '../differential/index.ts';
import { cueTable, observationTests } from '../observation/index.ts';
import { type ReasonId, reasonIds } from '../vocabulary/reason.ts';
import { aboutAddress, type PolicyRow, policyRows, whileOpen } from './index.ts';

const causeIds = Object.keys(causeTable).sort() as CauseId[];
const isSentence = (text: string): boolean => /^[A-Z].*[.]$/.test(text) && !/ {2}|\p{Cc}/u.test(text);
const suppresses = ({ do: deed, then }: { readonly do: string; readonly then: string | null }): boolean =>
  deed === 'suppress' || then === 'suppress';

/** A year: longer pauses are suppressions in disguise. */
const LONGEST_PAUSE = 366 * 86_400;

const known = new Set([
  ...Object.entries(observationTests).flatMap(([id, { outcomes }]) =>
    Object.keys(outcomes).map((outcome) => `${id}:${outcome}`),
  ),
  ...Object.keys(cueTable).map((cue) => `text:${cue}`),
]);

describe.each(policyRows.map((row) => [`${row.causes[0]}, ${row.reasons?.join() ?? 'everywhere'}`, row] as const))(
  'row of %s',
  (_, row) => {
    test('names causes, reasons and observations that exist', () => {
      expect(row.causes.length).toBeGreaterThan(0);
      expect(row.causes.filter((id) => !causeIds.includes(id))).toEqual([]);
      expect((row.reasons ?? []).filter((id) => !reasonIds.includes(id))).toEqual([]);
      expect((row.when ?? []).filter((id) => !known.has(id))).toEqual([]);
    });

    test('holds for a reason only what can stand behind it', () => {
      for (const reason of row.reasons ?? [])
        expect(
          row.causes.some((id) => Object.hasOwn(differentialTable[reason].shares, id)),
          reason,
        ).toBe(true);
    });

    test('waits only where it comes back, and says why in a sentence', () => {
      if (row.retryAfter !== null) expect(row.retryAfter).toBeLessThanOrEqual(LONGEST_PAUSE);
      if (row.do === 'retry') expect(row.retryAfter).not.toBeNull();
      if (row.do === 'suppress' || row.do === 'ignore') expect(row.retryAfter).toBeNull();
      expect(isSentence(row.why)).toBe(true);
    });
  },
);

test('every cause has a row of its own, whatever the reason', () => {
  const usual = policyRows.filter(({ reasons, when }) => reasons === undefined && when === undefined);
  const count = (id: CauseId): number => usual.filter(({ causes }) => causes.includes(id)).length;
  expect(causeIds.filter((id) => count(id) !== 1)).toEqual([]);
});

describe('nobody is suppressed for what somebody else did', () => {
  test('no row suppresses for a cause that does not lie with the address', () => {
    const foreign = policyRows
      .filter(suppresses)
      .flatMap(({ causes }) => causes.filter((id) => !aboutAddress.includes(id)));
    expect(foreign).toEqual([]);
  });

  test('what lies with the sender, the platform or the receiver is never about the address', () => {
    const owners = new Set(aboutAddress.map((id) => causeTable[id].owner));
    expect([...owners].sort()).toEqual(['recipient', 'sender', 'sending-platform']);
    const faults = [
      'sender-authentication',
      'sender-ip-listed',
      'sender-reputation',
      'own-network-or-firewall',
      'content-looks-like-spam',
      'tenant-restriction',
      'tenant-blocks-sender',
      'directory-not-synchronised',
      'domain-misconfigured-at-receiver',
      'mx-points-elsewhere',
      'refusal-disguised',
    ] satisfies CauseId[];
    expect(faults.filter((id) => aboutAddress.includes(id))).toEqual([]);
  });

  test('every cause for which an address may go is one of the list, sorted', () => {
    expect([...aboutAddress]).toEqual([...aboutAddress].sort());
    expect(new Set(aboutAddress).size).toBe(aboutAddress.length);
  });
});

test('another owner than that of the cause is named only for what was observed', () => {
  for (const { owner, when, causes } of policyRows as readonly PolicyRow[]) {
    if (owner === undefined) continue;
    expect(when?.length ?? 0).toBeGreaterThan(0);
    expect(causes.filter((id) => causeTable[id].owner === owner)).toEqual([]);
  }
});

describe('while no cause stands out', () => {
  test.each(reasonIds)('%s has an action and a sentence', (reason) => {
    const { do: deed, then, why } = whileOpen[reason];
    expect(isSentence(why)).toBe(true);
    if (deed === 'suppress' || then === 'suppress')
      expect(Object.keys(differentialTable[reason].shares).some((id) => aboutAddress.includes(id as CauseId))).toBe(
        true,
      );
  });

  test('the edge never suppresses at once', () => {
    expect(whileOpen['recipient.edge-blocked']).toMatchObject({ do: 'hold', then: 'suppress' });
  });
});

/** Reason → likeliest cause → what the policy does for it there, before anything is observed. */
const defaults: Readonly<Record<ReasonId, string>> = {
  'recipient.unknown': 'address-does-not-exist → suppress',
  'recipient.edge-blocked': 'address-does-not-exist → hold',
  'recipient.domain-unknown': 'domain-mistyped → suppress',
  'recipient.null-mx': 'domain-takes-no-mail → suppress',
  'recipient.bad-syntax': 'address-malformed → suppress',
  'recipient.ambiguous': 'directory-entry-duplicated → hold',
  'recipient.moved': 'mailbox-moved → suppress',
  'recipient.disabled': 'account-closed → suppress',
  'recipient.over-quota': 'mailbox-full-for-now → retry',
  'recipient.over-quota-long': 'mailbox-abandoned → suppress',
  'recipient.rate-limited': 'mailbox-flooded → retry',
  'recipient.not-allowed-sender': 'group-closed-to-outsiders → hold',
  'recipient.personal-block': 'recipient-blocked-sender → suppress',
  'recipient.address-verification': 'verification-pending → retry',
  'route.relay-denied': 'mx-points-elsewhere → hold',
  'route.no-mail-users': 'domain-not-set-up-at-host → hold',
  'route.loop': 'forwarding-loop → hold',
  'route.no-answer': 'passing-outage → retry',
  'route.dropped': 'passing-outage → retry',
  'route.dns-temporary': 'dns-passing-fault → retry',
  'route.expired': 'server-down-for-long → hold',
  'host.not-accepting': 'server-overloaded-or-serviced → retry',
  'host.internal-error': 'receiver-fault → retry',
  'host.disk-full': 'receiver-disk-full → retry',
  'host.pipe-failed': 'delivery-program-broken → retry',
  'host.protocol': 'own-client-misbehaves → fix',
  'auth.spf': 'spf-lacks-sending-server → fix',
  'auth.dkim': 'dkim-key-wrong → fix',
  'auth.dmarc': 'from-domain-not-aligned → fix',
  'auth.bulk-required': 'authentication-missing → fix',
  'auth.arc-or-forward': 'forwarding-breaks-authentication → hold',
  'auth.submission': 'submission-without-login → fix',
  'tls.required': 'sender-tls-missing-or-old → fix',
  'dns.ptr': 'reverse-name-missing → fix',
  'dns.helo': 'helo-no-host-name → fix',
  'dns.sender-domain': 'return-path-domain-broken → fix',
  'dns.sender-address': 'sender-address-unverified → fix',
  'reputation.ip-dnsbl': 'sender-ip-listed → fix',
  'reputation.ip-private': 'ip-blocked-by-receiver → fix',
  'reputation.domain-list': 'sending-domain-listed → fix',
  'reputation.low': 'sender-reputation → fix',
  'reputation.complaints': 'complaints-too-many → fix',
  'reputation.dynamic-ip': 'home-or-dynamic-address → fix',
  'reputation.geo': 'country-refused → hold',
  'reputation.tenant-restricted': 'own-account-restricted → fix',
  'rate.connections': 'too-many-connections → retry',
  'rate.messages': 'sending-too-fast → retry',
  'rate.recipients': 'too-many-recipients → retry',
  'rate.greylist': 'greylisted → retry',
  'content.spam': 'content-looks-like-spam → fix',
  'content.url': 'link-domain-listed → fix',
  'content.virus': 'malware-in-message → fix',
  'content.attachment': 'attachment-barred → fix',
  'content.too-big': 'message-too-big → fix',
  'content.not-rfc': 'message-malformed → fix',
  'content.conversion': 'receiver-lacks-extension → fix',
  'policy.transport-rule': 'content-rule-of-receiver → hold',
  'policy.generic': 'sender-authentication → fix',
  'policy.access-denied': 'local-access-rule → hold',
  'suppressed.by-esp': 'on-platform-suppression-list → suppress',
  'notice.delayed': 'passing-outage → retry',
  'notice.delivered': 'mail-delivered → ignore',
  'notice.autoreply': 'person-away → ignore',
  'notice.challenge': 'sender-to-be-confirmed → ignore',
  'notice.complaint': 'recipient-complained → suppress',
  'notice.unsubscribe': 'recipient-unsubscribed → suppress',
  'notice.subscribe': 'person-subscribed → ignore',
  'notice.forged': 'forged-by-others → ignore',
  'unknown.no-recipient': 'address-does-not-exist → hold',
  'unknown.text': 'address-does-not-exist → hold',
  'unknown.empty': 'address-does-not-exist → hold',
};

test('reason → cause → deed stands as it was reviewed', () => {
  const found = Object.fromEntries(reasonIds.map((reason) => [reason, defaultOf(reason)]));
  expect(found).toEqual(defaults);
});

function defaultOf(reason: ReasonId): string {
  const { shares } = differentialTable[reason];
  const [cause] = (Object.keys(shares) as CauseId[]).sort(
    (a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || (a < b ? -1 : 1),
  );
  if (cause === undefined) return 'nothing';
  const rows = policyRows.filter(
    ({ causes, reasons, when }) => causes.includes(cause) && when === undefined && (reasons?.includes(reason) ?? true),
  );
  const row = rows.findLast(({ reasons }) => reasons !== undefined) ?? rows.at(-1);
  return `${cause} → ${row?.do ?? 'nothing'}`;
}
