import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { DAY, duration, WEEK } from './duration.ts';
import { lintMx } from './lint-mx.ts';
import { MAX_MAX_AGE, type MtaStsPolicy, mtaStsModes, type PolicyFault, type PolicyField } from './parse-policy.ts';
import { isPolicyKey, meantKey, policyKeys } from './policy-key.ts';

const SOURCE = 'RFC 8461 section 3.2';

type Draft = Omit<RecordFinding, 'source'> & { readonly source?: string };

/**
 * What is remarkable about a policy file; spans are offsets into its text.
 *
 * @param policy as {@link parseMtaStsPolicy} reads it
 */
export function lintMtaStsPolicy(policy: MtaStsPolicy): RecordFinding[] {
  if (policy.form !== 'policy') return [notAPolicy(policy)];
  const findings: Draft[] = [
    ...policy.faults.map((fault) => faultFinding(fault, policy.text)),
    ...policy.fields.flatMap((field) => lintField(field)),
    ...lintVersion(policy),
    ...lintMode(policy),
    ...lintMaxAge(policy),
    ...lintMx(policy),
  ];
  return findings.map((finding) => ({ source: SOURCE, ...finding }));
}

function notAPolicy({ form, text }: MtaStsPolicy): RecordFinding {
  const what = {
    html: `a web page: it starts with ${quoted(text.trimStart().slice(0, 30))}`,
    json: 'JSON, as drafts before the standard had it',
    empty: 'empty',
    policy: '',
  }[form];
  return {
    code: form === 'empty' ? 'empty' : `is-${form}`,
    severity: 'high',
    span: null,
    says: `The policy file is ${what}. Senders find no policy in it.`,
    fix: 'Serve a plain text file with lines such as "version: STSv1", "mode: testing", "mx: mail.example.com", "max_age: 86400".',
    source: SOURCE,
  };
}

function faultFinding({ kind, line, span }: PolicyFault, text: string): Draft {
  const draft = (severity: Draft['severity'], says: string, fix: string): Draft => ({
    code: kind,
    severity,
    span,
    says,
    fix,
  });
  switch (kind) {
    case 'byte-order-mark':
      return draft(
        'high',
        'An invisible character (a byte order mark) stands before the first key, so senders do not find it.',
        'Save the file as UTF-8 without BOM.',
      );
    case 'carriage-return':
      return draft(
        'high',
        `Line ${line} ends with a carriage return alone; senders run it together with the next one.`,
        'End the lines with LF or CRLF.',
      );
    case 'blank-line':
      return draft('low', `Line ${line} is empty. The standard has no empty lines between fields.`, 'Remove it.');
    case 'leading-space':
      return draft('medium', `Line ${line} starts with white space.`, 'Remove it: a line starts with its key.');
    case 'space-before-colon':
      return draft('medium', `Line ${line} has white space before the colon.`, 'Remove it.');
    case 'no-colon':
      return draft(
        'high',
        `Line ${line}, ${quoted(text.slice(...span))}, has no colon. Senders may reject the whole policy.`,
        'Write the line as "key: value", or remove it. The standard has no comments.',
      );
    case 'too-long':
      return draft(
        'high',
        'The file is larger than 64 KiB. Senders may not read it.',
        'Shorten it: a policy needs a few hundred characters.',
      );
    case 'too-many':
      return draft(
        'high',
        `The file goes on after line ${line - 1}, where reading was given up.`,
        'Shorten it: a policy needs some ten lines.',
      );
  }
}

function lintField({ key, line, value, keySpan, span, repeated }: PolicyField): Draft[] {
  const known = policyKeys.includes(key);
  if (known && repeated && key !== 'mx')
    return [
      {
        code: 'repeated-field',
        severity: 'medium',
        span,
        says: `Line ${line} says "${key}" again; senders take the first one.`,
        fix: 'Remove one of them.',
      },
    ];
  if (known) return [];
  const meant = meantKey(key);
  if (meant !== null)
    return [
      {
        code: 'misspelt-field',
        severity: 'high',
        span: keySpan,
        says: `Line ${line} has the key ${quoted(key)}, which senders ignore; "${meant}" seems to be meant.`,
        fix: `Write "${meant}: ${value}".`,
      },
    ];
  if (!isPolicyKey(key))
    return [
      {
        code: 'bad-key',
        severity: 'high',
        span: keySpan,
        says: `Line ${line} has the key ${quoted(key)}, which no key can be. Senders may reject the whole policy.`,
        fix: 'Remove the line.',
      },
    ];
  return [
    {
      code: 'unknown-field',
      severity: 'info',
      span,
      says: `Senders ignore "${key}" in line ${line}: the standard does not know it.`,
      fix: null,
    },
  ];
}

function spanOf(policy: MtaStsPolicy, key: string): RecordFinding['span'] {
  return policy.fields.find((field) => field.key === key)?.valueSpan ?? null;
}

function lintVersion(policy: MtaStsPolicy): Draft[] {
  if (policy.version === 'STSv1') return [];
  const missing = policy.version === null;
  return [
    {
      code: missing ? 'no-version' : 'bad-version',
      severity: 'high',
      span: spanOf(policy, 'version'),
      says: missing
        ? 'The policy names no version, so senders do not use it.'
        : `The version is ${quoted(policy.version)} and not "STSv1", so senders do not use the policy.`,
      fix: 'Write "version: STSv1" as the first line.',
    },
  ];
}

function lintMode(policy: MtaStsPolicy): Draft[] {
  const span = spanOf(policy, 'mode');
  const written = policy.fields.find(({ key }) => key === 'mode')?.value;
  if (policy.mode === null)
    return [
      {
        code: written === undefined ? 'no-mode' : 'bad-mode',
        severity: 'high',
        span,
        says:
          written === undefined
            ? 'The policy names no mode, so senders do not use it.'
            : `The mode is ${quoted(written)}; it must be one of ${mtaStsModes.join(', ')}, in lower case. Senders do not use the policy.`,
        fix: 'Write "mode: testing", and "mode: enforce" once the reports show no failures.',
      },
    ];
  if (policy.mode === 'enforce') return [];
  const testing = policy.mode === 'testing';
  return [
    {
      code: testing ? 'mode-testing' : 'mode-none',
      severity: testing ? 'low' : 'info',
      span,
      says: testing
        ? 'The mode is testing: senders report failures and deliver all the same, so nothing is protected yet.'
        : 'The mode is none: the domain has withdrawn MTA-STS, and senders treat it as if there were no policy.',
      fix: testing
        ? 'Change to "mode: enforce" once TLS reports show no failures, and give the DNS record a new id.'
        : null,
      source: 'RFC 8461 section 5',
    },
  ];
}

function lintMaxAge(policy: MtaStsPolicy): Draft[] {
  const span = spanOf(policy, 'max_age');
  const written = policy.fields.find(({ key }) => key === 'max_age')?.value;
  const fix = 'Write a number of seconds such as "max_age: 1209600" for two weeks.';
  if (written === undefined)
    return [
      { code: 'no-max-age', severity: 'high', span, says: 'The policy has no max_age, so senders do not use it.', fix },
    ];
  const { maxAge, mode } = policy;
  if (maxAge === null)
    return [
      {
        code: /^\d+$/.test(written) ? 'max-age-too-large' : 'bad-max-age',
        severity: 'high',
        span,
        says: /^\d+$/.test(written)
          ? `max_age is ${quoted(written)}; the most is ${MAX_MAX_AGE} seconds, about a year. Senders may reject the policy.`
          : `max_age is ${quoted(written)}, which is no number of seconds. Senders do not use the policy.`,
        fix,
      },
    ];
  if (mode === 'none' || maxAge >= WEEK || (mode === 'testing' && maxAge >= DAY)) return [];
  return [
    {
      code: 'short-max-age',
      severity: maxAge < DAY ? 'medium' : 'info',
      span,
      says: `Senders remember the policy for ${maxAge} seconds only (${duration(maxAge)}). Who blocks its renewal that long switches the protection off.`,
      fix: mode === 'testing' ? 'A day (86400) is enough for testing.' : 'Raise max_age to weeks, such as 1209600.',
    },
  ];
}
