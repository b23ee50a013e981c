import type { Letter } from '../letter.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { exchange2003 } from './exchange-2003.ts';

/** Hotmail and Outlook.com before they moved to Exchange Online: reports of the Windows SMTP service. */
export const outlookCom: NdrDialect = { dialect: 'outlook-com', signs: ['x-dsncontext:'], recognises, read };

/** Also `mail.hotmail.com`, of which mail is sent, and the hosts that send it. */
const hosts = /(?:@|\.)(?:hotmail|outlook|live|msn)\.[\w.-]{2,40}/;

function recognises(letter: Letter): boolean {
  if (
    !letter.text.includes('This is an automatically generated Delivery Status Notification') ||
    !letter.headers.has('x-dsncontext')
  )
    return false;
  if (!letter.from.startsWith('postmaster@')) return false;
  return (
    hosts.test(letter.from) ||
    hosts.test((letter.headers.get('message-id') ?? '').toLowerCase()) ||
    /^reporting-mta: ?dns; ?\S*\.(?:hotmail|outlook|live|msn)\./m.test(letter.statusHead)
  );
}

/** All that it knows stands in the status part. */
function read(letter: Letter): Failure[] {
  return exchange2003.read(letter);
}
