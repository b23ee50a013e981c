import { type BounceEvent, decode, decodeReply } from '@whybounce/core';
import type { Proof } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import * as generated from '../../knowledge/src/generated/index.ts';

// One reply in the clothes that reporting servers, logs and people put on it: the answer stays the same.

interface Line {
  readonly system: string;
  readonly line: string;
}

const systems = Object.values(generated).find((value) => Array.isArray(value)) as readonly {
  slug: string;
  system: { entries: readonly { matches: readonly Proof[] }[] };
}[];

/** Proofs taken of one system: evenly over its entries. */
const MOST = 12;

/** Proofs of all knowledge files that begin with a reply code, so that they can be folded. */
const lines: readonly Line[] = systems.flatMap(({ slug, system }) => {
  const all = system.entries
    .flatMap(({ matches }) => matches.map((proof) => (typeof proof === 'string' ? proof : proof.line)))
    .filter((line) => /^[45]\d\d [^\n]{12,}$/.test(line));
  const step = Math.ceil(all.length / MOST);
  return all.filter((_, i) => i % step === 0).map((line) => ({ system: slug, line }));
});

/** Breaks a text at spaces, so that no line is wider. */
function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = `${last} ${word}`;
  }
  return rows;
}

/** `550-5.1.1 one`, `550 5.1.1 two` (RFC 5321 section 4.2.1, RFC 2034). */
function fold(line: string, lineEnd: string, withStatus: boolean): string {
  const [, code = '', status = '', words = ''] = /^(\d{3}) ((?:[245]\.\d{1,3}\.\d{1,3} )?)(.*)$/.exec(line) ?? [];
  const rows = wrap(words, 40);
  return rows
    .map((row, i) => `${code}${i === rows.length - 1 ? ' ' : '-'}${i === 0 || withStatus ? status : ''}${row}`)
    .join(lineEnd);
}

/** Said by another server than the one that counts, so that the words alone decide: its name belongs to nobody. */
const RELAY = 'mx1.relay.example';

const variants: Readonly<Record<string, (line: string) => string>> = {
  'with a line end': (line) => `${line}\r\n`,
  'with blanks around': (line) => `  ${line} \n`,
  'smtp;': (line) => `smtp;${line}`,
  'smtp; ': (line) => `smtp; ${line}`,
  'Diagnostic-Code:': (line) => `Diagnostic-Code: smtp; ${line}`,
  'x-postfix;': (line) => `x-postfix; ${line}`,
  'said:': (line) => `host ${RELAY}[203.0.113.9] said: ${line}`,
  'said: and RCPT': (line) => `host ${RELAY}[203.0.113.9] said: ${line} (in reply to RCPT TO command)`,
  'said: and DATA': (line) => `host ${RELAY}[203.0.113.9] said: ${line} (in reply to end of DATA command)`,
  'Remote server returned': (line) => `Remote server returned '${line}'`,
  'Remote Server returned <>': (line) =>
    `Remote Server returned '<${RELAY} #${/^\d{3} ([245]\.\d{1,3}\.\d{1,3} )/.exec(line)?.[1] ?? ''}smtp;${line}>'`,
  'Remote host said:': (line) => `203.0.113.9 does not like recipient. Remote host said: ${line}`,
  exim: (line) =>
    `SMTP error from remote mail server after RCPT TO:<ada@date.example>: host ${RELAY} [203.0.113.9]: ${line}`,
  'double quotes': (line) => `"${line}"`,
  'single quotes': (line) => `'${line}'`,
  'angle brackets': (line) => `<${line}>`,
  folded: (line) => fold(line, '\n', true),
  'folded with CRLF': (line) => fold(line, '\r\n', true),
  'folded without status': (line) => fold(line, '\n', false),
  'folded and quoted': (line) => fold(line, '\n', true).replaceAll(/^/gm, '> '),
  'folded and quoted twice': (line) => fold(line, '\n', true).replaceAll(/^/gm, '> > '),
  quoted: (line) => `> ${line}`,
  'wrapped at 60': (line) => wrap(line, 60).join('\n'),
  'wrapped at 60 with CRLF': (line) => wrap(line, 60).join('\r\n'),
  'wrapped at 60 and quoted': (line) =>
    wrap(line, 60)
      .map((row) => `> ${row}`)
      .join('\n'),
  'wrapped and indented': (line) => wrap(line, 60).join('\n    '),
};

const told = (event: BounceEvent | undefined): string =>
  `${event?.diagnosis?.rule} ${event?.replyCode} ${event?.enhancedStatus}`;

/** What a variant may not change. A status that only the wrapping names is told beside the reply's own. */
const read = (text: string): string => {
  const events = decode(text);
  return events.length === 1 ? told(events[0]) : `${events.length} events`;
};

test('there are lines of many systems', () => {
  expect(lines.length).toBeGreaterThan(60);
  expect(new Set(lines.map(({ system }) => system)).size).toBeGreaterThan(30);
});

/** Deviations by name with their reason. */
const deviations: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['wrapped at 60', 'wrapped at 60 with CRLF', 'wrapped at 60 and quoted', 'wrapped and indented'].map((name) => [
    name,
    // Wrapped right before its second code, it cannot be told from two replies, one a line.
    ['550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 refused for 192.0.2.9'],
  ]),
);

describe.each(Object.entries(variants))('%s', (name, change) => {
  test('every proof of every system', () => {
    const changed = lines.flatMap(({ system, line }) => {
      const plain = read(line);
      const other = read(change(line));
      if (plain === other || deviations[name]?.includes(line)) return [];
      return [{ system, line, plain, other }];
    });
    expect({ count: changed.length, first: changed.slice(0, 6) }).toEqual({ count: 0, first: [] });
  });
});

test('the light way in reads as the other does', () => {
  const folded = variants['folded'] as (line: string) => string;
  const different = lines.filter(
    ({ line }) => told(decodeReply(folded(line))) !== read(line) || told(decodeReply(line)) !== read(line),
  );
  expect(different).toEqual([]);
});

test('what the wrapping tells is kept', () => {
  const [event] = decode(`host ${RELAY}[203.0.113.9] said: 550 5.1.1 unknown user (in reply to RCPT TO command)`);
  expect(event).toMatchObject({
    remoteMta: { host: RELAY, ip: '203.0.113.9' },
    stage: 'rcpt',
    diagnostic: '550 5.1.1 unknown user',
  });
});
