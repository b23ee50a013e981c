import { type BounceEvent, systemName } from '@whybounce/core';
import { codePath, systemPath } from '../address.ts';
import { listedCode } from './listed-code.ts';
import type { Numbered } from './mark-text.ts';
import { markOf } from './mark-text.ts';
import { blocklistQuotes, quoteOfRetry } from './quotes.ts';
import type { FactView } from './shapes.ts';

/** What the input states of an event, in the order in which a reader asks for it. */
export function factsOf(event: BounceEvent, numbered: readonly Numbered[]): FactView[] {
  const facts: FactView[] = [];
  const add = (id: FactView['id'], value: string | null, href: string | null = null, mark: number | null = null) => {
    if (value !== null && value !== '') facts.push({ id, value, href, mark });
  };
  const { message, remoteMta, sendingMta, diagnostic } = event;
  add('recipient', event.recipient);
  if (event.originalRecipient !== event.recipient) add('originalRecipient', event.originalRecipient);
  add('sender', event.sender === '' ? '<>' : event.sender);
  const reply = event.replyCode === null ? null : String(event.replyCode);
  add('replyCode', reply, codeHref(reply));
  add('enhancedStatus', event.enhancedStatus, codeHref(event.enhancedStatus));
  add('stage', event.stage);
  add('remoteHost', remoteMta.host);
  add('remoteIp', remoteMta.ip);
  add('reportingMta', event.reportingMta);
  add('sendingIp', sendingMta.ip);
  add('timestamp', event.timestamp);
  const quotes = blocklistQuotes(diagnostic ?? '', event.blocklists);
  for (const slug of event.blocklists)
    if (slug !== UNNAMED)
      add('blocklists', systemName(slug), systemPath(slug), markOf(quotes.get(slug) ?? null, numbered));
  add('retryHint', event.retryHint?.quote ?? null, null, markOf(quoteOfRetry(event), numbered));
  add('authentication', authenticationOf(event));
  add('messageId', message.messageId);
  add('subject', message.subject);
  add('input', event.input);
  add('format', event.format === 'unknown' ? null : event.format);
  add('dialect', event.dialect);
  add('trust', event.diagnosis === null ? null : event.trust);
  return facts;
}

/** `spf=pass dkim=none dmarc=fail`, as the server that looked last wrote it (RFC 8601 section 2.7). */
function authenticationOf({ authentication }: BounceEvent): string | null {
  if (authentication === null) return null;
  const { spf, dkim, dmarc, arc } = authentication;
  const results = Object.entries({ spf, dkim, dmarc, arc }).filter(([, result]) => result !== null);
  return results.map(([method, result]) => `${method}=${result}`).join(' ');
}

/** Wording of a blocklist that does not say which one it is. */
const UNNAMED = 'unnamed';

function codeHref(code: string | null): string | null {
  const listed = code === null ? null : listedCode(code);
  return listed === null ? null : codePath(listed);
}
