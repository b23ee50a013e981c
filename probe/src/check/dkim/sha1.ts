import { nameOf, seenSignature, signaturesToRead } from '../../fact/dkim-signatures.ts';
import { listed } from '../../fact/list-words.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.sha1',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'No signature uses SHA-1',
  about:
    'Signatures with rsa-sha1 can be forged with money and patience: since 2018 no receiver may accept them. Old signers and relays still make them.',
  remedy: 'Have the signer use rsa-sha256.',
  source: 'RFC 8301 section 3.1',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const { signatures } = read;
    const old = signatures.filter(({ algorithm }) => algorithm.endsWith('-sha1'));
    if (old.length === 0)
      return pass(
        `The message is signed with ${listed([...new Set(signatures.map(({ algorithm }) => algorithm || 'no algorithm'))])}.`,
        {
          seen: signatures.map(seenSignature),
        },
      );
    const seen = old.map(seenSignature);
    const says = `${listed(old.map(nameOf)).replaceAll(' The ', ' the ')} uses rsa-sha1, which receivers must not accept`;
    const fix = `Have the system that signs for ${old[0]?.domain} use rsa-sha256; the key can stay.`;
    return old.length === signatures.length
      ? fail(`${says}: they take the message for unsigned.`, { seen, fix })
      : warn(`${says}; there is another signature beside it.`, { seen, fix, severity: 'low' });
  },
});
