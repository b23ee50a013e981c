import type { RecordFinding } from '../finding.ts';
import { legible, quoted } from '../quoted.ts';
import { mechanismNames, type SpfModifier, type SpfTerm } from './record.ts';

/** What the grammar allows and no writer means: such terms do nothing, or nothing that was wanted. */
export function remarks(terms: readonly SpfTerm[]): RecordFinding[] {
  const findings: RecordFinding[] = [];
  for (const term of terms) {
    const finding = term.kind === 'modifier' ? ofModifier(term) : ofName(term);
    if (finding !== null) findings.push({ ...finding, span: term.span });
  }
  return findings;
}

type Remark = Omit<RecordFinding, 'span'>;

function ofModifier(term: SpfModifier): Remark | null {
  const { name, text, value } = term;
  if ((mechanismNames as readonly string[]).includes(name)) {
    return {
      code: 'mechanism-with-equals-sign',
      severity: 'high',
      says: `${quoted(text)} is read as an unknown modifier because of its equals sign, and does nothing.`,
      fix: `Write ${name}:${legible(value.text)}.`,
      source: 'RFC 7208 section 4.6.1',
    };
  }
  if (name === 'v') {
    return {
      code: 'second-version',
      severity: 'medium',
      says: `${quoted(text)} stands in the middle of the record, where it does nothing: two records seem to be joined.`,
      fix: 'Remove it, and see that only one "all" is left, at the end.',
      source: 'RFC 7208 section 4.5',
    };
  }
  if (name === 'redirect' || name === 'exp') return ofName(term);
  return {
    code: 'unknown-modifier',
    severity: 'info',
    says: `${quoted(text)} is a modifier that SPF does not know. It is ignored.`,
    fix: null,
    source: 'RFC 7208 section 6',
  };
}

/** `include:mail.example-all`: no top-level domain but those of other letters (`xn--`) has a hyphen. */
export const lostEnd = /\.[a-z0-9]{1,63}-all$/i;

function ofName(term: SpfTerm): Remark | null {
  const name = term.kind === 'modifier' ? term.value : term.kind === 'mechanism' ? term.domain : null;
  if (name !== null && lostEnd.test(term.text))
    return {
      code: 'joined-terms',
      severity: 'high',
      says: `A blank is missing in ${quoted(term.text)}: all of ${quoted(name.text)} is taken as one name, which nobody has.`,
      fix: 'Put a blank before "-all".',
      source: 'RFC 7208 section 4.6.1',
    };
  const alien = /[,;@"'<>]/.exec(name?.text.replace(/%\{[^}]*\}/g, '') ?? '')?.[0];
  if (name === null || alien === undefined) return null;
  const several = alien === ',' || alien === ';';
  return {
    code: several ? 'joined-terms' : 'odd-name',
    severity: 'high',
    says: `The name in ${quoted(term.text)} has ${alien === '"' ? 'a quotation mark' : `"${alien}"`} in it: all of ${quoted(name.text)} is taken as one name, which nobody has.`,
    fix: several ? 'Put a blank between terms, and nothing else.' : 'Write the domain name alone.',
    source: 'RFC 7208 section 4.6.1',
  };
}
