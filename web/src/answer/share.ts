import { type BounceEvent, builtInRules, decodeReply } from '@whybounce/core';
import { ruleTable } from '@whybounce/knowledge';

/** A refusal as it may be shared. */
export interface SharedWords {
  /** The server's words with pseudonyms. */
  readonly reply: string;
  /** The provider's suffix under which the server stands, never a customer's name; null where it is not needed. */
  readonly host: string | null;
}

/** Longest reply that is shared: it has to fit into an address. */
export const MAX_SHARED = 2_000;

/**
 * The refusal as it may be shared: addresses, names, hosts and ids by pseudonyms, and of the server only
 * the suffix that everybody knows to be the provider's; so that whoever reads it gets the same answer.
 */
export async function sharedWords(event: BounceEvent): Promise<SharedWords> {
  const { Redactor } = await import('@whybounce/core/redact');
  const words = new Redactor().event(event).diagnostic ?? '';
  const { replyCode, enhancedStatus } = event;
  // A report may have the codes in fields of their own, and the words mean something only with them.
  const coded = [replyCode, enhancedStatus, words].filter((part) => part !== null).join(' ');
  const rule = event.diagnosis?.rule ?? null;
  const own = event.remoteMta.host === null ? null : providersSuffix(event.remoteMta.host);
  const system = ruleTable.systems.find(({ slug }) => slug === event.provider);
  // The recipient's domain may have told whose words they are, and it is not shared.
  const hosts = [own, null, ...(system?.hosts ?? []), ...(system?.domains ?? [])];
  for (const reply of [cut(words), cut(coded)])
    for (const host of new Set(hosts))
      if (decodeReply(reply, { host }).diagnosis?.rule === rule) return { reply, host };
  return { reply: cut(words), host: own };
}

/** The longest suffix of a host that its system is known by; null for a host of nobody that is known. */
function providersSuffix(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  const slug = builtInRules().systemOfHost(name);
  const system = ruleTable.systems.find((one) => one.slug === slug);
  if (system === undefined) return null;
  const suffixes = system.hosts.filter((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  return suffixes.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Cut where no character of two units is torn. */
function cut(reply: string): string {
  if (reply.length <= MAX_SHARED) return reply;
  const last = reply.charCodeAt(MAX_SHARED - 1);
  return reply.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_SHARED - 1 : MAX_SHARED);
}
