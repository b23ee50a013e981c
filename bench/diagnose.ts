import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BounceEvent, decode } from '@whybounce/core';
import { builtInPolicy } from '../core/src/advise/policy.ts';
import { type CauseInput, findCauses } from '../core/src/diagnose/causes.ts';
import { findCorpus } from '../test/corpora.ts';
import { interleaved, say, thousands } from './row.ts';

// What ranking the causes costs of a decoded mail: the same refusals ranked alone, in turn with
// whole decoding. Mails come from memory, so that no disk hides the difference.

const ROUNDS = 15;
const WARM = 40;

const corpus = findCorpus('corpus/set-of-emails');
const folder = corpus.missing === null ? join(corpus.path, 'bsd') : join(import.meta.dirname, '..', 'examples');
const mails = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join(folder, name)));
const inputs = mails.flatMap((mail) => decode(mail, { as: 'mail' })).flatMap(inputOf);

/** What the engine hands to the ranking for an event. */
function inputOf(event: BounceEvent): CauseInput[] {
  const { diagnosis, kind, remoteMta } = event;
  if (diagnosis === null || (kind !== 'bounce' && kind !== 'deferral')) return [];
  const nothing: ReadonlySet<string> = new Set();
  const words = diagnosis.causes[0]?.evidence[0]?.quote ?? null;
  return [
    {
      reason: diagnosis.reason,
      rule:
        diagnosis.rule === null
          ? null
          : { id: diagnosis.rule, owner: undefined, deed: undefined, shares: undefined, words },
      view: {
        ...event,
        remoteHost: remoteMta.host,
        permanence: diagnosis.permanence,
        hasRetryHint: event.retryHint !== null,
        namesBlocklist: event.blocklists.length > 0,
        hostOwnsWords: null,
        inOtherLanguage: false,
      },
      deedOf: (cause) => builtInPolicy().rowFor(cause, diagnosis.reason, nothing)?.do ?? 'hold',
    },
  ];
}

let events = 0;
let causes = 0;
const whole = (): void => {
  for (const mail of mails) events += decode(mail, { as: 'mail' }).length;
};
const ranking = (): void => {
  for (const input of inputs) causes += findCauses(input).causes.length;
};
for (let i = 0; i < WARM; i++) {
  whole();
  ranking();
}
const [all, ranked] = await interleaved(ROUNDS, whole, ranking);
say({
  name: `causes of the ${inputs.length} refusals in ${mails.length} mails ranked, beside decoding these mails whole`,
  figure: `${((1000 * ranked) / inputs.length).toFixed(1)} µs a refusal; ${(100 * (1 - ranked / all)).toFixed(0)} % of the mails a second are kept (${thousands((mails.length / all) * 1000)} with, ${thousands((mails.length / (all - ranked)) * 1000)} without)`,
  target: '80 % kept',
});
if (events === 0 || causes === 0) throw new Error('nothing was decoded');
