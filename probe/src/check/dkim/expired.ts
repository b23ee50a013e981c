import { failuresOn, seenSignature, signaturesToRead, warningsOn } from '../../fact/dkim-signatures.ts';
import { defineCheck, fail, pass, tell, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.expired',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'The signature was in its time when the message came',
  about:
    'A signature can say when it was made (t=) and when it ends (x=). One that ended before the message came is invalid; one from the future points to a wrong clock, and some receivers refuse it.',
  remedy: 'Set the clock of the signing system, or have it sign with a later x=.',
  source: 'RFC 6376 section 3.5',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const { signatures } = read;
    const seen = signatures.map(seenSignature);
    const over = signatures.filter((one) => failuresOn(one, 'expired', 'expires-before-signed').length > 0);
    if (over.length > 0) {
      const says = over
        .flatMap((one) => failuresOn(one, 'expired', 'expires-before-signed'))
        .map((one) => one.says)
        .join(' ');
      const early = over.some((one) => failuresOn(one, 'expires-before-signed').length > 0);
      const more = {
        seen,
        fix: early
          ? 'Have the signer write an x= that lies after t=, seven days for instance.'
          : 'Have the signer write a later x=, seven days after t= for instance; and see in the Received fields where the message waited.',
      };
      return over.length === signatures.length ? fail(says, more) : warn(says, { ...more, severity: 'low' });
    }
    const early = signatures.flatMap((one) => warningsOn(one, 'signed-in-future'));
    if (early[0] !== undefined)
      return warn(early[0].says, { seen, severity: 'medium', fix: 'Set the clock of the signing system by NTP.' });
    const since = signatures.flatMap((one) => warningsOn(one, 'expired-since'));
    if (since[0] !== undefined) return tell(since[0].says, { seen });
    const ends = signatures.flatMap(({ expiresAt }) => expiresAt ?? []);
    return pass(
      ends.length === 0
        ? 'The signature names no end (x=), so it does not expire.'
        : `The signature was valid until ${(ends[0] as Date).toISOString()} (x=).`,
      { seen },
    );
  },
});
