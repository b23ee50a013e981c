import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { isIpAddress } from '../unwrap-reply.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { labelledFields, linesBetween } from './labelled-fields.ts';

/** MailMarshal by Marshal, M86, Trustwave. */
export const mailmarshal: NdrDialect = {
  dialect: 'mailmarshal',
  signs: ['could not be delivered because of', 'the following recipients were affected'],
  recognises,
  read,
};

const because = 'Could not be delivered because of';
const affected = 'The following recipients were affected';

function recognises(letter: Letter): boolean {
  return letter.text.includes(because) && letter.text.includes(affected);
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const isHeading = (line: string): boolean =>
    line.startsWith(affected) || line.startsWith('Additional Information') || line.startsWith('=====');
  const diagnostic = joinReply(linesBetween(lines, because, isHeading));
  const fields = labelledFields(lines, [
    'Original Sender:',
    'Sender-MTA:',
    'Remote-MTA:',
    'Reporting-MTA:',
    'MessageName:',
    'Last-Attempt-Date:',
  ]);
  const remote = hostIn(fields.get('Remote-MTA:'));
  const rest = {
    diagnostic,
    remoteHost: remote !== null && !isIpAddress(remote) ? remote : null,
    remoteIp: remote !== null && isIpAddress(remote) ? remote : null,
    reportingMta: hostIn(fields.get('Reporting-MTA:')),
  };
  return addressesIn(linesBetween(lines, affected, isHeading).join('\n'), 500).map((recipient) => ({
    recipient,
    ...rest,
  }));
}

function hostIn(field: string | undefined): string | null {
  return /^<?([\w.:-]{1,255})>?$/.exec(field ?? '')?.[1] ?? null;
}
