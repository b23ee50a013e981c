import type { Area, Outcome, ResultChange, Severity, SubjectKind } from '@whybounce/core/check';

/** What each outcome is called beside a result. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  pass: 'in order',
  warn: 'warning',
  fail: 'failed',
  info: 'to know',
  'not-applicable': 'does not apply',
  'could-not-determine': 'could not tell',
};

/** A mark of one column, different in shape and not in colour alone. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  warn: '!',
  fail: '✗',
  info: 'i',
  'not-applicable': '–',
  'could-not-determine': '?',
};

export const severityNames: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  high: 'serious',
  medium: 'moderate',
  low: 'minor',
  info: 'for information',
};

/** Headings of the parts of a report. */
export const areaNames: Readonly<Record<Area, string>> = {
  dns: 'Domain and name servers',
  dnssec: 'DNSSEC',
  mx: 'Mail servers (MX)',
  ptr: 'Reverse name (PTR)',
  ehlo: 'Greeting (EHLO)',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  arc: 'ARC',
  tls: 'TLS',
  dane: 'DANE',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS reports',
  bimi: 'BIMI',
  blocklist: 'Blocklists',
  message: 'The message itself',
};

export const subjectNames: Readonly<Record<SubjectKind, string>> = {
  domain: 'domain',
  ip: 'sending address',
  mx: 'mail server',
  message: 'message',
};

export const changeNames: Readonly<Record<ResultChange['change'], string>> = {
  repaired: 'repaired',
  broken: 'broken since',
  better: 'better',
  worse: 'worse',
  unclear: 'cannot be compared',
  reworded: 'as before, with other values',
};
