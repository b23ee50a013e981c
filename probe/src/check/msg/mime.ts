import type { Seen, Severity } from '@whybounce/core/check';
import { listed } from '../../fact/list-words.ts';
import { messageHtml, messageParts } from '../../fact/message-content.ts';
import { upperFirst } from '../../letter-case.ts';
import { mimeFaults } from '../../message/mime-faults.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'msg.mime',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'medium',
  title: 'The message is well built',
  about:
    'Whether its parts can be told apart and decoded, its text is of the charset that it says, HTML has a plain text beside it, and its lines end as SMTP wants. Lines that end in LF alone are refused by many servers since they were abused to smuggle mail.',
  remedy: 'Have the message written by an up-to-date mail library instead of being put together by hand.',
  source: 'RFC 2045; RFC 2046 section 5.1; RFC 5321 section 2.3.8',
  async run(context) {
    const message = await messageParts(context);
    const htmls = await messageHtml(context);
    const { faults, notes } = mimeFaults(message, htmls);
    const seen: Seen[] = faults.map(({ of, value }) => ({ of, value: value.slice(0, 400) }));
    const rest = notes.length === 0 ? '' : ` ${notes.join(' ')}`;
    const [worst] = faults.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    if (worst === undefined) {
      const types = listed([...new Set(message.parts.map(({ type }) => type))]);
      return pass(`The message is well built: ${types}.${rest}`);
    }
    const fix = [...new Set(faults.map((fault) => fault.fix))].join(' ');
    const says = `${upperFirst(listed(faults.map((fault) => fault.says)))}.${rest}`;
    const isGrave = worst.severity === 'high' || worst.severity === 'medium';
    return isGrave
      ? fail(says, { seen, fix, severity: worst.severity })
      : warn(says, { seen, fix, severity: worst.severity });
  },
});

const order: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
