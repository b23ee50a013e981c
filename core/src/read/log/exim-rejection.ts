import type { Reading } from '../../reading.ts';
import { hostOf } from '../sending-mta.ts';
import type { LogScribe } from './log-scribe.ts';
import { ipOf, oneLine, replyCodeAt, stageOf } from './refusal.ts';

const REJECTED =
  / (temporarily )?rejected (RCPT|MAIL|after DATA|EHLO or HELO|connection|AUTH|VRFY)(?: <([^>\s]*)>|[^:]{0,200})?: /;

/** `H=(helo) [192.0.2.7]`, `H=rdns (helo) [192.0.2.7]:4242`, `H=rdns [192.0.2.7]` where it greeted with that name */
const CLIENT = / H=([^\s()[\]]{1,255})?\s?(?:\(([^\s()]{1,255})\) )?\[([0-9A-Fa-f.:]{2,45})\]/;

/**
 * `H=(h) [192.0.2.7] F=<x@example.net> rejected RCPT <ann@example.org>: Unknown user`: the own server refused
 * a mail. Null for every other line.
 */
export function readEximRejection(scribe: LogScribe, line: string, number: number): Reading | null {
  if (!line.includes('rejected ')) return null;
  const text = ` ${line}`;
  const found = REJECTED.exec(text);
  if (found === null) return null;
  const reading = scribe.reading(found[1] === undefined ? 'bounce' : 'deferral', number);
  const step = found[2] ?? '';
  reading.stage = step === 'after DATA' ? 'end-of-data' : stageOf(step);
  if ((step === 'RCPT' || step === 'VRFY') && found[3]) reading.recipient = found[3];
  const sender = / F=<([^>\s]*)>/.exec(text.slice(0, found.index + 1));
  reading.sender = sender?.[1] ?? (step === 'MAIL' ? (found[3] ?? null) : null);
  const client = CLIENT.exec(text.slice(0, found.index));
  const ip = ipOf(client?.[3]);
  if (ip !== null) reading.sendingMta = { host: hostOf(client?.[2] ?? client?.[1]), ip };
  reading.diagnostic = oneLine(text.slice(found.index + found[0].length));
  reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
  return reading;
}
