import { cleanAddress } from './address.ts';
import { findCodes } from './reply-codes.ts';
import { stageOf, unwrapReply } from './unwrap-reply.ts';

/** The addresses that a reply names, each in the part that the reply itself gives it. */
interface NamedInReply {
  readonly recipient: string | null;
  readonly sender: string | null;
}

/** Who was refused stands at the beginning of a reply; whoever writes pages of text is not looked at any further. */
const MAX_LOOKED_AT = 1_024;
/** RFC 5321 section 4.5.3.1: 64 for the local part, 255 for the domain, and the sign between them. */
const MAX_ADDRESS = 320;

const nobody: NamedInReply = { recipient: null, sender: null };

/** What stood before Postfix's words in a line of its report. */
interface ReportLine {
  readonly recipient: string;
  /** The address that was written to, where an alias led from it to the recipient. */
  readonly originalRecipient: string | null;
  readonly rest: string;
}

/**
 * A line of a Postfix report: the refused address, then what Postfix met as a client. Only these words are
 * taken for Postfix's own; whatever else stands behind `<a@example.net>:` may be the words of any server.
 */
const reportLine =
  /^\s{0,8}<([^<>\s]{3,320})>(?: \(expanded from <?([^<>()\s]{3,320})>?\))?: {0,4}(?=(?:delivery temporarily suspended: )?(?:host [^\s[\]]{1,255}\[[0-9A-Fa-f.:]{2,45}\](?::\d{1,5})? (?:said|refused to talk to me):|connect to [^\s[\]]{1,255}\[|lost connection with |conversation with |Host or domain name not found\b))/;

/** The codes with which a reply begins; Barracuda writes a mark of its own between them. */
const codes = /^(?:[245]\d\d[ -]?)?(?:cuda_nsu )?[ #]{0,2}(?:[245]\.\d{1,3}\.\d{1,3})?[ :-]{0,3}/;

/** `<a@example.net>: …`, `<a@example.net>... …`, `<a@example.net> …`, `[a@example.net]: …`, and all without brackets. */
const addressFirst =
  /^(?:[<[]([^<>[\]\s@]{1,64}@[^<>[\]\s@]{1,255})[>\]](?: ?(?:\.\.\.|:|-|,))?|([^<>\s@()[\]"',:;]{1,64}@[^<>\s@()[\]"',:;]{1,255}?)(?:\.\.\.|:)?) /;

/** `The recipient address <a@example.net> …`, `Invalid recipient <a@example.net>`, `No such user (a@example.net)`, and Yahoo's words. */
const roleFirst =
  /^(?:(?:the )?(?:invalid |unknown )?recipient (?:address )?(?:rejected: )?<|(?:no such (?:user|recipient|mailbox)|delivery error: dd this user doesn['’]t have an? [\w.-]{1,100} account) \()([^<>()\s@]{1,64}@[^<>()\s@]{1,255})[>)]/i;

/** Words that call the address before them the recipient, or that a server says of nobody else. */
const saysRecipient = /^(?:recipient address rejected|relay access denied|relaying denied|addressee unknown)\b/i;

/** Words that call it the sender: Postfix, and Sendmail for a domain without a record. */
const saysSender = /^(?:sender address rejected|domain of sender address)\b/i;

/** Words said of a mailbox. Some servers say them of the sender's, having looked for it; these say so beside. */
const saysMailbox =
  /^(?:requested (?:mail )?action (?:not taken|aborted): )?(?:(?:the |this )?(?:user|recipient|mailbox|account|e?-?mail account|e?-?mail address|address)(?: mailbox)? (?:(?:is|was|temporarily|currently) ){0,2}(?:unknown|unavailable|unallocated|not found|does not exist|doesn['’]t exist|over ?quota|full|disabled|inactive|suspended|rejected|delivery restricted|delivery failure)\b|(?:no such|unknown|invalid) (?:user|recipient|mailbox|account)\b|(?:was |is )?(?:not found|unknown)\b|does not exist\b|doesn['’]t exist\b|over ?quota\b)/i;

/** Signs that a reply is about the sender. */
const aboutSender = /\bsender|\bmail from\b|\breturn[- ]?path\b|\benvelope[- ]?from\b|\bcall(?:out|back)\b|\bverif/i;

/**
 * Takes the refused address off a line of a Postfix report that stands alone.
 *
 * @param line `<a@example.net>: host mx.example.net[192.0.2.1] said: 550 …`
 * @returns the addresses, and what Postfix says of them; null for any other line
 */
export function takeReportLine(line: string): ReportLine | null {
  const head = line.slice(0, 2 * MAX_LOOKED_AT);
  const found = reportLine.exec(head);
  const recipient = addressOf(found?.[1]);
  if (found === null || recipient === null) return null;
  return { recipient, originalRecipient: addressOf(found[2]), rest: line.slice(found[0].length) };
}

/**
 * The recipient or the sender, where the reply itself says which of them its address is. An address in a
 * part that is left open (`<a@example.net>: Access denied`) is neither.
 *
 * @param diagnostic one line, as it came
 */
export function namedInReply(diagnostic: string): NamedInReply {
  if (!diagnostic.slice(0, 2 * MAX_LOOKED_AT).includes('@')) return nobody;
  const { text, stage } = unwrapReply(diagnostic);
  const looked = text.slice(0, MAX_LOOKED_AT);
  const words = looked.slice(codes.exec(looked)?.[0].length ?? 0);
  const beforeRecipient = (stage ?? stageOf(looked)) === 'mail' || isSenderStatus(looked);
  const first = addressFirst.exec(words);
  if (first === null) {
    const recipient = beforeRecipient || aboutSender.test(words) ? null : addressOf(roleFirst.exec(words)?.[1]);
    return recipient === null ? nobody : { ...nobody, recipient };
  }
  const address = addressOf(first[1] ?? first[2]);
  const said = words.slice(first[0].length);
  if (address === null) return nobody;
  if (saysSender.test(said)) return { ...nobody, sender: address };
  if (beforeRecipient) return nobody;
  const isRecipient = saysRecipient.test(said) || (saysMailbox.test(said) && !aboutSender.test(said));
  return isRecipient ? { ...nobody, recipient: address } : nobody;
}

/** RFC 3463 section 3.2: X.1.7 and X.1.8 speak of the sender's address. */
function isSenderStatus(text: string): boolean {
  return /^[45]\.1\.[78]$/.test(findCodes(text).enhancedStatus ?? '');
}

function addressOf(text: string | undefined): string | null {
  return text === undefined || text.length > MAX_ADDRESS ? null : cleanAddress(text);
}
