import { readAddress } from '../address.ts';
import { readDeliveryStatus } from '../dsn/fields.ts';
import type { Letter } from '../letter.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Amazon WorkMail: the fields of RFC 3464 in plain text, below `Technical report:`. */
export const amazonWorkmail: NdrDialect = {
  dialect: 'amazon-workmail',
  signs: ['amazon workmail', 'amazonses.com', 'awsapps.com'],
  recognises,
  read,
};

const heading = 'Technical report:';

function recognises({ headers, text, from }: Letter): boolean {
  const isWorkmail = headers.get('x-mailer') === 'Amazon WorkMail';
  return (
    text.includes(heading) &&
    text.includes('Final-Recipient:') &&
    (isWorkmail || /@(?:[\w-]+\.)*(?:amazonses|awsapps)\.com/.test(from))
  );
}

function read({ text }: Letter): Failure[] {
  const at = text.indexOf(heading);
  if (at < 0) return [];
  const status = readDeliveryStatus(text.slice(at + heading.length).trimStart());
  const reportingMta = /;\s*([\w.-]{1,255})/.exec(status.message.get('reporting-mta') ?? '')?.[1] ?? null;
  return status.recipients.map((fields) => ({
    recipient: readAddress(fields.get('final-recipient') ?? fields.get('original-recipient')),
    diagnostic: fields.get('diagnostic-code')?.replace(/^\w{1,20};\s*/, '') || null,
    reportingMta,
    enhancedStatus: /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
    ...(fields.get('action')?.toLowerCase().startsWith('delayed') ? { kind: 'deferral' as const } : {}),
  }));
}
