import { signaturesToRead } from '../../fact/dkim-signatures.ts';
import { messageDmarc } from '../../fact/dmarc-message.ts';
import { listed } from '../../fact/list-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.aligned',
  area: 'dkim',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'A valid signature is of the domain in From',
  about:
    'To DMARC a signature counts only if its domain (d=) belongs to the domain that the reader sees in From. Sending services sign with their own domain until yours is set up there. Alignment by DKIM is what survives forwarding; that by SPF does not.',
  remedy: 'Have the sending service sign with your own domain.',
  source: 'RFC 9989 section 4.4.1',
  async run(context) {
    const read = await signaturesToRead(context);
    if ('outcome' in read) return read;
    const dmarc = await messageDmarc(context);
    if ('outcome' in dmarc) return dmarc;
    const { author, evaluation } = dmarc;
    const { seen } = dmarc;
    const of = (standard: 'rfc7489' | 'rfc9989') =>
      evaluation[standard].identifiers
        .filter(({ method }) => method === 'dkim')
        // without the record it is not known what it asks for: only the very domain is sure
        .map((one) =>
          evaluation[standard].place.undetermined !== null && one.domain !== author ? { ...one, aligned: null } : one,
        );
    const [old, now] = [of('rfc7489'), of('rfc9989')];
    const passing = now.filter(({ result }) => result === 'pass');
    const isAligned = ({ result, aligned }: (typeof now)[number]) => result === 'pass' && aligned === true;
    const [inOld, inNow] = [old.some(isAligned), now.some(isAligned)];
    if (inOld && inNow)
      return pass(
        `The signature of ${listed([...new Set(now.filter(isAligned).map(({ domain }) => domain))])} holds and is aligned with ${author}.`,
        { seen },
      );
    const fix = `Set up ${author} as a signing domain at the system that sends the mail: it then signs with d=${author}.`;
    const open = [...old, ...now].find(
      ({ result, aligned }) => (result === 'pass' && aligned === null) || (result === 'temperror' && aligned !== false),
    );
    if (open !== undefined)
      return undetermined(
        open.result === 'pass'
          ? `Whether ${open.domain}, which signs the message, is aligned with ${author} could not be told: ${evaluation.rfc9989.place.undetermined?.name ?? 'a DMARC record'} gave no answer.`
          : open.says,
        { seen },
      );
    if (inOld !== inNow) {
      const [one] = (inOld ? old : now).filter(isAligned);
      return warn(
        `To receivers that follow ${inOld ? 'RFC 7489' : 'RFC 9989'} the signature of ${one?.domain} is aligned with ${author}, to those that follow ${inOld ? 'RFC 9989' : 'RFC 7489'} it is not.`,
        { seen, severity: 'medium', fix },
      );
    }
    if (passing.length === 0)
      return notApplicable(`No signature of the message holds, so none can be aligned with ${author}.`, { seen });
    const strict = passing.find(({ mode }) => mode === 'strict');
    return fail(
      `${listed([...new Set(passing.map(({ domain }) => domain))])} signs the message, and From is of ${author}: ${strict === undefined ? 'they are not of one organisation' : 'the record asks for the very same domain (adkim=s)'}, so that DMARC does not count the signature.`,
      { seen, fix },
    );
  },
});
