import { nameOf, seenSignature, signaturesToRead, warningsOn } from '../../fact/dkim-signatures.ts';
import { messageParts } from '../../fact/message-content.ts';
import { defineCheck, notApplicable, pass, tell, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.replayable',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'info',
  title: 'The signed message cannot be sent again by others',
  about:
    'Spammers open an account at a sender with a good name, send one message to themselves, and then send the signed copy to millions: it still carries the signature. An end (x=) and fields that are listed once more than they stand there make such copies worth less. It matters to those who send for many.',
  remedy:
    'Sign with x= a few days ahead, and list From, To, Subject, Date, Cc and Reply-To once more in h= than they stand there.',
  source: 'RFC 6376 section 8.6',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const passing = read.signatures.filter(({ result }) => result === 'pass');
    if (passing.length === 0)
      return notApplicable('No signature of the message holds, so there is nothing to send again.');
    const seen = passing.map(seenSignature);
    const open = passing.filter((one) => warningsOn(one, 'replayable').length > 0);
    const [first] = open;
    if (first !== undefined) {
      const { headers } = await messageParts(context);
      const isBulk =
        headers.get('list-unsubscribe') !== null ||
        headers.get('list-id') !== null ||
        /\b(?:bulk|list)\b/i.test(headers.get('precedence') ?? '');
      const says = `${nameOf(first)} never ends (x=), and a second To or Subject can be put above it: a copy can be sent to anybody and still carries the signature.`;
      return isBulk
        ? warn(says, {
            seen,
            fix: `Have the system that signs for ${first.domain} write x= a few days ahead and list To, Subject and Cc once more in h=.`,
          })
        : tell(says, { seen });
    }
    const ends = passing.flatMap(({ expiresAt }) => expiresAt ?? []);
    return pass(
      ends[0] === undefined
        ? 'No second To or Subject can be put in without breaking the signature.'
        : `The signature ends at ${ends[0].toISOString()} (x=), after which a copy is worth nothing.`,
      { seen },
    );
  },
});
