import type { Stage } from '../reading.ts';

/** Steps of the session (RFC 5321) as an administrator calls them. */
export const stageNames: Readonly<Record<Stage, string>> = {
  connect: 'connection, before EHLO',
  ehlo: 'EHLO',
  auth: 'AUTH',
  mail: 'MAIL FROM',
  rcpt: 'RCPT TO',
  data: 'DATA',
  'end-of-data': 'end of DATA, after the whole message was seen',
  'after-acceptance': 'after the message had been accepted',
};
