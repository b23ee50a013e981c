import type { Kind } from '../../reading.ts';
import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { type Exchange, readTranscript, recipientOf, refusalOf } from './transcript.ts';
import { isNotedAt, noteFor, noteIn } from './transcript-note.ts';

/** Sendmail 8 (sendmail/savemail.c): addresses with a reason each, then the transcript of the session. */
export const sendmail: NdrDialect = {
  dialect: 'sendmail',
  signs: ['mail delivery subsystem', 'the original message was received at ', 'the following addresses ha'],
  recognises,
  read,
};

const transcriptHead = /^\s*-{3,} Transcript of session follows -{3,}\s*$/;
const listHead = /^\s*-{3,} The following addresses (?:had|have) (.{1,60}?) -{3,}\s*$/;

function recognises(letter: Letter): boolean {
  const { text } = letter;
  const isList = text.includes('----- The following addresses ha');
  const isReceived = text.includes('The original message was received at ');
  if (text.includes('----- Transcript of session follows -----')) return isList || isReceived;
  if (!letter.from.includes('mail delivery subsystem')) return false;
  // The address list alone, or a DSN whose words somebody replaced.
  return isList && isReceived
    ? text.includes('fatal errors') || text.includes('delivery problems')
    : isSendmailDsn(letter);
}

/** `Auto-Submitted: auto-generated (failure)` with its comment, and a queue id such as `r9G5FZh9018575` in the boundary. */
function isSendmailDsn(letter: Letter): boolean {
  return (
    letter.mail.contentType.reportType === 'delivery-status' &&
    /^auto-generated \((?:failure|warning-timeout|postmaster-notification|return-receipt)\)/.test(
      letter.headers.get('auto-submitted') ?? '',
    ) &&
    /^[A-Za-z0-9]{10,20}\.\d{8,12}\//.test(letter.mail.contentType.boundary ?? '')
  );
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const at = lines.findIndex((line) => transcriptHead.test(line));
  const exchanges = at < 0 ? [] : readTranscript(untilStatus(lines.slice(at + 1)));
  const failures: Failure[] = [];
  for (const { words, blocks } of lists(at < 0 ? lines : lines.slice(0, at))) {
    const kind = kindOf(words, letter);
    for (const block of blocks) failures.push({ ...failureOf(block, exchanges), ...(kind === null ? {} : { kind }) });
  }
  // A warning has no list: its addresses stand in the transcript only.
  return failures.length > 0 ? failures : fromNotes(exchanges, letter);
}

/** Older ones, and filters that took the MIME apart, put the status part right behind the transcript. */
function untilStatus(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => /^(?:--[A-Za-z0-9]|Content-Type:|Reporting-MTA:|\s*-{5} )/i.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

interface List {
  readonly words: string;
  readonly blocks: Block[];
}

function lists(lines: readonly string[]): List[] {
  const found: { words: string; lines: string[] }[] = [];
  for (const line of lines) {
    const head = listHead.exec(line);
    if (head !== null) found.push({ words: head[1] ?? '', lines: [] });
    else if (/^\s*-{5} /.test(line)) break;
    else found[found.length - 1]?.lines.push(line);
  }
  return found.map(({ words, lines: own }) => ({ words, blocks: blocksOf(own, headOf) }));
}

/** `<a@example.net>`, `a@example.net`, `<a@example.net>  (unrecoverable error)`, `"|exec /bin/filter"`, `/var/spool/x` */
function headOf(line: string): BlockHead | null {
  if (line === '' || /^\s/.test(line)) return null;
  const found = /^<?([^<>\s]{1,512})>?\s*(?:\((.*)\))?$/.exec(line);
  if (found === null) return /^["|/]/.test(line) ? { recipient: null, rest: '' } : null;
  const note = found[2] ?? '';
  return {
    recipient: cleanAddress(found[1] ?? ''),
    rest: /^(?:un)?recoverable error$|^transient failure$/.test(note) ? '' : note,
  };
}

function failureOf({ recipient, lines }: Block, exchanges: readonly Exchange[]): Failure {
  const whole = lines.map((line) => line.trim());
  const expanded = whole
    .map((line) => /^\(expanded from: <?([^<>]{1,512}?)>?\)$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  const reason = whole.map((line) => /^\(reason: (.*)\)$/.exec(line)?.[1]).find((words) => words !== undefined) ?? null;
  const original = expanded === undefined ? null : cleanAddress(expanded);
  return {
    ...(bestOf(exchanges, recipient ?? original, reason) ?? { diagnostic: reason ?? noteFor(exchanges, recipient) }),
    recipient: recipient ?? original,
    originalRecipient: recipient === null ? null : original,
  };
}

/**
 * The exchange in which this recipient was refused: the one that says the reason (in full: the reason is only
 * the first line of a folded reply), or that answered its RCPT. The transcript also holds what other servers
 * said, and answers such as `503 Need RCPT` that only follow from the refusal.
 */
function bestOf(exchanges: readonly Exchange[], recipient: string | null, reason: string | null): Failure | null {
  const lower = recipient?.toLowerCase();
  const found =
    (reason === null ? undefined : exchanges.find(({ lines }) => isSame(lines[0], reason))) ??
    (lower === undefined
      ? undefined
      : exchanges.find(
          (one) =>
            one.command.toLowerCase().includes(lower) &&
            recipientOf(one)?.toLowerCase() === lower &&
            /^[45]/.test(one.lines[0] ?? ''),
        )) ??
    (reason === null ? exchanges.find((one) => isNotedAt(one, lower)) : undefined);
  return found === undefined ? null : refusalOf(found, recipient);
}

/** Sendmail takes the middle out of a long reason: `550 5.7.606 Access denied, banned se...AS16012609)`. */
function isSame(line: string | undefined, reason: string): boolean {
  if (line === undefined || line === reason) return line === reason;
  const gap = reason.indexOf('...', 24);
  return gap > 0 && line.startsWith(reason.slice(0, gap)) && line.endsWith(reason.slice(gap + 3));
}

function fromNotes(exchanges: readonly Exchange[], letter: Letter): Failure[] {
  const kind = kindOf('', letter);
  const failures = new Map<string, Failure>();
  for (const { notes } of exchanges) {
    for (const line of notes) {
      const recipient = cleanAddress(noteIn(line)?.[3] ?? '');
      if (recipient === null || failures.has(recipient)) continue;
      const refused = bestOf(exchanges, recipient, null);
      const words = refused?.diagnostic ?? null;
      // `<<< 421` alone says less than `a@example.net... Deferred: 421`
      const diagnostic = words !== null && words.length > 4 ? words : joinReply([line]);
      failures.set(recipient, { ...refused, recipient, diagnostic, ...(kind === null ? {} : { kind }) });
    }
  }
  if (failures.size > 0) return [...failures.values()];
  const diagnostic = noteFor(exchanges, null);
  const recipient = addressesIn(letter.returned?.get('to') ?? '', 1)[0] ?? null;
  return diagnostic === null ? [] : [{ recipient, diagnostic, ...(kind === null ? {} : { kind }) }];
}

function kindOf(words: string, letter: Letter): Kind | null {
  if (words.startsWith('successful delivery')) return 'delivery';
  if (words.startsWith('transient non-fatal')) return 'deferral';
  if (words.startsWith('permanent')) return 'bounce';
  const isWarning =
    letter.text.includes('THIS IS A WARNING MESSAGE ONLY') ||
    letter.subject.startsWith('warning: could not send message');
  return isWarning ? 'deferral' : null;
}
