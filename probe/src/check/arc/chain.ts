import type { Seen } from '@whybounce/core/check';
import { counted } from '../../fact/list-words.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import type { ArcFault, ArcSet, ArcVerdict } from '../../verify/arc/verdict.ts';
import { defineCheck, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'arc.chain',
  area: 'arc',
  input: 'message',
  needs: ['message'],
  severity: 'info',
  title: 'The ARC chain of forwarders holds',
  about:
    'A forwarder that changes a message breaks its signature. With ARC each hop notes what it found and seals it, so that the last receiver can take its word. A broken chain is worth as much as none. Who sends the mail need do nothing here.',
  remedy: 'Nothing for the sender: the forwarder at which the chain breaks must seal the message as it leaves.',
  source: 'RFC 8617 section 5.2',
  async run(context) {
    const verified = await messageVerification(context);
    if ('beyond' in verified) return undetermined(verified.beyond);
    const { arc } = verified;
    const seen = arc.sets.slice(0, MAX_SHOWN).flatMap(seenSet);
    const hops = counted(arc.hops, 'hop');
    const lenient =
      arc.lenient === null
        ? ''
        : ` Lenient receivers say ${arc.lenient.result}: ${arc.lenient.because.join(' ')}`.trimEnd();
    switch (arc.cv) {
      case 'none':
        return notApplicable('The message has no ARC chain: nobody sealed it on its way.');
      case 'undetermined':
        return undetermined(`Whether the ARC chain of ${hops} holds could not be told: ${whyOpen(arc)}`, { seen });
      case 'pass':
        return pass(`The ARC chain of ${hops} holds (${sealers(arc.sets)}). ${sinceWhen(arc)}${lenient}`.trim(), {
          seen,
        });
      case 'fail': {
        const at = arc.sets.find(({ instance }) => instance === arc.firstBroken);
        const who = at?.seal?.domain ?? at?.messageSignature?.domain;
        const place =
          arc.firstBroken === null ? '' : ` at hop ${arc.firstBroken}${who === undefined ? '' : `, ${who}`}`;
        return warn(`The ARC chain of ${hops} breaks${place}: ${faults[arc.fault ?? 'malformed']}.${lenient}`, {
          seen,
          fix: `Nothing for the sender. ${who === undefined ? 'The forwarder' : `Whoever runs ${who}`} must seal the message last, after everything that changes it.`,
        });
      }
    }
  },
});

/** Hops that are shown; real mail has one to five. */
const MAX_SHOWN = 8;

const faults: Readonly<Record<ArcFault, string>> = {
  'seal-differs': 'its seal does not fit what it sealed, which was changed after it',
  'message-differs': 'the message was changed after the last hop sealed it',
  'message-signature-invalid': 'the signature of the last hop over the message is invalid',
  'key-missing': 'the key of its seal is not published or cannot be used',
  'key-weak': 'the key of its seal is too short',
  cv: 'it says itself that the chain was broken when the message came to it, or says something that cannot be (cv=)',
  'set-incomplete': 'one of the three fields of the hop is missing',
  'set-repeated': 'one of the three fields of the hop stands there twice',
  instance: 'its number does not follow that of the hop before (i=)',
  'too-many': 'it has more than 50 hops',
  malformed: 'its fields are not written as RFC 8617 asks',
};

function sealers(sets: readonly ArcSet[]): string {
  return sets
    .slice(0, MAX_SHOWN)
    .map(({ seal }) => seal?.domain ?? 'no seal')
    .join(', then ');
}

/** Since which hop nobody changed the message. */
function sinceWhen({ oldestPass, sets }: ArcVerdict): string {
  if (oldestPass === null) return '';
  if (oldestPass === 0) return 'Nobody changed the message since the first hop.';
  const changer = sets.find(({ instance }) => instance === oldestPass)?.seal?.domain;
  return oldestPass > sets.length
    ? 'The message is not as any hop signed it.'
    : `The message is as hop ${oldestPass}${changer === undefined ? '' : `, ${changer},`} sent it on; it was changed before that.`;
}

function whyOpen({ detail, sets }: ArcVerdict): string {
  const key = sets
    .flatMap(({ seal, messageSignature }) => [seal?.key, messageSignature?.key])
    .find((one) => one?.status === 'undetermined');
  if (key !== undefined) return `the key at ${key.name} could not be fetched (${key.detail ?? 'no answer'}).`;
  return (detail ?? 'the message lies beyond the limits.').replace(/\.?$/, '.');
}

function seenSet({ instance, cv, seal, messageSignature, results }: ArcSet): Seen[] {
  const halves = `seal of ${seal?.domain ?? 'nobody'}: ${seal?.verdict ?? 'missing'}; message: ${messageSignature?.verdict ?? 'missing'}; cv=${cv ?? 'missing'}`;
  return [
    { of: `ARC set ${instance}`, value: halves },
    ...(results === null ? [] : [{ of: `ARC-Authentication-Results of hop ${instance}`, value: results }]),
  ];
}
