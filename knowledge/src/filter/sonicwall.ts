import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'SonicWall Email Security',
  kind: 'filter',
  entries: [
    {
      id: 'bounce-tag-invalid',
      codes: ['550'],
      text: ['BATV validation failure'],
      reason: 'policy.generic',
      meaning:
        'The filter takes only bounces of mail that its own users sent, known by a tag in the address. This message came as a bounce without a valid tag.',
      steps: [
        'Check that the mail was not sent with an empty envelope sender by mistake.',
        'If it was a delivery report or an automatic reply, drop it and send nothing more.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 BATV validation failure'],
      mustNotMatch: ['550 SPF validation failure', '550 5.1.1 recipient validation failure'],
    },
  ],
});
