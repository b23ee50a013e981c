import type { Severity } from '@whybounce/core/check';
import type { SmtpSession } from '../../fact/smtp-sessions.ts';
import { judgeTls } from '../../fact/tls-sessions.ts';
import { settingsFor } from '../../fact/tls-settings.ts';
import type { HostVerdict } from '../../fact/tls-verdict.ts';
import type { SeenTls } from '../../smtp/observation.ts';
import { defineCheck } from '../define.ts';

/** Ciphers that protect nothing, or have been broken (RFC 7465, RFC 9325 section 4.1). */
const BROKEN = /NULL|EXP|RC4|RC2|DES|IDEA|SEED|MD5|^A(?:EC)?DH-|anon/i;
/** Bits of a finite-field key exchange (RFC 9325 section 4.5). */
const MIN_BITS = 2048;

export default defineCheck({
  id: 'tls.cipher',
  area: 'tls',
  input: 'probe',
  needs: [],
  severity: 'medium',
  title: 'Encryption uses sound ciphers with forward secrecy',
  about:
    'Which cipher each mail server picks when it is offered all: whether it is unbroken, whether mail stays secret when the key of the server is stolen later, and whether its key exchange is long enough. Compression, early data and the order of ciphers are not looked at.',
  remedy: 'Prefer ciphers with ECDHE and AES-GCM or ChaCha20-Poly1305.',
  source: 'RFC 9325 section 4',
  run: (context) => judgeTls(context, judge),
});

function judge(session: SmtpSession, tls: SeenTls): HostVerdict {
  const { cipher, version, keyExchange } = tls;
  const seen = [
    {
      of: `Cipher of ${session.label}`,
      value: `${version} ${cipher}${keyExchange === null ? '' : `, key exchange ${keyExchange}`}`,
    },
  ];
  const say = (outcome: HostVerdict['outcome'], severity: Severity, says: string, fix: string): HostVerdict => ({
    session,
    outcome,
    severity,
    says,
    fix,
    publish: settingsFor(session, 'cipher'),
    seen,
  });
  const { host } = session.server;
  const better = `Put ECDHE with AES-GCM or ChaCha20-Poly1305 first in the ciphers of ${host}`;
  if (BROKEN.test(cipher))
    return say('fail', 'high', `it picks ${cipher}, which is broken`, `${better}, and remove ${cipher}.`);
  if (tls.forwardSecrecy === false)
    return say(
      'fail',
      'medium',
      `it picks ${cipher}, without forward secrecy: who gets hold of its key can read all mail that was recorded before`,
      `${better}, and TLS 1.3 on.`,
    );
  // groups of elliptic curves have names, those of finite fields are told by their bits
  const bits = /^\d+$/.test(keyExchange ?? '') ? Number(keyExchange) : null;
  if (bits !== null && bits < MIN_BITS)
    return say(
      'fail',
      'medium',
      `its key exchange has ${bits} bits, where ${MIN_BITS} are the least; newer software does not connect`,
      `Give ${host} Diffie-Hellman parameters of ${MIN_BITS} bits or more, or let it use ECDHE alone.`,
    );
  if (tls.aead === false)
    return say('warn', 'low', `it picks ${cipher}, which works in an outdated way (CBC)`, `${better}.`);
  return { session, outcome: 'pass', says: `it picks ${cipher}, with forward secrecy`, seen };
}
