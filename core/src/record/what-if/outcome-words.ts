import type { DmarcVerdict } from '../dmarc/index.ts';
import type { MailChange, MailFate, MailStanding, WhatIfMail, WhatIfOutcome } from './mail.ts';

/** Identifiers that a sentence gives as reasons: a message can carry hundreds of signatures. */
const MAX_REASONS = 3;
/** Longest label that a sentence repeats. */
const MAX_LABEL = 60;

/** `12 messages ("newsletter") from 192.0.2.7`. */
export function mailWords({ ip, count, label }: WhatIfMail): string {
  const what = count === undefined ? 'Mail' : count === 1 ? '1 message' : `${count} messages`;
  return `${what}${label === undefined ? '' : ` ("${plain(label)}")`} from ${ip}`;
}

function plain(text: string): string {
  const short = text.length > MAX_LABEL ? `${text.slice(0, MAX_LABEL)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

/** What the change does to a mail, as sentences. */
export function outcomeWords(
  { mail, before, after, change, olderChange }: Omit<WhatIfOutcome, 'says'>,
  notes: readonly string[],
): string {
  const older =
    change === olderChange
      ? ''
      : ` Receivers that still follow RFC 7489 see it otherwise: ${mail.count === 1 || mail.count === undefined ? 'it' : 'they'} ${olderWords[olderChange]}.`;
  return `${changeWords(mail, before, after, change)}${spfWords(before, after, change)}${older}${notes.map((note) => ` ${note}`).join('')}`;
}

const olderWords: Readonly<Record<MailChange, string>> = {
  gained: 'would start to pass there',
  lost: 'would stop passing there',
  stricter: 'would be treated more strictly there',
  milder: 'would be treated more mildly there',
  same: 'would fare there as today',
  unclear: 'cannot be told about there',
};

function changeWords(mail: WhatIfMail, before: MailStanding, after: MailStanding, change: MailChange): string {
  const who = mailWords(mail);
  const of = after.dmarc.fromDomain;
  // without a DMARC record nothing passes or fails it, though SPF or DKIM may vouch for the domain
  const applies = after.dmarc.rfc9989.result !== 'none' || before.dmarc.rfc9989.result !== 'none';
  const then = `${reasons(after.dmarc.rfc9989)} ${asksFor(after)}`;
  switch (change) {
    case 'gained':
      return `${who} would start to ${applies ? 'pass DMARC' : 'be authenticated'} for ${of}. ${passing(after.dmarc.rfc9989)} Today: ${reasons(before.dmarc.rfc9989)}`;
    case 'lost':
      return `${who} would stop ${applies ? 'passing DMARC' : 'being authenticated'} for ${of}. ${then}`;
    case 'stricter':
      return `${who} would be treated more strictly. Such mail fails DMARC for ${of} today as well, where ${lowerFirst(asksFor(before))} With the change: ${then}`;
    case 'milder':
      return `${who} would be treated more mildly, and fail DMARC for ${of} as today. ${then}`;
    case 'same':
      if (after.rfc9989.passes === true)
        return `${who} would ${applies ? 'pass DMARC' : 'be authenticated'} for ${of} as today. ${passing(after.dmarc.rfc9989)}`;
      return applies
        ? `${who} would fail DMARC for ${of} as today. ${then}`
        : `${who} would be no more authenticated for ${of} than today. ${then}`;
    default:
      return `What becomes of ${lowerFirst(who)} could not be determined. ${unclear(before, after)}`;
  }
}

/** Of SPF what the words on DMARC do not tell. */
function spfWords({ spf: before }: MailStanding, { spf: after }: MailStanding, change: MailChange): string {
  if (before === null || after === null) return '';
  if (before.verdict !== after.verdict)
    return ` SPF would go from ${before.verdict} to ${after.verdict}. ${after.says}`;
  return change === 'same' && after.verdict !== 'pass' ? ` SPF stays at ${after.verdict}: ${after.says}` : '';
}

function passing({ identifiers }: DmarcVerdict): string {
  return identifiers.find(({ result, aligned }) => result === 'pass' && aligned === true)?.says ?? '';
}

function reasons({ identifiers }: DmarcVerdict): string {
  if (identifiers.length === 0) return 'It has neither an SPF result nor a DKIM signature.';
  const said = identifiers.slice(0, MAX_REASONS).map(({ says }) => says);
  const more = identifiers.length - said.length;
  return [...said, ...(more > 0 ? [`So it is with ${more} more.`] : [])].join(' ');
}

function asksFor({ rfc9989: { asked, percent }, dmarc }: MailStanding): string {
  const share = percent < 100 ? ` for ${percent} of 100 such messages` : '';
  if (dmarc.rfc9989.result === 'none') return 'No DMARC policy applies, so that receivers are asked for nothing.';
  switch (asked) {
    case 'reject':
      return `Receivers are asked to refuse it${share}.`;
    case 'quarantine':
      return `Receivers are asked to put it into the spam folder${share}.`;
    case 'none':
      return 'Receivers are asked to deliver it as without DMARC.';
    default:
      return 'What receivers are asked for could not be determined.';
  }
}

function unclear(before: MailStanding, after: MailStanding): string {
  const isOpen = ({ passes, asked }: MailFate) => passes === null || asked === null;
  const standing = isOpen(after.rfc9989) ? after : before;
  const { says } = standing.dmarc.rfc9989;
  return standing === before ? `Today already: ${says}` : says;
}

/** `Mail` and `Receivers` within a sentence; `12 messages` stays. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
