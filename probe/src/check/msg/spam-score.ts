import type { Seen } from '@whybounce/core/check';
import { listed } from '../../fact/list-words.ts';
import { messageParts } from '../../fact/message-content.ts';
import { messageEnvelope } from '../../fact/message-envelope.ts';
import { readSpamVerdicts } from '../../message/spam-verdict/read-spam-verdicts.ts';
import { symbolHelp } from '../../message/spam-verdict/symbol-help.ts';
import type { SpamSymbol, SpamVerdict } from '../../message/spam-verdict/verdict.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, type Verdict, warn } from '../define.ts';

const MAX_SHOWN = 40;
/** Share of the limit from which on it is close. */
const CLOSE = 0.6;

export default defineCheck({
  id: 'msg.spam_score',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'medium',
  title: 'What spam filters on the way said',
  about:
    'SpamAssassin, rspamd and Microsoft write their verdict into the header of a message. It is read and explained rule by rule; no filter runs here, and every server weighs and learns for itself. A message from the outbox has no such fields.',
  remedy: 'Begin with the rules that weigh most.',
  source:
    'https://rspamd.com/doc/modules/milter_headers.html; https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo',
  async run(context) {
    const { headers } = await messageParts(context);
    const verdicts = readSpamVerdicts(headers);
    const [first] = verdicts;
    if (first === undefined)
      return notApplicable(
        'No filter wrote its verdict into this message. Take a message that was received, from a mailbox whose server filters.',
      );
    const doubt = await writtenBelow(context, first.field);
    const says = `${verdicts.map(verdictWords).join(' ')}${doubt}`;
    const seen = verdicts.flatMap(seenVerdict).slice(0, MAX_SHOWN);
    const worst = verdicts.find(({ isSpam }) => isSpam === true);
    const symbols = verdicts.flatMap((verdict) => verdict.symbols);
    if (worst !== undefined) return judged(fail, says, seen, symbols);
    const close = verdicts.find(
      ({ score, required, filter }) =>
        filter !== 'Microsoft' && score !== null && required !== null && required > 0 && score >= required * CLOSE,
    );
    return close === undefined ? pass(says, { seen }) : judged(warn, says, seen, symbols);
  },
});

function judged(outcome: typeof fail, says: string, seen: readonly Seen[], symbols: readonly SpamSymbol[]): Verdict {
  const costly = symbols
    .filter(({ score }) => score !== null && score > 0)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const fixes = [
    ...new Set(
      costly.slice(0, 8).flatMap(({ name, score }) => {
        const fix = symbolHelp(name)?.fix ?? null;
        return fix === null ? [] : [`${name} (${score}): ${fix}`];
      }),
    ),
  ];
  return outcome(says, { seen, ...(fixes.length === 0 ? {} : { fix: fixes.join(' ') }) });
}

function verdictWords({ filter, isSpam, score, required, symbols, notes }: SpamVerdict): string {
  const called = isSpam === true ? 'spam' : isSpam === false ? 'no spam' : 'nothing either way';
  const unit = filter === 'Microsoft' ? 'SCL ' : 'a score of ';
  const sum =
    score === null ? '' : `, with ${unit}${score}${required === null ? '' : ` where spam begins at ${required}`}`;
  const costly = symbols
    .filter((symbol) => symbol.score !== null && symbol.score > 0)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const top = costly.slice(0, 3).map(({ name, score: own }) => `${name} (${own}${helpWords(name)})`);
  const most = top.length === 0 ? '' : ` Most weigh ${listed(top)}.`;
  return [`${filter} says ${called}${sum}.${most}`, ...notes].join(' ');
}

function helpWords(name: string): string {
  const help = symbolHelp(name);
  return help === null ? '' : `: ${help.means}`;
}

function seenVerdict({ filter, symbols }: SpamVerdict): Seen[] {
  return symbols
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ name, score, detail }) => {
      const help = symbolHelp(name);
      const words = [detail, help?.means ?? ''].filter((word) => word !== '').join(' — ');
      return {
        of: `${filter} ${name}`,
        value: [score === null ? '' : String(score), words].filter((word) => word !== '').join(' ') || 'no score',
      };
    });
}

/** Below the hop at which the message came in, a field is the sender's: spam says of itself that it is none. */
async function writtenBelow(context: CheckContext, field: string): Promise<string> {
  const [{ headers }, envelope] = await Promise.all([messageParts(context), messageEnvelope(context)]);
  const place = envelope?.hop?.place;
  if (place === undefined) return '';
  const names = headers.names();
  const received = names.flatMap((name, at) => (name === 'received' ? [at] : []))[place];
  const at = names.indexOf(field.toLowerCase());
  return received !== undefined && at > received
    ? ` The field ${field} stands below the hop at which the message came in, so the sending side wrote it.`
    : '';
}
