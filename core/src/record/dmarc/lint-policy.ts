import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import type { Tag } from '../tag-list/index.ts';
import { type DmarcRecord, type DmarcTagName, dmarcPolicies, dmarcTag } from './parse-dmarc.ts';
import { canReport } from './report-uri.ts';

const source = 'RFC 9989 section 4.7';

/** What is wrong, or weaker than it looks, in what the record asks for. */
export function lintPolicy(record: DmarcRecord): RecordFinding[] {
  return [...policyTags(record), ...weakerBelow(record), ...testing(record), ...keywords(record)];
}

function policyTags(record: DmarcRecord): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const p = dmarcTag(record, 'p');
  const outcome = record.rua.some(canReport)
    ? 'receivers act as if it were p=none'
    : 'receivers act as if there were no record, as it asks for no reports either';
  if (p === undefined)
    findings.push({
      code: 'no-policy',
      severity: 'high',
      span: null,
      says: `The record has no p tag: ${outcome}.`,
      fix: 'Put p=none, p=quarantine or p=reject right after v=DMARC1.',
      source: 'RFC 9989 section 4.10.1',
    });
  for (const name of ['p', 'sp', 'np'] as const) {
    const tag = dmarcTag(record, name);
    if (tag === undefined || record[name] !== null) continue;
    const who = name === 'np' ? ' (those that follow RFC 9989)' : '';
    findings.push({
      code: `bad-${name}`,
      severity: 'high',
      span: tag.valueSpan,
      says: `${name} is ${quoted(tag.value)}, which is no policy: ${outcome}${who}.`,
      fix: `Write ${name}=none, ${name}=quarantine or ${name}=reject.`,
      source: 'RFC 9989 section 4.10.1',
    });
  }
  const second = record.list.tags[1];
  if (p !== undefined && second !== p && record.list.tags[0] !== p)
    findings.push({
      code: 'policy-not-second',
      severity: 'low',
      span: p.span,
      says: `${quoted(`p=${p.value}`)} does not follow v=DMARC1 at once; receivers that keep to RFC 7489 to the letter may drop the record.`,
      fix: `Move p=${p.value} right after v=DMARC1.`,
      source: 'RFC 7489 section 6.4',
    });
  if (record.p === 'none')
    findings.push({
      code: 'monitoring-only',
      severity: 'info',
      span: p?.span ?? null,
      says: 'p=none asks for nothing but reports: mail that fails is delivered as without DMARC.',
      fix: null,
      source,
    });
  return findings;
}

function weakerBelow(record: DmarcRecord): RecordFinding[] {
  const { p, sp, np } = record;
  if (p === null) return [];
  const rank = dmarcPolicies.indexOf(p);
  const findings: RecordFinding[] = [];
  const spTag = dmarcTag(record, 'sp');
  if (spTag !== undefined && sp !== null && dmarcPolicies.indexOf(sp) < rank)
    findings.push({
      code: 'weaker-sp',
      severity: 'medium',
      span: spTag.span,
      says: `sp=${sp} is weaker than p=${p}: whoever forges a subdomain gets ${outcomeOf(sp)}.`,
      fix: `Take sp=${sp} out, or write sp=${p}, once the subdomains that send pass DMARC.`,
      source,
    });
  const npTag = dmarcTag(record, 'np');
  if (npTag !== undefined && np !== null && dmarcPolicies.indexOf(np) < dmarcPolicies.indexOf(sp ?? p))
    findings.push({
      code: 'weaker-np',
      severity: 'medium',
      span: npTag.span,
      says: `np=${np} is weaker than ${sp === null ? `p=${p}` : `sp=${sp}`}: whoever invents a subdomain gets ${outcomeOf(np)} where receivers follow RFC 9989.`,
      fix: `Write np=reject: nobody sends from a subdomain that does not exist.`,
      source,
    });
  return findings;
}

function outcomeOf(policy: 'none' | 'quarantine' | 'reject'): string {
  return policy === 'none'
    ? 'the mail delivered'
    : policy === 'quarantine'
      ? 'the mail into the spam folder'
      : 'the mail refused';
}

function testing(record: DmarcRecord): RecordFinding[] {
  const strongest = [record.p, record.sp, record.np].some((policy) => policy !== null && policy !== 'none');
  if (!strongest) return [];
  const [t, pct] = [dmarcTag(record, 't'), dmarcTag(record, 'pct')];
  const findings: RecordFinding[] = [];
  if (t !== undefined && record.testing) {
    const agreed = record.pct === 0;
    findings.push({
      code: agreed ? 'test-mode' : 'test-mode-differs',
      severity: agreed ? 'info' : 'medium',
      span: t.span,
      says: agreed
        ? 't=y with pct=0 asks both generations of receivers for the next weaker policy.'
        : `t=y asks receivers that follow RFC 9989 for the next weaker policy; those that follow RFC 7489 do not know it and apply the policy to ${record.pct} of 100 failing messages.`,
      fix: agreed ? null : 'Add pct=0 while you test, so that both act alike; take both out when you are done.',
      source,
    });
  } else if (pct !== undefined && record.pct < 100)
    findings.push({
      code: 'partial-policy',
      severity: 'medium',
      span: pct.span,
      says: `pct=${record.pct} is read by receivers that follow RFC 7489 only: those apply the policy to ${record.pct} of 100 failing messages, the others to all of them.`,
      fix: 'Write t=y; pct=0 while you test, so that both act alike; take both out when you are done.',
      source: 'RFC 9989 appendix A.6',
    });
  return findings;
}

/** Tags with few words to choose from; what is none of them counts as if the tag were absent. */
const words: readonly (readonly [DmarcTagName, RegExp, string])[] = [
  ['adkim', /^[rs]$/i, 'r or s'],
  ['aspf', /^[rs]$/i, 'r or s'],
  ['psd', /^[ynu]$/i, 'y, n or u'],
  ['t', /^[yn]$/i, 'y or n'],
  ['pct', /^(?:100|\d{1,2})$/, 'a whole number from 0 to 100'],
  ['rf', /^afrf$/i, 'afrf'],
  ['ri', /^\d{1,10}$/, 'a number of seconds'],
  ['fo', /^[01ds](?:\s*:\s*[01ds])*$/i, '0, 1, d or s, colons between them'],
];

function keywords(record: DmarcRecord): RecordFinding[] {
  const findings: RecordFinding[] = [];
  for (const [name, allowed, what] of words) {
    const tag = dmarcTag(record, name);
    if (tag !== undefined && tag.value !== '' && !allowed.test(tag.value)) findings.push(badWord(tag, name, what));
  }
  const psd = dmarcTag(record, 'psd');
  if (psd !== undefined && record.psd === 'y')
    findings.push({
      code: 'public-suffix',
      severity: 'medium',
      span: psd.span,
      says: 'psd=y says that others register their domains below this one, as under com: each subdomain is then an organisation of its own.',
      fix: 'Take psd=y out, unless this domain is a registry.',
      source,
    });
  return findings;
}

function badWord(tag: Tag, name: DmarcTagName, what: string): RecordFinding {
  return {
    code: `bad-${name}`,
    severity: 'low',
    span: tag.valueSpan,
    says: `${name} is ${quoted(tag.value)}; receivers know ${what}, and act as if the tag were absent.`,
    fix: `Write ${what}, or take ${name} out.`,
    source: name === 'pct' || name === 'rf' || name === 'ri' ? 'RFC 7489 section 6.3' : source,
  };
}
