import { type ReasonId, ruleTable } from '@whybounce/knowledge';
import { type Crosswalk, crosswalk } from './advise/crosswalk.ts';
import type { BounceEvent, Diagnosis } from './event.ts';
import { judge } from './judge.ts';
import { type Findings, isProvider, type Match, type Refusal } from './match/matcher.ts';
import { type Permanence, permanenceOf } from './match/permanence.ts';
import { examine } from './read/examine.ts';
import { readSuccess } from './read/log/success.ts';
import { findMicrosoftTag, type MicrosoftTag } from './read/microsoft-tag.ts';
import { findRetryHint } from './read/retry-hint.ts';
import type { Kind, Reading, Stage } from './reading.ts';
import { builtInRules, type RuleSet } from './rules/rule-set.ts';

const nothingFound: Findings = { best: null, provider: null, blocklists: [] };

const notAReply = {
  code: 'no-delivery-event',
  message: 'This is no reply that could be recognised: it has no code, and its words are unknown.',
};

/** Reasons that a kind of event carries in itself. */
const reasonOfKind: Partial<Record<Kind, ReasonId>> = {
  delivery: 'notice.delivered',
  complaint: 'notice.complaint',
  'auto-reply': 'notice.autoreply',
  challenge: 'notice.challenge',
};

/** Steps of a session in which no recipient has been named yet. */
const beforeRecipient: ReadonlySet<Stage> = new Set(['connect', 'ehlo', 'auth', 'mail']);

/** Gives a reading its meaning: what its reader found, matched, diagnosed and put into the record's shape. */
export function finish(reading: Reading, input: string, rules: RuleSet = builtInRules()): BounceEvent {
  if (reading.kind !== 'delivery' || !readSuccess(reading)) examine(reading);
  const { message } = reading;
  if (message.messageId !== null) message.messageId = message.messageId.replace(/^<(.*)>$/, '$1');
  const { kind, diagnostic } = reading;
  const failed = kind === 'bounce' || kind === 'deferral';
  const findings = failed ? rules.match(refusalOf(reading)) : nothingFound;
  const hint = failed && diagnostic !== null ? findRetryHint(diagnostic) : null;
  // A line without any code that no rule reads is not known to be a refusal at all.
  if (
    failed &&
    reading.format === 'reply' &&
    reading.hint === null &&
    reading.replyCode === null &&
    reading.enhancedStatus === null &&
    findings.best === null
  ) {
    return finish({ ...reading, kind: 'other', warnings: [...reading.warnings, notAReply] }, input, rules);
  }
  const diagnosis = failed ? diagnoseFailure(reading, findings, hint?.seconds ?? null, rules) : diagnoseOther(reading);
  return {
    input,
    format: reading.format,
    dialect: reading.dialect,
    kind,
    recipient: reading.recipient,
    originalRecipient: reading.originalRecipient,
    sender: reading.sender,
    reportingMta: reading.reportingMta,
    remoteMta: { host: reading.remoteHost, ip: reading.remoteIp },
    sendingMta: reading.sendingMta,
    provider: findings.provider ?? ownProvider(findings, reading, rules),
    stage: reading.stage,
    replyCode: reading.replyCode,
    enhancedStatus: reading.enhancedStatus,
    dsnAction: reading.dsnAction,
    diagnostic,
    timestamp: reading.timestamp,
    retryHint: hint,
    blocklists: findings.blocklists,
    microsoft: microsoftTag(reading, failed),
    message: reading.message,
    authentication: reading.authentication,
    diagnosis,
    crosswalk:
      diagnosis === null
        ? null
        : diagnosis === delivered?.diagnosis
          ? delivered.crosswalk
          : crosswalk(
              diagnosis.reason,
              diagnosis.permanence,
              diagnosis.rule === null ? undefined : findings.best?.row.classes,
            ),
    trust: 'unverified',
    trustedBy: null,
    knowledgeVersion: ruleTable.version,
    warnings: reading.warnings,
  };
}

/** The tag in the refusal, else the name of a Microsoft server that wrote the report. */
function microsoftTag({ diagnostic, reportingMta }: Reading, failed: boolean): MicrosoftTag {
  const said = findMicrosoftTag(failed ? (diagnostic ?? '') : '');
  if (said.host !== null || said.role !== null || reportingMta === null || !failed) return said;
  return { ...findMicrosoftTag(reportingMta), as: said.as };
}

/** The system whose own words were read, where it wrote the report itself or nobody else says such words. */
function ownProvider({ best }: Findings, { reportingMta, remoteHost }: Reading, rules: RuleSet): string | null {
  if (best === null || best.ground !== 'words' || !isProvider(best.kind)) return null;
  const reported = reportingMta !== null && rules.systemOfHost(reportingMta) === best.system;
  return reported || (best.row.anywhere === true && remoteHost === null) ? best.system : null;
}

/** What the matcher takes of a reading. */
export function refusalOf(
  reading: Pick<Reading, 'diagnostic' | 'remoteHost' | 'recipient' | 'replyCode' | 'enhancedStatus' | 'stage'>,
): Refusal {
  const { recipient, stage } = reading;
  return {
    diagnostic: reading.diagnostic,
    host: reading.remoteHost,
    recipientDomain: recipient === null ? null : recipient.slice(recipient.lastIndexOf('@') + 1),
    replyCode: reading.replyCode,
    enhancedStatus: reading.enhancedStatus,
    beforeRecipient: stage !== null && beforeRecipient.has(stage),
  };
}

function diagnoseFailure(reading: Reading, findings: Findings, retryAfter: number | null, rules: RuleSet): Diagnosis {
  const { kind, hint } = reading;
  const { best: match } = findings;
  // What an operator wrote of a code is more than a vendor's class for the whole event.
  const vague =
    match === null || match.ground === 'weak-code' || (match.ground === 'code' && match.origin === 'built-in');
  const byHint = hint !== null && vague;
  const used = byHint ? null : match;
  return judge({
    ...viewOf(reading),
    reason: byHint ? hint : (match?.reason ?? silent(reading)),
    match: used,
    permanence: permanenceOf(reading.enhancedStatus, reading.replyCode, reading.diagnostic),
    confidence: byHint ? 0.7 : confidenceOf(used),
    kind,
    retryAfter,
    hasRetryHint: retryAfter !== null,
    namesBlocklist: findings.blocklists.length > 0,
    hostSystem: reading.remoteHost === null ? null : rules.systemOfHost(reading.remoteHost),
  });
}

function viewOf(reading: Reading) {
  const { format, recipient, originalRecipient, sender, remoteHost, stage, replyCode, enhancedStatus, diagnostic } =
    reading;
  return {
    format,
    recipient,
    originalRecipient,
    sender,
    remoteHost,
    stage,
    replyCode,
    enhancedStatus,
    diagnostic,
    authentication: reading.authentication,
  };
}

/** A failure that no rule reads. */
function silent({ diagnostic, kind, recipient, stage }: Reading): ReasonId {
  if (stage === 'mail') return 'dns.sender-address';
  if (kind === 'deferral') return 'notice.delayed';
  if (diagnostic !== null && diagnostic !== '') return 'unknown.text';
  return recipient === null ? 'unknown.no-recipient' : 'unknown.empty';
}

function diagnoseOther(reading: Reading): Diagnosis | null {
  const reason = reading.hint ?? reasonOfKind[reading.kind] ?? null;
  if (reason === null) return null;
  const permanence = permanenceOf(reading.enhancedStatus, reading.replyCode, null);
  if (reason === 'notice.delivered' && permanence === 'unknown') {
    delivered ??= {
      diagnosis: Object.freeze(sure(reason, permanence, reading)),
      crosswalk: Object.freeze(crosswalk(reason, permanence)),
    };
    return delivered.diagnosis;
  }
  return sure(reason, permanence, reading);
}

/** What is said of every plain delivery: shared, since a log has millions of them. */
let delivered: { readonly diagnosis: Diagnosis; readonly crosswalk: Crosswalk } | undefined;

function sure(reason: ReasonId, permanence: Permanence, reading: Reading): Diagnosis {
  return judge({
    ...viewOf(reading),
    diagnostic: null,
    reason,
    match: null,
    permanence,
    confidence: 0.95,
    kind: reading.kind,
    retryAfter: null,
    hasRetryHint: false,
    namesBlocklist: false,
    hostSystem: null,
  });
}

/** How often a rule of this strength is right. */
function confidenceOf(match: Match | null): number {
  if (match === null) return 0.1;
  switch (match.ground) {
    case 'words':
      return match.identified ? (match.codeAgrees ? 0.97 : 0.94) : match.codeAgrees ? 0.95 : 0.88;
    case 'host-and-code':
      return 0.8;
    case 'code':
      return 0.65;
    case 'weak-words':
      return match.codeAgrees ? 0.7 : 0.6;
    case 'weak-code':
      return 0.4;
  }
}
