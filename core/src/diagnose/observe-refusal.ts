import type { ObservationId } from '@whybounce/knowledge';
import type { Permanence } from '../match/permanence.ts';
import type { Kind, Stage } from '../reading.ts';
import { result } from './facts.ts';
import { recipientKind } from './recipient-kind.ts';

/** What a refusal shows beside its words; all of it stands in a record. */
export interface RefusalView {
  readonly kind: Kind;
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly sender: string | null;
  readonly remoteHost: string | null;
  readonly stage: Stage | null;
  readonly enhancedStatus: string | null;
  readonly permanence: Permanence;
  readonly diagnostic: string | null;
  readonly hasRetryHint: boolean;
  readonly namesBlocklist: boolean;
  /** Whether the host that refused is one of the system whose words these are; null where that is not known. */
  readonly hostOwnsWords: boolean | null;
  readonly inOtherLanguage: boolean;
  readonly authentication: {
    readonly spf: string | null;
    readonly dkim: string | null;
    readonly dmarc: string | null;
  } | null;
}

const subjects: readonly (ObservationId | null)[] = [
  null,
  'status-subject:address',
  'status-subject:mailbox',
  'status-subject:system',
  'status-subject:network',
  'status-subject:protocol',
  'status-subject:content',
  'status-subject:policy',
];

/** What a refusal shows beside its words, as observations. What is not known gives none. */
export function observeRefusal(view: RefusalView): ObservationId[] {
  const seen: ObservationId[] = [];
  const see = (id: ObservationId | null | undefined): void => {
    if (id !== null && id !== undefined) seen.push(id);
  };
  if (view.stage !== null) see(`stage:${view.stage}`);
  if (view.permanence === 'temporary' || view.permanence === 'permanent') see(`permanence:${view.permanence}`);
  if (view.enhancedStatus !== null) see(subjects[Number(view.enhancedStatus.charAt(2))]);
  if (view.hasRetryHint) see('retry-hint:given');
  if (view.namesBlocklist) see('blocklist-named:yes');
  if (view.hostOwnsWords !== null) see(view.hostOwnsWords ? 'refusing-host:own' : 'refusing-host:other-system');
  if (view.inOtherLanguage) see('reply-language:not-english');
  if (isRewritten(view)) see('report-from:other-server');
  see(refusedBy(view));
  const kind = view.recipient === null ? null : recipientKind(view.recipient);
  if (kind !== null) see(`recipient-kind:${kind}`);
  if (view.authentication !== null) {
    see(result('auth-spf', view.authentication.spf));
    see(result('auth-dkim', view.authentication.dkim));
    see(result('auth-dmarc', view.authentication.dmarc));
  }
  return seen;
}

function isRewritten({ recipient, originalRecipient }: RefusalView): boolean {
  return (
    recipient !== null && originalRecipient !== null && recipient.toLowerCase() !== originalRecipient.toLowerCase()
  );
}

/** Whose server refused, where its name ends like the sender's or the recipient's domain and not like both. */
function refusedBy({ remoteHost, recipient, sender }: RefusalView): ObservationId | null {
  if (remoteHost === null) return null;
  const theirs = recipient !== null && isBelow(remoteHost, domainOf(recipient));
  const own = sender !== null && sender !== '' && isBelow(remoteHost, domainOf(sender));
  if (own === theirs) return null;
  return own ? 'refused-by:own-server' : 'refused-by:remote-server';
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function isBelow(host: string, domain: string): boolean {
  if (domain === '' || !domain.includes('.')) return false;
  const name = host.toLowerCase();
  const suffix = domain.toLowerCase();
  return name === suffix || name.endsWith(`.${suffix}`);
}
