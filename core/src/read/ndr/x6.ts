import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Sisimai's X6, an MTA whose name is not known. */
export const x6: NdrDialect = { dialect: 'x6', signs: ['we had trouble delivering your message'], recognises, read };

const opening = 'We had trouble delivering your message. Full details follow:';

function recognises(letter: Letter): boolean {
  return letter.text.includes(opening);
}

/** `SMTP Server <mx.example.net> rejected recipient <a@example.net> (Error following RCPT command). It responded as follows: [550 …]` */
function read(letter: Letter): Failure[] {
  const failures: Failure[] = [];
  const paragraphs = linesOf(letter.text)
    .join('\n')
    .split(/\n{2,}/);
  for (const paragraph of paragraphs) {
    const words = joinReply(paragraph.split('\n'));
    const found =
      /^SMTP Server <([^<>\s]{1,255})> (?:rejected|refused) (.{0,700}?) ?It responded as follows: \[(.+?)\]?$/.exec(
        words ?? '',
      );
    if (found === null) continue;
    const command = /Error following ([A-Z]{4,8}) command/.exec(found[2] ?? '')?.[1];
    failures.push({
      recipient: addressesIn(found[2] ?? '', 1)[0] ?? null,
      diagnostic: found[3] ?? null,
      remoteHost: found[1]?.toLowerCase() ?? null,
      stage:
        command === undefined
          ? null
          : stageOf(command === 'RCPT' ? 'after rcpt to' : command === 'MAIL' ? 'after mail from' : `after ${command}`),
    });
  }
  return failures;
}
