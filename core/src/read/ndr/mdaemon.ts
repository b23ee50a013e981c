import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { linesBetween } from './labelled-fields.ts';
import { readTranscript, recipientOf, refusalOf } from './transcript.ts';

/** MDaemon and SecurityGateway by Alt-N (MDaemon Technologies). */
export const mdaemon: NdrDialect = {
  dialect: 'mdaemon',
  signs: ['x-mddsn-message:', 'the attached message had '],
  recognises,
  read,
};

const permanent = /The attached message had PERMANENT (?:fatal )?delivery errors/;
const transient = /The attached message had TRANSIENT (?:non-fatal )?delivery errors/;

function recognises(letter: Letter): boolean {
  const head = letter.text.slice(0, 4_096);
  if (letter.headers.get('x-mddsn-message') !== null) return true;
  return permanent.test(head) || transient.test(head);
}

/** `Failed address: a@example.net`, and below it the transcript of the last session. */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const isWarning = transient.test(letter.text) && !permanent.test(letter.text);
  const kind = isWarning ? { kind: 'deferral' as const } : {};
  const session = linesBetween(lines, '--- Session Transcript ---', (line) =>
    line.startsWith('--- End Transcript ---'),
  );
  const refusals = readTranscript(session.map(plainLine).filter((line) => line !== ''))
    .map((exchange) => refusalOf(exchange, recipientOf(exchange)))
    .filter((failure) => failure !== null);
  const named = addressesIn(lines.filter((line) => /^\s*Failed address(?:es)?:/.test(line)).join('\n'), 500);
  const addressed = addressesIn(session.filter((line) => / \* {1,2}To: |RCPT To:</i.test(line)).join('\n'), 500);
  const recipients = named.length > 0 ? named : addressed;
  const told = ownRemark(session);
  return recipients.map((recipient) => {
    const refusal =
      refusals.find((failure) => failure.recipient?.toLowerCase() === recipient.toLowerCase()) ??
      refusals[refusals.length - 1];
    return { ...(refusal ?? { diagnostic: told }), recipient, ...kind };
  });
}

/** ` Wed 2013-09-11 12:22:06: <-- 550 No such user` → `<<< 550 No such user`; what is neither command nor reply goes. */
function plainLine(line: string): string {
  const words = withoutTime(line);
  if (words.startsWith('-->')) return `>>> ${words.slice(3).trim()}`;
  return words.startsWith('<--') ? `<<< ${words.slice(3).trim()}` : '';
}

function withoutTime(line: string): string {
  return line.trim().replace(/^(?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?: (?:\[\d{1,9}\] )?/, '');
}

/** Where no server answered: the last of MDaemon's own remarks, `* Error: no such domain`, `Socket error 10060`. */
function ownRemark(session: readonly string[]): string | null {
  const remarks = session
    .map(withoutTime)
    .filter(
      (words) =>
        /error|timeout|timed out|unable|fail|no such|unknown|not found|refused/i.test(words) &&
        !/^(?:-->|<--)/.test(words),
    );
  return joinReply(remarks.slice(-1))?.replace(/^\*\s*/, '') ?? null;
}
