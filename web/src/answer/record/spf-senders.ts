import { mailHosts } from '@whybounce/knowledge/mail-host';

/** Somebody who sends mail for customers, by what these put into their SPF record. */
export interface KnownSender {
  readonly name: string;
  readonly include: string;
}

/** Every include that is known, by the name of whose it is. Of several rows with one include the first is meant. */
export const knownSenders: readonly KnownSender[] = [
  ...new Map(
    mailHosts
      .flatMap(({ name, signs }) => (signs?.spf ?? []).map((include) => ({ name: senderName(name), include })))
      .toReversed()
      .map((sender) => [sender.include, sender] as const),
  ).values(),
].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** The rows are about those who take mail, and are named for that; here they send. */
function senderName(name: string): string {
  return name.replace(/ inbound(?: parse)?$/, '');
}

/** Whose include a domain is; null for what nobody is known by. */
export function senderBehind(include: string): string | null {
  const name = include.toLowerCase();
  return knownSenders.find((sender) => sender.include === name)?.name ?? null;
}
