import type { DnsClient } from '@whybounce/core/dns';
import { type DmarcRecord, parseDmarc, writeDmarc } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { appliedRecord, dmarc } from './dmarc.ts';
import { fact } from './fact.ts';
import { type Deliverable, deliverable } from './message-domain.ts';

/** Each host costs a question; records in use name one to three. */
const MAX_HOSTS = 3;

/** A domain to which aggregate reports are to go. */
interface ReportHost extends Deliverable {
  readonly host: string;
}

/** Whether the mailboxes for aggregate reports can be reached. */
interface ReportHosts {
  /** Those that were looked at. */
  readonly looked: readonly ReportHost[];
  /** Domains of all mailboxes, those of a mended record too. */
  readonly hosts: readonly string[];
}

/** Mailboxes in `rua`. */
export function mailboxesOf({ rua }: DmarcRecord): { readonly address: string; readonly host: string }[] {
  return rua.flatMap(({ address, host }) => (address === null || host === null ? [] : [{ address, host }]));
}

/** The domains to which reports about the subject's domain go, and whether they take mail. */
export const reportHosts = fact(async (context: CheckContext): Promise<ReportHosts> => {
  const applied = appliedRecord(await dmarc(context));
  if (applied === null || applied.owner === 'suffix') return { looked: [], hosts: [] };
  const mended = parseDmarc(writeDmarc({ existing: [applied.record.text], want: {} }).text);
  const hosts = [...new Set([applied.record, mended].flatMap(mailboxesOf).map(({ host }) => host))];
  const looked = await Promise.all(
    hosts.slice(0, MAX_HOSTS).map(async (host) => ({ host, ...(await deliverable(context.dns, host)) })),
  );
  return { looked, hosts };
});

/** A mailbox for reports at the domain itself, to be replaced by one that is read; null where the domain takes no mail. */
export async function mailboxAt(domain: string, dns: DnsClient): Promise<string | null> {
  return (await deliverable(dns, domain)).takesMail === false ? null : `dmarc-reports@${domain}`;
}

/** That the proposed mailbox is only a place for one, or why none is proposed, as a sentence. */
export function sayMailbox(mailbox: string | null, domain: string): string {
  return mailbox === null
    ? `${domain} takes no mail: to get reports, add rua=mailto: and a mailbox of a domain that does.`
    : `Put a mailbox that you read, or that of your report service, in place of ${mailbox}.`;
}
