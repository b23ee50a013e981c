import type { WhatIfMail } from '@whybounce/core/record';
import type { Subject } from '../check/context.ts';
import type { Verification } from '../verify/verification.ts';

/** A message as mail for which is asked what would become of it, or why it is none. */
export type MessageMail = { readonly mail: WhatIfMail; readonly missing: null } | { readonly missing: string };

/** Longest subject that becomes a label. */
const MAX_LABEL = 120;

/**
 * What `whatIf` needs to know of a message: its envelope, its author, and what came of its signatures.
 *
 * @param subject what is known of the message besides: it outranks what its header says
 * @param verification what SPF, DKIM and DMARC came to
 * @param label what it is called: its subject, its file
 */
export function mailOfMessage(
  subject: Pick<Subject, 'ip' | 'helo' | 'mailFrom'>,
  { envelope, authorDomain, dkim }: Verification,
  label?: string,
): MessageMail {
  const ip = subject.ip ?? envelope.ip?.value ?? null;
  if (ip === null)
    return {
      missing:
        'It is not known from which address the message came: name the IP address that sent it, or hand in the message as it was received, with its Received fields.',
    };
  if (authorDomain === null)
    return { missing: 'The From field of the message names no one domain, so that DMARC does not apply to it.' };
  return {
    missing: null,
    mail: {
      ip,
      helo: subject.helo ?? envelope.helo?.value,
      mailFrom: subject.mailFrom ?? envelope.mailFrom?.value,
      fromDomain: authorDomain,
      dkim: dkim.signatures.flatMap(({ domain, selector, result }) =>
        domain === '' ? [] : [{ domain, selector: selector === '' ? undefined : selector, result }],
      ),
      label: label?.slice(0, MAX_LABEL),
    },
  };
}
