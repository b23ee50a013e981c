import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumomta: Source = {
  grade: 'measured',
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
};
const paraphrased: Source = {
  grade: 'read-paraphrased',
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
};

export default define({
  name: 'Plesk / qmail-plesk',
  kind: 'mta',
  links: { documentation: 'https://docs.plesk.com/' },
  entries: [
    {
      id: 'reject-spam',
      codes: ['550', '554'],
      text: ['REJECT spam'],
      needsCode: true,
      reason: 'content.spam',
      meaning: 'The spam filter of the hosting server judged the message to be spam.',
      steps: [
        'Check the message with a spam test: links, subject, wording.',
        'Check SPF and DKIM of your sending domain.',
      ],
      sources: [kumomta],
      status: 'observed',
      matches: ['550 REJECT spam'],
      mustNotMatch: ['250 we do not reject spam at this stage'],
    },
    {
      id: 'dmarc-policy',
      codes: ['554', '550', '5.7.1'],
      text: ['Message rejected because of a DMARC policy'],
      reason: 'auth.dmarc',
      meaning:
        'The DMARC policy of the domain in your From line asks receivers to refuse mail that is not proven, and yours was not.',
      steps: [
        'Sign with DKIM under the domain of the From line, or let SPF pass with that domain.',
        'Read the DMARC reports of that domain to see which stream fails.',
      ],
      sources: [paraphrased],
      status: 'observed',
      matches: ['554 5.7.1 Message rejected because of a DMARC policy'],
      mustNotMatch: ['554 5.7.1 Message rejected because of an attachment policy'],
    },
  ],
});
