import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { type MxPatternFault, mxPatternFault } from './mx-pattern.ts';
import type { MtaStsPolicy, PolicyField } from './parse-policy.ts';

type Draft = Omit<RecordFinding, 'source'>;

/** What is remarkable about the `mx` lines of a policy. */
export function lintMx(policy: MtaStsPolicy): Draft[] {
  const lines = policy.fields.filter(({ key }) => key === 'mx');
  if (lines.length === 0) return policy.mode === 'none' ? [] : [noMx(policy)];
  const seen = new Set<string>();
  return lines.flatMap((field) => {
    const name = field.value.toLowerCase();
    const twice = seen.has(name);
    seen.add(name);
    const fault = mxPatternFault(field.value);
    if (fault !== null) return [badMx(field, fault)];
    if (twice)
      return [finding('repeated-mx', 'low', field, `Line ${field.line} names ${field.value} again.`, 'Remove it.')];
    return wide(field);
  });
}

function noMx({ mode }: MtaStsPolicy): Draft {
  return {
    code: 'no-mx',
    severity: 'high',
    span: null,
    says:
      mode === 'enforce'
        ? 'The policy demands protection and names no mail server, so senders that follow it deliver to none.'
        : 'The policy names no mail server, so every delivery counts as a failure.',
    fix: 'Add a line such as "mx: mail.example.com" for each mail server in the MX records.',
  };
}

function badMx(field: PolicyField, fault: MxPatternFault): Draft {
  const { line, value } = field;
  const name = quoted(value);
  const wording: Readonly<Record<MxPatternFault, readonly [why: string, fix: string]>> = {
    empty: [`names no server`, 'Write a host name from the MX records.'],
    address: [`has the IP address ${name}; only names match`, 'Write the host name from the MX record.'],
    several: [`has several names, ${name}`, 'Give each server a line "mx:" of its own.'],
    url: [`has ${name}, which is more than a host name`, 'Write the host name alone, without scheme, port or user.'],
    'final-dot': [`ends with a dot, ${name}; senders compare without it`, `Write "mx: ${value.replace(/\.+$/, '')}".`],
    'leading-dot': [
      `starts with a dot, ${name}, as drafts before the standard had it`,
      `Write "mx: *${value}" for one label below it.`,
    ],
    wildcard: [
      `has a wildcard where none may be, ${name}`,
      'A wildcard stands for the whole first label: "*.example.com".',
    ],
    'not-ascii': [`has letters beyond ASCII, ${name}`, 'Write the name in its ASCII form, which starts with "xn--".'],
    'bad-name': [`has ${name}, which is no host name`, 'Write the host name from the MX record.'],
  };
  const [why, fix] = wording[fault];
  return finding('bad-mx', 'high', field, `Line ${line} ${why}. It matches no mail server.`, fix);
}

function wide(field: PolicyField): Draft[] {
  if (!field.value.startsWith('*.') || field.value.indexOf('.', 2) > 0) return [];
  const says = `Line ${field.line} allows every name directly below ${field.value.slice(2)}, which belongs to many people.`;
  return [finding('wide-mx', 'medium', field, says, 'Name your own mail servers.')];
}

function finding(
  code: string,
  severity: Draft['severity'],
  { valueSpan }: PolicyField,
  says: string,
  fix: string,
): Draft {
  return { code, severity, span: valueSpan, says, fix };
}
