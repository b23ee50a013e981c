import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Virgin Media (blueyonder)',
  kind: 'mailbox-provider',
  domains: ['virginmedia.com', 'blueyonder.co.uk', 'ntlworld.com', 'virgin.net'],
  entries: [
    {
      id: 'spam-content',
      codes: ['554'],
      text: ['Message contains Spam Content'],
      reason: 'content.spam',
      meaning: 'The filter of Virgin Media took the text of the message for spam.',
      steps: ['Cut links and wording down until a test passes.', 'Check that SPF, DKIM and DMARC pass.'],
      sources: [kumo],
      status: 'observed',
      matches: ['554 5.7.1 Message contains Spam Content'],
      mustNotMatch: ['554 5.7.1 Message contains a virus'],
    },
  ],
});
