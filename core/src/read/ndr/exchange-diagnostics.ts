import type { Kind } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { plain } from '../plain.ts';
import { isIpAddress } from '../unwrap-reply.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure } from './dialect.ts';
import {
  delayedHeadings,
  delayedSubjects,
  deliveredHeadings,
  deliveredSubjects,
  diagnosticHeadings,
  failedHeadings,
  hasPhrase,
} from './exchange-phrases.ts';

/** Lines that end the block for administrators, where {@link Letter} did not: the headers of the message follow. */
const blockEnd = /^(?:_{10,}|-{3,}.{0,60}-{3,}|Received: |Reporting-MTA: )/;

/** Reports that are read of one text; somebody who pastes more keeps them in a file. */
const MAX_SECTIONS = 50;

/** Whether a report has the block for administrators that Exchange has written since 2007. */
export function hasDiagnosticBlock(letter: Letter): boolean {
  return hasPhrase(letter.plainText, diagnosticHeadings);
}

/** The server that wrote the report: first line of the block, `Generating server: mx.example.net`; in any language. */
export function generatingServer(letter: Letter): string | null {
  return serverIn(sections(letter)[0] ?? []);
}

function serverIn(lines: readonly string[]): string | null {
  const host = /^[^\s:：][^:：@]{1,40} ?[:：]\s{0,8}([\w.-]{2,255})$/.exec(
    lines.find((line) => line.trim() !== '')?.trim() ?? '',
  )?.[1];
  return host ?? null;
}

/** What begins a report: where two were pasted into one text, the block of the first ends there. */
const reportHeadings = [...failedHeadings, ...delayedHeadings, ...deliveredHeadings];

/** The lines behind each heading for administrators; one report has one. */
function sections(letter: Letter): string[][] {
  const present = diagnosticHeadings.filter((phrase) => letter.plainText.includes(phrase));
  if (present.length === 0) return [];
  const found: string[][] = [];
  let open: string[] | null = null;
  for (const line of linesOf(letter.text)) {
    const words = line.length < 200 ? plain(line) : '';
    if (words !== '' && hasPhrase(words, present)) {
      if (found.length >= MAX_SECTIONS) break;
      open = [];
      found.push(open);
    } else if (blockEnd.test(line) || (words !== '' && hasPhrase(words, reportHeadings))) open = null;
    else open?.push(line);
  }
  return found;
}

/**
 * Reads the block for administrators, for each recipient
 *
 *     a@example.net                                   a@example.net
 *     mx.example.net #550 5.1.1 User unknown ##       mx.example.net
 *                                                     Remote Server returned '550 5.1.1 User unknown'
 */
export function readDiagnosticBlock(letter: Letter): Failure[] {
  const kind = exchangeKind(letter);
  return sections(letter).flatMap((lines) => {
    const reportingMta = serverIn(lines);
    return blocksOf(lines, headOf).map((one) => ({
      ...failureOf(one),
      reportingMta,
      ...(kind === null ? {} : { kind }),
    }));
  });
}

/** An address alone on its line, as Exchange and the mail programs that quote it write it. */
function headOf(line: string): BlockHead | null {
  const found =
    /^\s*<?([^\s<>@:]{1,256}@[^\s<>()[\]:;,]{1,255})>?\s*(?:<mailto:[^<>]{1,512}>|\(mailto:[^()]{1,512}\))?\s*$/.exec(
      line,
    );
  const recipient = cleanAddress(found?.[1] ?? '');
  return recipient === null ? null : { recipient, rest: '' };
}

function failureOf({ recipient, lines }: Block): Failure {
  const words = joinReply(lines) ?? '';
  return { recipient, ...returned(words) };
}

/** Takes the server's reply and name out of the words that Exchange puts around them. */
export function returned(words: string): Omit<Failure, 'recipient'> {
  // 5/7/2025 3:29:59 PM - Server at mx.example.net (192.0.2.1) returned '450 4.4.316 Connection refused'
  const at = /(?:Remote )?Server at ([\w.:-]{1,255}) \(([0-9A-Fa-f.:]{2,45})\) returned ['"‘“]/i.exec(words);
  if (at !== null)
    return {
      diagnostic: quoted(words.slice(at.index + at[0].length)),
      remoteHost: hostOf(at[1]),
      remoteIp: at[2] ?? null,
    };
  // mx.example.net Remote Server returned '550 5.1.1 User unknown'; the words before the quote may be translated
  const plainReturn =
    /^(?:([\w-][\w.-]{0,253}\.[\w-]{2,63})\s)?(?:.{0,80}? )?(?=['‘"“«<]\s?(?:[<#]|[245]\d\d[ -]|[245]\.\d))['‘"“«]?\s?/.exec(
      words,
    );
  // mx.example.net #550 5.1.1 User unknown ##   and   #< #5.1.1 smtp;550 5.1.1 User unknown> #SMTP#
  const hash = /^(?:([\w-][\w.-]{0,253})\s)?#(.*?)\s?#+(?:SMTP#|rfc822;\S*)?$/i.exec(words);
  if (hash !== null) return inner(hash[2] ?? '', hostOf(hash[1]));
  if (plainReturn !== null && plainReturn[0].length > 0)
    return inner(quoted(words.slice(plainReturn[0].length)) ?? '', hostOf(plainReturn[1]));
  return { diagnostic: words === '' ? null : words };
}

/** `<mx.example.net #5.1.1 smtp;550 5.1.1 User unknown>`, the form of the older servers inside the newer ones' */
function inner(words: string, host: string | null): Omit<Failure, 'recipient'> {
  const old = /^<\s?([\w.-]{0,255})\s?#(?:([245]\.\d{1,3}\.\d{1,3}) )?(?:smtp; ?)?(.*?)>?$/i.exec(words);
  if (old === null) return { diagnostic: words === '' ? null : words, remoteHost: host };
  return {
    diagnostic: old[3] || words,
    remoteHost: host ?? hostOf(old[1]),
    ...(old[2] === undefined || /^\d{3}[ -][245]\.\d/.test(old[3] ?? '') ? {} : { enhancedStatus: old[2] }),
  };
}

/** What stands before the closing quote; a reply may hold quotes of its own, so the last that ends it counts. */
function quoted(words: string): string | null {
  const next = words.search(/['"’”] (?=\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4} )/);
  const end =
    next >= 0
      ? next
      : Math.max(
          ...[`'`, '"', '’', '”', '»'].map((sign) =>
            words.trimEnd().endsWith(sign) ? words.trimEnd().length - 1 : -1,
          ),
        );
  const told = (end < 0 ? words : words.slice(0, end)).trim();
  return told === '' ? null : told;
}

function hostOf(name: string | undefined): string | null {
  return name === undefined || name === '' || !name.includes('.') || isIpAddress(name) ? null : name.toLowerCase();
}

/** What the report as a whole says; null where it is a failure like most. */
export function exchangeKind(letter: Letter): Kind | null {
  const subject = plain(letter.subject);
  const head = letter.plainText.slice(0, 2_048);
  if (delayedSubjects.some((word) => subject.startsWith(word)) || hasPhrase(head, delayedHeadings)) return 'deferral';
  return deliveredSubjects.some((word) => subject.startsWith(word)) || hasPhrase(head, deliveredHeadings)
    ? 'delivery'
    : null;
}
