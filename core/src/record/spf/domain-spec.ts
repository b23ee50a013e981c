import { parseIp } from '../ip/index.ts';
import { quoted } from '../quoted.ts';
import { type MacroFault, type MacroString, parseMacroString } from './macro-string.ts';
import type { Report } from './report.ts';

const label = /^[A-Za-z0-9-]+$/;
const macroAdvice: Readonly<Record<MacroFault['code'], string>> = {
  'macro-syntax':
    'Write %{ and }, with one letter and what may follow it (digits, r, delimiters) between them; a per cent sign itself is %%.',
  'macro-letter': 'The letters are s, l, o, d, i, p, v and h.',
  'macro-only-in-explanation': 'The letters c, r and t stand only in the text that exp= leads to.',
  'macro-zero': 'The number says how many parts stay: write 1 or more, or leave it out.',
};

/**
 * Reads a domain-spec (RFC 7208 section 7.1): a macro-string that ends in a macro, or in a dot and a top label.
 *
 * @param start where it stands in the record
 * @param term the term around it, for the sentences
 * @returns null where it breaks the grammar: what and where is reported
 */
export function parseDomainSpec(text: string, start: number, term: string, report: Report): MacroString | null {
  const source = 'RFC 7208 section 7.1';
  const span = [start, start + text.length] as const;
  if (text === '') {
    const says = `${quoted(term)} has nothing after the ${term.endsWith('=') ? 'equals sign' : 'colon'}.`;
    report('empty-domain', span, says, 'Write the domain, or remove the term.', source);
    return null;
  }
  const { value, faults } = parseMacroString(text, start, false);
  for (const fault of faults)
    reportMacro(fault, text.slice(fault.span[0] - start, fault.span[1] - start), term, report);
  if (faults.length > 0) return null;
  const last = value.parts.at(-1);
  if (last === undefined || last.kind === 'macro' || last.escaped) return value;
  const tail = last.value.endsWith('.') ? last.value.slice(0, -1) : last.value;
  const dot = tail.lastIndexOf('.');
  const top = tail.slice(dot + 1);
  if (parseIp(text) !== null) {
    report(
      'address-as-name',
      span,
      `${quoted(term)} has an IP address where a name must stand.`,
      addressAdvice(text),
      source,
    );
    return null;
  }
  if (dot === -1) {
    const says = `${quoted(text)} in ${quoted(term)} is no complete domain name: there is no dot in it.`;
    report('incomplete-name', span, says, `Write the whole name, such as ${shown(tail)}.example.com.`, source);
    return null;
  }
  if (!label.test(top) || top.startsWith('-') || top.endsWith('-') || /^\d+$/.test(top)) {
    const says = `The name in ${quoted(term)} ends in ${quoted(top)}, which is no top-level domain.`;
    const fix = /[/:]/.test(top)
      ? 'Write the name alone, without a port, path or prefix length.'
      : 'Write the name as it stands in the DNS.';
    report('bad-top-label', [span[1] - top.length, span[1]], says, fix, source);
    return null;
  }
  return value;
}

/** Tells where a macro breaks the grammar. */
export function reportMacro(fault: MacroFault, written: string, term: string, report: Report): void {
  const says =
    fault.code === 'macro-only-in-explanation'
      ? `The macro ${quoted(written)} in ${quoted(term)} is not allowed here.`
      : `${quoted(written)} in ${quoted(term)} is no macro.`;
  report(fault.code, fault.span, says, macroAdvice[fault.code], 'RFC 7208 section 7.1');
}

function addressAdvice(text: string): string {
  return `Write ${text.includes(':') ? 'ip6' : 'ip4'}:${text} for an address.`;
}

/** A label for an example, whatever was written. */
function shown(text: string): string {
  return /^[A-Za-z0-9-]{1,63}$/.test(text) ? text : 'mail';
}
