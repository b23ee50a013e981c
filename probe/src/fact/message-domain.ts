import { type DnsAnswer, type DnsClient, isDetermined } from '@whybounce/core/dns';
import type { CheckContext } from '../check/context.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { type Mailbox, readMailboxes } from '../message/mailboxes.ts';
import { fact } from './fact.ts';
import { messageParts } from './message-content.ts';

/** The mailboxes of the address fields that say whose message it is. */
export const messageAddresses = fact(async (context: CheckContext) => {
  const { headers } = await messageParts(context);
  const read = (name: string): readonly Mailbox[] => headers.all(name).flatMap((value) => readMailboxes(value));
  return { fromFields: headers.all('from'), from: read('from'), replyTo: read('reply-to'), sender: read('sender') };
});

/** Whether a domain takes mail at all. */
export interface Deliverable {
  /** Null where the DNS did not tell. */
  readonly takesMail: boolean | null;
  /** Why not, or why it is not known, as words that follow a colon; empty where it takes mail. */
  readonly why: string;
  readonly answers: readonly DnsAnswer[];
}

/** Whether mail to a domain has somewhere to go (RFC 5321 section 5.1, RFC 7505): one to three questions. */
export async function deliverable(dns: DnsClient, domain: string): Promise<Deliverable> {
  const mx = await dns.query(domain, 'MX');
  if (!isDetermined(mx)) return { takesMail: null, why: whyUnknown(mx), answers: [mx] };
  if (mx.status === 'no-domain') return { takesMail: false, why: 'the domain does not exist', answers: [mx] };
  if (mx.status === 'found') {
    const isNull = mx.records.every(({ exchange }) => exchange === '.' || exchange === '');
    const why = isNull ? 'it has a null MX (RFC 7505)' : '';
    return { takesMail: !isNull, why, answers: [mx] };
  }
  const answers: DnsAnswer[] = [mx];
  for (const type of ['A', 'AAAA'] as const) {
    const answer = await dns.query(domain, type);
    answers.push(answer);
    if (answer.status === 'found') return { takesMail: true, why: '', answers };
  }
  const unknown = answers.find((answer) => !isDetermined(answer));
  return unknown === undefined
    ? { takesMail: false, why: 'it has neither an MX nor an address', answers }
    : { takesMail: null, why: whyUnknown(unknown), answers };
}

/** What the DNS said, as evidence. */
export function seenDeliverable({ answers }: Deliverable) {
  return answers.map((answer) => seenAnswer(answer));
}
