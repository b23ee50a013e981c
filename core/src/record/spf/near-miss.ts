import type { RecordFinding } from '../finding.ts';
import { legible, quoted } from '../quoted.ts';
import type { Span } from '../span.ts';

/** How far into a text its version is looked for. */
const MAX_LEAD = 200;

interface Slip {
  readonly code: string;
  /** Its first group is what stands before the version, its second the version as it was written. */
  readonly sign: RegExp;
  says(wrong: string, text: string): string;
  readonly fix: string;
  /** Whether what follows is the record that was meant. */
  readonly meansSpf1: boolean;
}

/** The ways in which a record misses its beginning, the particular before the general. */
const slips: readonly Slip[] = [
  {
    code: 'sender-id',
    sign: /^()(spf2\.0\/[a-z,]+)/i,
    says: (wrong) => `"${wrong}" begins a record of Sender ID, which nobody evaluates any more. It is no SPF record.`,
    fix: 'Remove it; SPF has a record of its own that begins with v=spf1.',
    meansSpf1: false,
  },
  {
    code: 'quotes-inside',
    sign: /^(\s*(?:\\?["'\u2018-\u201f\xab`]|\xe2\x80[\x98-\x9f]|\xc2\xab)+\s*)(v=spf1)/i,
    says: (wrong) =>
      `The record itself begins with a quotation mark (${wrong}), so nobody recognises it: quotes belong to zone files, not to the value.`,
    fix: 'Enter the value without quotation marks.',
    meansSpf1: true,
  },
  {
    code: 'leading-characters',
    sign: /^((?:[\s\xa0\u200b-\u200f\u2060\ufeff]|\xef\xbb\xbf|\xe2\x80[\x8b-\x8f]|\xc2\xa0)+)(v=spf1)/i,
    says: () => 'The record begins with a blank or an invisible character before "v=spf1", so nobody recognises it.',
    fix: 'Remove what stands before v=spf1.',
    meansSpf1: true,
  },
  {
    code: 'no-blank-after-version',
    sign: /^()(v=spf1)(?=[^ \d.])/i,
    says: (_, text) =>
      `"v=spf1" is followed by ${quoted(text.slice(6, 7))} and not by a blank, so nobody recognises the record.`,
    fix: 'Write v=spf1, one blank, and then the terms.',
    meansSpf1: true,
  },
  {
    code: 'blanks-in-version',
    sign: /^(\s*)(v\s*=\s*spf\s*1)(?![\d.])/i,
    says: (wrong) => `"${wrong}" is not "v=spf1" and a blank, so nobody recognises the record.`,
    fix: 'Write v=spf1, one blank, and then the terms.',
    meansSpf1: true,
  },
  {
    code: 'wrong-version',
    sign: /^(\s*)(v=spf1?[\d.]*(?=\s|$)|v=spfl(?=\s|$)|v=sfp1|v=psf1|v=spf-1|v:spf1|version=spf1|spf1(?=[ :=])|v=spf\w*)/i,
    says: (wrong) => `"${wrong}" is no version that SPF has, so nobody recognises the record.`,
    fix: 'Begin the record with v=spf1 and a blank.',
    meansSpf1: true,
  },
  {
    code: 'leading-characters',
    sign: /^(.{1,200}?[\s"'=:])(v=spf1)(?=[\s"']|$)/is,
    says: (wrong) => `"v=spf1" does not stand at the beginning: before it is "${wrong}". Nobody recognises the record.`,
    fix: 'Remove what stands before v=spf1.',
    meansSpf1: true,
  },
];

/** Records of other kinds that speak of SPF in their text. */
const otherRecords = /^\s*v=(?!spf|sfp|psf)[a-z0-9]+|^[a-z0-9-]+-verification=/i;

/** What a TXT record that is no SPF record misses to be one; null where it seems to be something else. */
export function nearMissOf(text: string): { readonly finding: RecordFinding; readonly meant: string | null } | null {
  if (otherRecords.test(text)) return null;
  const head = text.slice(0, MAX_LEAD + 20);
  for (const slip of slips) {
    const match = slip.sign.exec(head);
    if (match === null) continue;
    const [, before = '', version = ''] = match;
    const wrong = before.trim() === '' || slip.code === 'wrong-version' ? version : before.trim();
    const span: Span = [0, before.length + version.length];
    const finding: RecordFinding = {
      code: slip.code,
      severity: slip.meansSpf1 ? 'critical' : 'info',
      span,
      says: slip.says(legible(wrong), text),
      fix: slip.fix,
      source: 'RFC 7208 section 4.5',
    };
    return { finding, meant: slip.meansSpf1 ? meantRecord(text.slice(before.length + version.length)) : null };
  }
  return null;
}

function meantRecord(rest: string): string {
  const terms = rest
    .replace(/\\?["\u2018-\u201f\xab\xbb`]|\xe2\x80[\x98-\x9f]|\xc2[\xab\xbb]/g, ' ')
    .replace(/^[\s;:,]+/, '')
    .trim()
    .replace(/\s+/g, ' ');
  return terms === '' ? 'v=spf1' : `v=spf1 ${terms}`;
}
