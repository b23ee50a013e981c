import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { MAX_RECORD } from './limits.ts';
import { isTorn, mendTerm } from './mend.ts';
import { parseTerm } from './parse-term.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import { remarks } from './remarks.ts';
import { byPlace, type Report } from './report.ts';

/** How a record begins; the version ends at a blank or at the end of the record (RFC 7208 section 4.5). */
export const versionStart = /^v=spf1(?= |$)/i;

/** Findings of a record of each sort: thirty thousand broken terms would make megabytes of sentences. */
const MAX_FINDINGS = 100;
/** Broken terms of a record for which is looked for what they mean. */
const MAX_MENDED = 100;

/**
 * Reads an SPF record. Never throws and never stops at a mistake: a term that breaks the grammar is kept with what
 * it will have meant, and told with its place.
 *
 * @param text the record's character-strings joined without anything between them (RFC 7208 section 3.3)
 */
export function parseSpf(text: string): SpfRecord {
  const findings: RecordFinding[] = [];
  const report: Report = (code, span, says, fix, source) => {
    if (findings.length < MAX_FINDINGS) findings.push({ code, severity: 'critical', span, says, fix, source });
  };
  const read = text.length > MAX_RECORD ? text.slice(0, MAX_RECORD) : text;
  if (read.length < text.length) {
    const says = `The record has ${text.length} octets, and only ${MAX_RECORD} fit into one TXT record.`;
    const fix = 'Move parts of it into records of their own, and include them.';
    report('too-long', [MAX_RECORD, text.length], says, fix, 'RFC 1035 section 3.3.14');
  }
  const start = versionStart.test(read) ? 'v=spf1'.length : 0;
  if (start === 0) {
    const says = `The record begins with ${quoted(read.slice(0, 12))} and not with "v=spf1" and a blank, so it is no SPF record.`;
    report(
      'no-version',
      [0, Math.min(read.length, 12)],
      says,
      'Begin it with v=spf1 and a blank.',
      'RFC 7208 section 4.5',
    );
  }
  const terms = termsOf(read, start, report);
  const valid = findings.length === 0;
  return { text, terms, valid, findings: [...findings, ...remarks(terms).slice(0, MAX_FINDINGS)].sort(byPlace) };
}

/** Longest first half of a term that a blank tore in two: a name of a mechanism with its colon. */
const MAX_TORN = 20;
/** Longest second half. */
const MAX_VALUE = 300;

function endOfWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank === -1 ? text.length : blank;
}

/** Where a broken term ends if the next word belongs to it. */
function endOfTorn(text: string, word: string, end: number): number {
  let next = end;
  while (text.charAt(next) === ' ') next += 1;
  const nextEnd = endOfWord(text, next);
  return nextEnd - next <= MAX_VALUE && isTorn(word, text.slice(next, nextEnd)) ? nextEnd : end;
}

function termsOf(text: string, start: number, report: Report): SpfTerm[] {
  const terms: SpfTerm[] = [];
  const once = new Set<string>();
  let mended = 0;
  let at = start;
  while (at < text.length) {
    // blanks alone part terms: a tab or a line break is a character of its term (RFC 7208 section 4.6.1)
    if (text.charAt(at) === ' ') {
      at += 1;
      continue;
    }
    const wordEnd = endOfWord(text, at);
    const word = text.slice(at, wordEnd);
    const read = parseTerm(word, at, report);
    // a blank after the colon makes two broken terms of one: apart, neither says who was meant
    const end = read === null && word.length <= MAX_TORN ? endOfTorn(text, word, wordEnd) : wordEnd;
    const term = text.slice(at, end);
    if (read !== null) terms.push(read);
    else {
      mended += 1;
      terms.push({ kind: 'broken', text: term, span: [at, end], meant: mended > MAX_MENDED ? null : mendTerm(term) });
    }
    if (read?.kind === 'modifier' && (read.name === 'redirect' || read.name === 'exp')) {
      if (once.has(read.name)) {
        const says = `${quoted(term)} is the second ${read.name}= of the record, which may have one.`;
        report(`duplicate-${read.name}`, read.span, says, 'Keep one of them.', 'RFC 7208 section 6');
      }
      once.add(read.name);
    }
    at = end;
  }
  return terms;
}
