import { quoted } from '../quoted.ts';
import { parseDomainSpec, reportMacro } from './domain-spec.ts';
import { parseMacroString } from './macro-string.ts';
import { readableOctets } from './octets.ts';
import { parseMechanism } from './parse-mechanism.ts';
import type { SpfModifier, SpfTerm } from './record.ts';
import type { Report } from './report.ts';

/** What makes a term a modifier: the equals sign comes right after a name, before any colon or slash. */
const modifierStart = /^([A-Za-z][A-Za-z0-9_.-]*)=/;
const anyAlien = /[^\x21-\x7e]/;
const beyondAscii = /[^\x21-\x7e]+/g;

/** Signs that word processors and web pages put in the place of others, as characters and as the octets of UTF-8. */
const signs: readonly (readonly [sign: RegExp, name: string])[] = [
  [/[\u2010-\u2015\u2212]|\xe2\x80[\x90-\x95]|\xe2\x88\x92/, 'a typographic dash'],
  [/[\u2018-\u201f\xab\xbb]|\xe2\x80[\x98-\x9f]|\xc2[\xab\xbb]/, 'a typographic quotation mark'],
  [/[\u200b-\u200f\u2060\ufeff]|\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xef\xbb\xbf/, 'a character that cannot be seen'],
  [
    /[\xa0\u2000-\u200a\u202f\u3000]|\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe3\x80\x80/,
    'a blank that is not the common one',
  ],
  [/\t/, 'a tab'],
  [/[\r\n]/, 'a line break'],
  [/\0/, 'a null character'],
];

/**
 * Reads one term (RFC 7208 section 4.6.1).
 *
 * @param start where the term stands in the record
 * @returns null where it breaks the grammar: what and where is reported
 */
export function parseTerm(text: string, start: number, report: Report): SpfTerm | null {
  if (anyAlien.test(text)) {
    const alien = [...text.matchAll(beyondAscii)].slice(0, MAX_ALIEN);
    for (const match of alien) reportAlien(match[0], start + match.index, text, report);
    return null;
  }
  const name = text.includes('=') ? modifierStart.exec(text)?.[1] : undefined;
  return name === undefined ? parseMechanism(text, start, report) : parseModifier(text, name, start, report);
}

/** A record of nothing but such characters gets no finding for each. */
const MAX_ALIEN = 4;

function reportAlien(alien: string, at: number, term: string, report: Report): void {
  const name = signs.find(([sign]) => sign.test(alien))?.[1] ?? quoted(readableOctets(alien));
  const says = `${quoted(readableOctets(term))} has ${name} in it, and a term may hold visible ASCII characters alone.`;
  const blank = /blank|tab|break/.test(name);
  const fix = blank ? 'Put a common blank between two terms.' : 'Type the term anew in plain text.';
  report(blank ? 'not-a-blank' : 'not-ascii', [at, at + alien.length], says, fix, 'RFC 7208 section 4.6.1');
}

function parseModifier(text: string, written: string, start: number, report: Report): SpfModifier | null {
  const name = written.toLowerCase();
  const at = written.length + 1;
  const place = { kind: 'modifier', text, span: [start, start + text.length], name } as const;
  if (name === 'redirect' || name === 'exp') {
    const value = parseDomainSpec(text.slice(at), start + at, text, report);
    return value && { ...place, value };
  }
  // what a future modifier allows in its macros is open: the grammar of unknown ones has all letters
  const { value, faults } = parseMacroString(text.slice(at), start + at, true);
  for (const fault of faults)
    reportMacro(fault, text.slice(fault.span[0] - start, fault.span[1] - start), text, report);
  return faults.length === 0 ? { ...place, value } : null;
}
