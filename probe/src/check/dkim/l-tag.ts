import { nameOf, seenSignature, signaturesToRead } from '../../fact/dkim-signatures.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.l_tag',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'The signature covers the whole body',
  about:
    'With the tag l= a signature covers only the beginning of the body: anybody can append text, or put a whole other page over the message, and the signature still holds. Some receivers take such mail for unsigned.',
  remedy: 'Have the signer leave l= out.',
  source: 'RFC 6376 section 8.2',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const partial = read.signatures.filter(({ bodyLength }) => bodyLength !== null);
    if (partial.length === 0)
      return pass('The signature covers the whole body: it has no l=.', { seen: read.signatures.map(seenSignature) });
    const fix = `Have the system that signs for ${partial[0]?.domain} leave l= out.`;
    const seen = partial.map(seenSignature);
    const tail = partial.filter(({ unsignedBytes }) => unsignedBytes > 0);
    if (tail.length > 0)
      return fail(
        tail
          .map(
            (one) =>
              `${nameOf(one)} covers the first ${one.bodyLength} bytes of the body (l=); ${one.unsignedBytes} bytes after them are signed by nobody.`,
          )
          .join(' '),
        { seen, fix },
      );
    return warn(
      partial
        .map(
          (one) =>
            `${nameOf(one)} covers the first ${one.bodyLength} bytes of the body (l=): here that is all of it, and anybody can append more.`,
        )
        .join(' '),
      { seen, fix, severity: 'medium' },
    );
  },
});
