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
 * the suffix that everybody knows to be the provider's.
 */
export async function sharedWords(event: BounceEvent): Promise<SharedWords> {
  const { Redactor } = await import('@whybounce/core/redact');
  const reply = cut(new Redactor().event(event).diagnostic ?? '');
  const rule = event.diagnosis?.rule ?? null;
  const reads = (host: string | null): boolean => decodeReply(reply, { host }).diagnosis?.rule === rule;
  const own = event.remoteMta.host === null ? null : providersSuffix(event.remoteMta.host);
  if (own !== null && reads(own)) return { reply, host: own };
  if (rule === null || reads(null)) return { reply, host: null };
  // The recipient's domain told whose words they are, and it is not shared.
  const system = ruleTable.systems.find(({ slug }) => slug === event.provider);
  return { reply, host: system?.hosts.find(reads) ?? null };
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
