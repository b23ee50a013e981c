import { failuresOn, nameOf, seenSignature, signaturesToRead, warningsOn } from '../../fact/dkim-signatures.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.from_signed',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'The signature covers From',
  about:
    'A signature that does not cover the From field says nothing of who wrote the message, and is invalid. Signers that list From twice keep anybody from putting a second From above it.',
  remedy: 'Have the signer list From in h=, best twice.',
  source: 'RFC 6376 section 5.4',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const { signatures } = read;
    const open = signatures.filter(
      (one) => !one.signedHeaders.includes('from') || failuresOn(one, 'from-not-signed').length > 0,
    );
    if (open.length > 0) {
      const more = {
        seen: open.map(seenSignature),
        fix: `Have the system that signs for ${open[0]?.domain || 'the domain'} list From in h=.`,
      };
      const says = open.map((one) => `${nameOf(one)} does not cover From (h=), and is invalid.`).join(' ');
      return open.length === signatures.length ? fail(says, more) : warn(says, { ...more, severity: 'medium' });
    }
    const seen = signatures.map(seenSignature);
    const repeated = signatures.flatMap((one) => warningsOn(one, 'from-repeated'));
    if (repeated[0] !== undefined)
      return fail(repeated[0].says, {
        seen,
        severity: 'high',
        fix: 'Send one From field, and have the signer list From twice in h=.',
      });
    const single = signatures.find((one) => warningsOn(one, 'from-not-oversigned').length > 0);
    return pass(
      single === undefined
        ? 'From is signed, and no second one can be put in.'
        : `From is signed. ${nameOf(single)} lists it once: listed twice, no second From could be put above it without breaking the signature.`,
      { seen },
    );
  },
});
