import type { SecureContext } from 'node:tls';
import { quoted } from '../quoted.ts';
import { heloName, sniName } from './command.ts';
import { type AnsweredStep, type Dialogue, isClass } from './dialogue.ts';
import { DialogueEnd } from './dialogue-end.ts';
import { extensionsOf } from './extensions.ts';
import type { Heard } from './heard.ts';
import type { SmtpLimits } from './limits.ts';
import type { SmtpRequest } from './observation.ts';
import { tlsOf } from './tls-details.ts';
import { tryRecipients } from './try-recipients.ts';
import { wordsOf } from './wire.ts';

/**
 * Has the dialogue as far as asked: greeting, EHLO, STARTTLS, EHLO, MAIL, each RCPT, RSET, QUIT. There is one MAIL for all
 * RCPTs, as with a sender of one message to several people; nothing is reset between them, since some servers
 * count every new transaction against a limit.
 *
 * @param heard where everything is put at once, so that a dialogue that breaks off keeps what it had
 * @throws DialogueEnd where it cannot go on
 */
export async function converse(
  dialogue: Dialogue,
  request: SmtpRequest,
  heard: Heard,
  limits: SmtpLimits,
  secureContext: () => SecureContext,
): Promise<void> {
  await greet(dialogue, request);
  heard.plainExtensions = await hello(dialogue, request, 'ehlo');
  heard.extensions = heard.plainExtensions;
  if (heard.plainExtensions['STARTTLS'] === undefined) heard.startTls = 'not-offered';
  else if (request.tls && !(await goOverToTls(dialogue, request, heard, secureContext))) return;
  const begun = await tryRecipients(dialogue, request, heard, limits.recipients);
  await leave(dialogue, begun);
}

async function greet(dialogue: Dialogue, { ip, port }: SmtpRequest): Promise<void> {
  const greeting = await dialogue.open(ip, port);
  if (isClass(greeting, 2)) return;
  if (isClass(greeting, 3)) throw new DialogueEnd('not-smtp', `No mail server greets so: ${quoted(greeting.reply)}.`);
  throw await turnedAway(dialogue, greeting);
}

/** EHLO, and HELO where the server does not know EHLO (RFC 5321 section 3.2). */
async function hello(
  dialogue: Dialogue,
  { helo }: SmtpRequest,
  stage: 'ehlo' | 'ehlo-tls',
): Promise<Record<string, string>> {
  const name = heloName(helo) as string;
  const ehlo = await dialogue.ask(stage, `EHLO ${name}`);
  if (isClass(ehlo, 2)) return extensionsOf(ehlo.reply);
  if (ehlo.code !== 500 && ehlo.code !== 502) throw await turnedAway(dialogue, ehlo);
  dialogue.notes.push({ kind: 'ehlo-refused', detail: ehlo.reply });
  const plain = await dialogue.ask(stage, `HELO ${name}`);
  if (!isClass(plain, 2)) throw await turnedAway(dialogue, plain);
  return {};
}

/** @returns whether the dialogue can go on */
async function goOverToTls(
  dialogue: Dialogue,
  request: SmtpRequest,
  heard: Heard,
  secureContext: () => SecureContext,
): Promise<boolean> {
  const ready = await dialogue.ask('starttls', 'STARTTLS');
  if (ready.code !== 220) {
    heard.startTls = 'refused';
    if (ready.code === 421) throw new DialogueEnd('dropped', ready.reply);
    return true;
  }
  try {
    heard.tls = tlsOf(await dialogue.startTls(sniName(request.host), secureContext()));
  } catch (error) {
    if (error instanceof DialogueEnd) throw error;
    heard.startTls = 'failed';
    heard.tlsError = wordsOf(error);
    return false;
  }
  heard.startTls = 'done';
  // what was told in the clear may have been changed on the way and counts no longer (RFC 3207 section 4.2)
  heard.extensions = await hello(dialogue, request, 'ehlo-tls');
  return true;
}

/** Gives up the transaction and takes leave. Whether the server answers is no matter: all that was asked is known. */
async function leave(dialogue: Dialogue, begun: boolean): Promise<void> {
  try {
    if (begun) await dialogue.ask('rset', 'RSET');
    await dialogue.ask('quit', 'QUIT');
  } catch (error) {
    if (!(error instanceof DialogueEnd)) throw error;
  }
}

/** A server that turns somebody away waits for QUIT (RFC 5321 section 3.1), unless it is going itself. */
async function turnedAway(dialogue: Dialogue, { code, reply }: AnsweredStep): Promise<DialogueEnd> {
  if (code !== 421) await leave(dialogue, false);
  return new DialogueEnd('turned-away', reply);
}
