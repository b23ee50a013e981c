import type { Seen } from '@whybounce/core/check';
import { listed } from '../../fact/list-words.ts';
import { lookedAt, untestable } from '../../fact/session-words.ts';
import { smtpSessions } from '../../fact/smtp-sessions.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

/** Milliseconds that a connection takes where nothing is amiss, across the world and with one packet lost. */
const SLOW_CONNECTION = 3500;
/** Milliseconds after which a greeting is later than look-ups explain: shorter pauses against spam are not told apart from them. */
const SLOW_GREETING = 3000;

export default defineCheck({
  id: 'mx.banner_time',
  area: 'mx',
  input: 'probe',
  needs: [],
  severity: 'low',
  title: 'Mail servers answer without delay',
  about:
    'How long a mail server takes to be connected to and to greet. Many servers wait some seconds on purpose, since programs that send spam do not wait; real senders wait five minutes.',
  remedy: 'Look at the load of the mail server and at the way to it.',
  source: 'RFC 5321 section 4.5.3.2.1',
  async run(context) {
    const dialogues = await smtpSessions(context);
    if (dialogues === null) return notApplicable('There is no mail server with an address to connect to.');
    const greeted = dialogues.sessions.filter(({ observation }) => observation.greeted !== null);
    if (greeted.length === 0) return undetermined(untestable(dialogues.sessions));
    const seen: Seen[] = [];
    const [late, waiting]: [string[], string[]] = [[], []];
    for (const { label, observation } of greeted) {
      const connected = observation.connected ?? 0;
      const pause = (observation.greeted ?? 0) - connected;
      seen.push({ of: label, value: `connected after ${connected} ms, greeting ${pause} ms later` });
      if (connected > SLOW_CONNECTION) late.push(`${label} took ${seconds(connected)} seconds to connect to`);
      if (pause > SLOW_GREETING) waiting.push(`${label} greets after ${seconds(pause)} seconds`);
    }
    if (late.length > 0)
      return warn(`${listed(late)}: it is far away, busy, or packets are lost on the way.`, { seen });
    if (waiting.length > 0)
      return tell(
        `${listed(waiting)}. That is mostly done on purpose, against programs that do not wait for the greeting; senders wait up to five minutes.`,
        { seen },
      );
    return pass(`Connected and greeted within seconds: ${lookedAt(dialogues, greeted)}.`, { seen });
  },
});

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
