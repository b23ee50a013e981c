import { listed } from '../../fact/list-words.ts';
import { messageEnvelope } from '../../fact/message-envelope.ts';
import { forwardSigns } from '../../fact/message-forward.ts';
import { defineCheck, pass, tell } from '../define.ts';

/** Signs that are shown. */
const MAX_SHOWN = 10;

export default defineCheck({
  id: 'msg.via_forward',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'info',
  title: 'Whether the message came directly',
  about:
    'A forwarder or a discussion list sends from its own address and may change the text, so SPF and DKIM of the author fail without anybody’s fault. Such a message is judged by its ARC chain, and a test of one’s own setup needs one that came directly.',
  remedy: null,
  source: 'RFC 7960 section 3; RFC 8617 section 1',
  async run(context) {
    const signs = await forwardSigns(context);
    if (signs.length > 0)
      return tell(
        `The message came by way of somebody else: ${listed([...new Set(signs.map(({ shows }) => shows))])}. SPF and DKIM may fail for that reason alone; look at the ARC chain, and test your setup with a message that came directly.`,
        { seen: signs.slice(0, MAX_SHOWN).map(({ seen }) => seen) },
      );
    const hop = (await messageEnvelope(context))?.hop ?? null;
    return pass('Nothing shows that the message was forwarded or passed on by a list.', {
      seen:
        hop === null || hop.ip === null ? [] : [{ of: 'came in from', value: `${hop.helo ?? 'unknown'} [${hop.ip}]` }],
    });
  },
});
