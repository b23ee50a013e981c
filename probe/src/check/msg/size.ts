import { messageParts } from '../../fact/message-content.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

/** Bytes of HTML after which Gmail shows “[Message clipped]”, and with it hides the link to unsubscribe. */
const CLIPPED = 102 * 1024;
/** What Postfix takes unless told otherwise (`message_size_limit`), and many servers with it. */
const COMMON_LIMIT = 10_240_000;
/** What Yahoo takes at most, encoded attachments included; few take more. */
const LARGE_LIMIT = 25 * 1024 * 1024;

export default defineCheck({
  id: 'msg.size',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'low',
  title: 'The message is of a size that everybody takes',
  about:
    'Gmail cuts the HTML of a message after 102 KB, with the link to unsubscribe and the picture that counts readers. Servers refuse messages above a size of their own: attachments grow by a third on their way.',
  remedy: 'Shorten the HTML and offer large files for download.',
  source: 'RFC 1870 section 6; https://www.postfix.org/postconf.5.html#message_size_limit',
  async run(context) {
    const { size, html } = await messageParts(context);
    const markup = html.reduce((sum, { bytes }) => sum + bytes, 0);
    const seen = [
      { of: 'whole message', value: `${size} bytes` },
      { of: 'HTML', value: `${markup} bytes` },
    ];
    if (size > LARGE_LIMIT)
      return fail(`The message has ${inWords(size)}. Yahoo takes at most ${inWords(LARGE_LIMIT)}, and few take more.`, {
        seen,
        severity: 'high',
        fix: 'Offer the attachments for download instead of sending them.',
      });
    if (size > COMMON_LIMIT)
      return warn(
        `The message has ${inWords(size)}. Servers that keep the usual limit of Postfix refuse more than ${inWords(COMMON_LIMIT)}.`,
        {
          seen,
          fix: 'Offer large attachments for download instead of sending them.',
        },
      );
    if (markup > CLIPPED)
      return warn(`The HTML has ${inWords(markup)}, and Gmail shows the first ${inWords(CLIPPED)} only.`, {
        seen,
        fix: `Take at least ${inWords(markup - CLIPPED)} out of the HTML: styles that are written at every element, comments, blanks.`,
      });
    return pass(`The message has ${inWords(size)}${markup === 0 ? '' : `, its HTML ${inWords(markup)}`}.`, { seen });
  },
});

function inWords(bytes: number): string {
  if (bytes < 10_240) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
