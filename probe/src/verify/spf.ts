import type { DnsClient } from '@whybounce/core/dns';
import type { AuthResult, LenientReading } from './auth-result.ts';
import type { Envelope } from './envelope/envelope.ts';
import { sayAccepted } from './lenient.ts';
import { runSpf, type SpfRun } from './mailauth/spf.ts';

/** What SPF says of a message (RFC 7208). */
export interface SpfVerdict {
  /** `none` also where it could not be evaluated: {@link notEvaluated} then says why. */
  readonly result: AuthResult;
  readonly lenient: LenientReading | null;
  /** Null where it was evaluated. */
  readonly notEvaluated: string | null;
  /** Which name was held against SPF: for the null sender that of HELO stands in its place (section 2.4). */
  readonly identity: 'mail-from' | 'null-sender' | 'helo' | null;
  readonly domain: string | null;
  readonly ip: string | null;
  readonly record: string | null;
  /** What the domain's owner has to say of a failure: untrusted text. */
  readonly explanation: string | null;
  /** Terms that asked the DNS, of ten that are allowed (section 4.6.4). */
  readonly lookups: number;
  /** Of them without an answer, of two that are allowed. */
  readonly voidLookups: number;
  /** What is wrong, of `permerror` and `temperror`. */
  readonly detail: string | null;
}

/** Evaluates SPF by the specification, and as lenient receivers do. */
export async function verifySpf({ ip, helo, mailFrom }: Envelope, dns: DnsClient): Promise<SpfVerdict> {
  if (ip === null) return notEvaluated('It is not known from which address the message came.');
  const sender = mailFrom?.value ?? '';
  if (sender === '' && helo === null)
    return notEvaluated(
      mailFrom === null
        ? 'Neither the sender of the envelope (MAIL FROM) nor the name of the server (EHLO) is known.'
        : 'The message has the null sender, and the name that its server gave (EHLO) is not known.',
      ip.value,
    );
  const subject = { ip: ip.value, helo: helo?.value ?? null, mailFrom: sender };
  const strict = await runSpf(subject, dns, true);
  const lenient = await runSpf(subject, dns, false);
  return {
    result: strict.result,
    lenient: lenientReading(strict, lenient),
    notEvaluated: null,
    identity: mailFrom === null ? 'helo' : sender === '' ? 'null-sender' : 'mail-from',
    domain: strict.domain,
    ip: ip.value,
    // in a permanent error the strict evaluation does not name the record that it could not read
    record: strict.record ?? lenient.record,
    explanation: strict.explanation,
    lookups: strict.lookups,
    voidLookups: strict.voidLookups,
    detail: strict.detail,
  };
}

function lenientReading(strict: SpfRun, lenient: SpfRun): LenientReading | null {
  if (lenient.result === strict.result) return null;
  const because = lenient.accepted.map(sayAccepted);
  if (because.length === 0)
    because.push(
      `They say ${lenient.result}${lenient.detail === null ? '' : ` (${lenient.detail})`}, and the specification ${strict.result}${strict.detail === null ? '' : ` (${strict.detail})`}.`,
    );
  return { result: lenient.result, because };
}

function notEvaluated(why: string, ip: string | null = null): SpfVerdict {
  return {
    result: 'none',
    lenient: null,
    notEvaluated: why,
    identity: null,
    domain: null,
    ip,
    record: null,
    explanation: null,
    lookups: 0,
    voidLookups: 0,
    detail: null,
  };
}
