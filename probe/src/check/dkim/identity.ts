import { failuresOn, nameOf, seenSignature, signaturesToRead, warningsOn } from '../../fact/dkim-signatures.ts';
import { defineCheck, fail, notApplicable, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.identity',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'medium',
  title: 'The identity in the signature belongs to its domain',
  about:
    'The tag i= names on whose behalf the domain in d= signs. It must be of that domain or below it; where the key says t=s, of the very domain. Else the signature is invalid.',
  remedy: 'Have the signer write an i= inside of d=, or leave i= out.',
  source: 'RFC 6376 sections 3.5 and 3.6.1',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const { signatures } = read;
    const named = signatures.filter(({ identity }) => identity !== null);
    if (named.length === 0) return notApplicable('The signature names no identity (i=): it stands for its domain.');
    const seen = named.map(seenSignature);
    const outside = named.filter(
      (one) => failuresOn(one, 'identity-outside').length > 0 || warningsOn(one, 'identity-outside').length > 0,
    );
    if (outside.length > 0) {
      const says = outside
        .map(
          (one) =>
            `${nameOf(one)} names ${one.identity} (i=), which is not in ${one.domain}${one.key.sameDomain ? ' itself, as its key asks (t=s)' : ''}: it is invalid.`,
        )
        .join(' ');
      const fix = outside.some(({ key }) => key.sameDomain)
        ? `Have the signer write i= with the very domain of d=, or take t=s out of the record at ${outside[0]?.key.name}.`
        : `Have the system that signs for ${outside[0]?.domain} leave i= out, or write it with ${outside[0]?.domain}.`;
      return outside.length === signatures.length
        ? fail(says, { seen, fix })
        : warn(says, { seen, fix, severity: 'low' });
    }
    return pass(named.map((one) => `${one.identity} (i=) is in ${one.domain} (d=).`).join(' '), { seen });
  },
});
