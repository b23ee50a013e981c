import { dkimKeys, isOpen, keysToRead, type LookedKey, seenKeys } from '../../fact/dkim-keys.ts';
import { listed } from '../../fact/list-words.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.ed25519_only',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'Mail is not signed with Ed25519 alone',
  about:
    'Ed25519 signatures are short and safe, yet large receivers still cannot verify them and take such mail for unsigned. A second signature with an RSA key beside it helps everybody; that one of the two is then skipped does no harm.',
  remedy: 'Sign each message twice: with the Ed25519 key and with an RSA key of 2048 bits under another selector.',
  source: 'RFC 8463 section 5',
  async run(context) {
    if (context.subject.message !== null) return ofMessage(context);
    const keys = await keysToRead(context);
    if ('outcome' in keys) return keys;
    const { found } = keys;
    const isOf = (key: LookedKey, kind: 'rsa' | 'ed25519') => key.key?.key?.kind === kind;
    const ed25519 = found.filter((key) => isOf(key, 'ed25519'));
    const seen = seenKeys(found);
    if (ed25519.length === 0)
      return pass(`No key at ${listed(found.map(({ name }) => name))} is an Ed25519 key.`, { seen });
    const lonely = ed25519.filter(({ domain }) => !found.some((key) => key.domain === domain && isOf(key, 'rsa')));
    if (lonely.length === 0)
      return pass(
        `Beside the Ed25519 key at ${listed(ed25519.map(({ name }) => name))} there is an RSA key, for receivers that know no Ed25519.`,
        { seen },
      );
    const names = listed(lonely.map(({ name }) => name));
    const { looked } = await dkimKeys(context);
    if (looked.some(isOpen))
      return undetermined(
        `Whether there is an RSA key beside the Ed25519 key at ${names} could not be told: not all questions were answered.`,
        { seen },
      );
    // an RSA key may stand under a selector that nobody guesses
    if (!lonely.some(({ origin }) => origin === 'known'))
      return tell(
        `The key at ${names} is an Ed25519 key. Sign with an RSA key as well: whether that is done does not show in the DNS.`,
        { seen },
      );
    return alone(names, seen);
  },
});

function alone(names: string, seen: Verdict['seen']): Verdict {
  return warn(
    `The only keys are Ed25519 keys, at ${names}: many receivers take mail that is signed with nothing else for unsigned.`,
    { seen },
  );
}

async function ofMessage(context: CheckContext): Promise<Verdict> {
  const verified = await messageVerification(context);
  if ('beyond' in verified) return undetermined(verified.beyond);
  const { signatures } = verified.dkim;
  if (signatures.length === 0) return notApplicable('The message has no DKIM signature.');
  const seen = signatures.map(({ domain, selector, algorithm }) => ({
    of: `Algorithm of ${selector}._domainkey.${domain}`,
    value: algorithm,
  }));
  const lonely = [...new Set(signatures.map(({ domain }) => domain))].filter((domain) =>
    signatures.every((one) => one.domain !== domain || one.algorithm === 'ed25519-sha256'),
  );
  if (lonely.length === 0) return pass('No domain signs the message with Ed25519 alone.', { seen });
  const says = `${listed(lonely)} signs the message with Ed25519 alone`;
  return warn(`${says}: many receivers cannot verify that yet, and take the message for unsigned.`, {
    seen,
    severity: lonely.length < new Set(signatures.map(({ domain }) => domain)).size ? 'low' : 'medium',
  });
}
