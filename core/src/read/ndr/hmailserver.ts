import type { Letter } from '../letter.ts';
import { isIpAddress, stageOf } from '../unwrap-reply.ts';
import { type Block, blocksOf, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';
import { labelledFields } from './labelled-fields.ts';

/** hMailServer. The words around may be replaced; the lines of each recipient are written by the program. */
export const hmailserver: NdrDialect = { dialect: 'hmailserver', signs: ['error type: smtp'], recognises, read };

function recognises(letter: Letter): boolean {
  return /^ {3}Error Type: SMTP$/m.test(letter.text);
}

/**
 *     a@example.net
 *        Error Type: SMTP
 *        Remote server (192.0.2.1) issued an error.
 *        hMailServer sent: RCPT TO:<a@example.net>
 *        Remote server replied: 550 …
 */
function read(letter: Letter): Failure[] {
  const head = (line: string): ReturnType<typeof bareHead> => (line.startsWith(' ') ? null : bareHead(line));
  return blocksOf(linesOf(letter.text), head, (line) => line === 'hMailServer').map(failureOf);
}

function failureOf({ recipient, lines }: Block): Failure {
  const fields = labelledFields(lines, [
    'Error Type:',
    'Remote server (',
    'hMailServer sent:',
    'Remote server replied:',
    'Connection to recipients server',
    'Error Description:',
    'Additional information:',
    'Error:',
    'Tried ',
    'The message will',
  ]);
  const ip = /^([^)]{2,45})\)/.exec(fields.get('Remote server (') ?? '')?.[1] ?? '';
  const sent = fields.get('hMailServer sent:');
  const own = [fields.get('Error Description:'), fields.get('Additional information:')]
    .filter((words) => words !== undefined)
    .join(' ');
  const isUnreached = fields.has('Connection to recipients server');
  return {
    recipient,
    diagnostic:
      fields.get('Remote server replied:') ??
      (own ||
        (isUnreached
          ? `Connection to recipients server failed. ${fields.get('Error:') ?? ''}`.trim()
          : (fields.get('Error:') ?? null))),
    remoteIp: isIpAddress(ip) ? ip : null,
    stage: isUnreached ? 'connect' : sent === undefined ? null : stageOf(`after ${sent.replace(/:</, ': <')}`),
  };
}
