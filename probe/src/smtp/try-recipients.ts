import { type Path, pathOf } from './command.ts';
import { type Dialogue, isClass } from './dialogue.ts';
import { DialogueEnd } from './dialogue-end.ts';
import { type Heard, untried } from './heard.ts';
import type { SmtpRequest } from './observation.ts';

/** One recipient that can be said in a command. */
interface Sayable {
  /** Its place in the request. */
  readonly at: number;
  readonly path: Path;
}

/**
 * One MAIL, then RCPT for each recipient, whatever became of the one before. In between nothing is reset: some servers
 * count every new transaction against a limit, and a sender of one message to several people does the same.
 *
 * @param heard where each recipient is put as soon as it is known
 * @param most RCPT commands
 * @returns whether a transaction was begun
 * @throws DialogueEnd where the server goes
 */
export async function tryRecipients(
  dialogue: Dialogue,
  { mailFrom, recipients }: SmtpRequest,
  heard: Heard,
  most: number,
): Promise<boolean> {
  const told = [...heard.recipients];
  heard.recipients = told;
  const offersUtf8 = heard.extensions['SMTPUTF8'] !== undefined;
  const sayable: Sayable[] = [];
  for (const [at, address] of recipients.entries()) {
    const path = readPath(address, offersUtf8);
    if (typeof path === 'string') told[at] = untried(address, path);
    else if (sayable.length === most) told[at] = untried(address, `Only ${most} addresses are tried in one dialogue.`);
    else sayable.push({ at, path });
  }
  if (sayable.length === 0) return false;

  const refuseAll = (why: string): void => {
    for (const { at } of sayable) told[at] = untried(recipients[at] as string, why);
  };
  const sender = mailFrom === '' ? { path: '', utf8: false } : readPath(mailFrom, offersUtf8);
  if (typeof sender === 'string') {
    refuseAll(`The sender cannot be named: ${sender}`);
    return false;
  }
  const utf8 = sender.utf8 || sayable.some(({ path }) => path.utf8);
  const mail = await dialogue.ask('mail', `MAIL FROM:<${sender.path}>${utf8 ? ' SMTPUTF8' : ''}`);
  if (!isClass(mail, 2)) {
    refuseAll(`The sender ${sender.path === '' ? '<>' : sender.path} was refused before: ${mail.reply}`);
    if (mail.code === 421) throw new DialogueEnd('dropped', mail.reply);
    return false;
  }
  for (const { at, path } of sayable) {
    const before = dialogue.steps.length;
    try {
      const { code, reply } = await dialogue.ask('rcpt', `RCPT TO:<${path.path}>`);
      if (code === 421) throw new DialogueEnd('dropped', reply);
    } finally {
      const step = dialogue.steps[before];
      if (step !== undefined) told[at] = { address: recipients[at] as string, step };
    }
  }
  return true;
}

/** @returns the path, or why the server cannot be told of it, as a sentence */
function readPath(address: string, offersUtf8: boolean): Path | string {
  const path = pathOf(address);
  if ('invalid' in path) return path.invalid;
  if (path.utf8 && !offersUtf8)
    return `The server does not offer SMTPUTF8 (RFC 6531), without which ${address} cannot be written.`;
  return path;
}
