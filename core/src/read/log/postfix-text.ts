import type { Reading } from '../../reading.ts';
import { replyCodeAt, setRemote, stageOf } from './refusal.ts';

/**
 * Reads what Postfix says in the parentheses after `status=`: takes host, address, stage and the other
 * server's words apart (smtp_trouble.c, smtp_connect.c and dsb_*() of Postfix write these texts).
 */
export function readPostfixText(reading: Reading, text: string): void {
  let said = text;
  const suspended = 'delivery temporarily suspended: ';
  if (said.startsWith(suspended)) said = said.slice(suspended.length);
  // host mx.example.org[192.0.2.7] said: 550 5.1.1 No such user (in reply to RCPT TO command)
  if (said.startsWith('host ')) {
    const marks = [']:25 said: ', '] said: ', '] refused to talk to me: '];
    for (const mark of marks) {
      const at = said.indexOf(mark);
      if (at < 0) continue;
      setRemote(reading, said.slice(5, at + 1));
      if (mark.includes('refused')) reading.stage = 'connect';
      setReply(reading, said.slice(at + mark.length));
      return;
    }
  }
  reading.diagnostic = text;
  reading.replyCode = replyCodeAt(text, 0);
  if (said.startsWith('connect to ')) {
    // connect to mx.example.org[192.0.2.7]:25: Connection timed out
    reading.stage = 'connect';
    setRemoteUntil(reading, said, 11);
    return;
  }
  // lost connection with mx.example.org[192.0.2.7] while sending RCPT TO
  // conversation with mx.example.org[192.0.2.7] timed out while receiving the initial server greeting
  for (const start of ['lost connection with ', 'conversation with ']) {
    if (!said.startsWith(start)) continue;
    setRemoteUntil(reading, said, start.length);
    reading.stage = stageDuring(said);
    return;
  }
  const offered = said.indexOf('offered by host ');
  // TLS is required, but was not offered by host mx.example.org[192.0.2.7]
  if (offered >= 0) setRemoteUntil(reading, said, offered + 16);
}

function setReply(reading: Reading, text: string): void {
  let reply = text;
  const command = text.lastIndexOf(' (in reply to ');
  if (command >= 0) {
    reading.stage = stageOf(text.slice(command + 14));
    reply = text.slice(0, command);
  }
  reading.replyCode = replyCodeAt(reply, 0);
  reading.diagnostic = reply === '' ? null : reply;
}

function setRemoteUntil(reading: Reading, text: string, at: number): void {
  const close = text.indexOf(']', at);
  // The relay= field stays in force; these words only fill the gap.
  if (close < 0 || reading.remoteHost !== null || text.indexOf(' ', at) < close) return;
  setRemote(reading, text.slice(at, close + 1));
}

function stageDuring(text: string): Reading['stage'] {
  const at = text.lastIndexOf(' while ');
  if (at < 0) return null;
  const doing = text.slice(at + 7);
  if (doing.includes('initial server greeting')) return 'connect';
  if (doing.includes('HELO') || doing.includes('EHLO') || doing.includes('LHLO')) return 'ehlo';
  return stageOf(doing.replace(/^(?:sending|receiving|performing) (?:the )?/, ''));
}
